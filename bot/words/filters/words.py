"""All that the rules find in a text, as reasons with the person's own words in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.i18n import text_key
from bot.words.filters.canonical import Canonical, Token
from bot.words.filters.joined import find_joined
from bot.words.filters.masked import find_masked
from bot.words.filters.matcher import Hit
from bot.words.filters.personal import find_personal
from bot.words.filters.verdicts import Reason, Verdict

_FRAGMENT = 40
_MAX_REASONS = 6
_MAX_LETTERS = 8


def rule_reasons(clean: Canonical, tokens: Sequence[Token], hits: Iterable[Hit]) -> Iterator[Reason]:
    """Reasons of block and review rules, of joined and of masked words."""
    for hit in (*hits, *find_joined(tokens)):
        if hit.rule.tier in ("block", "review"):
            verdict: Verdict = "blocked" if hit.rule.tier == "block" and hit.sure else "review"
            span = tokens[hit.first].start, tokens[hit.last].end
            yield with_fragment(category_reason(hit.rule.category, verdict), clean, span)
    for masked in find_masked(clean.text):
        reason = category_reason(masked.rule.category, "blocked") if masked.rule else _hidden_reason()
        yield with_fragment(reason, clean, (masked.start, masked.end))


def personal_reasons(clean: Canonical) -> Iterator[Reason]:
    """Reasons for cards, phones, documents, links, mail and nicknames."""
    for find in find_personal(clean.text):
        reason = Reason(find.key, {}, "personal_data", "", "blocked")
        yield with_fragment(reason, clean, (find.start, find.end))


def category_reason(category: str, verdict: Verdict) -> Reason:
    """The reason of a category: its own words when blocked, a milder text when a person will look."""
    if verdict == "review":
        return Reason("moderation-review", {"category": category}, category, "", "review")
    return Reason(text_key("moderation", category), {}, category, "", "blocked")


def letters_reason(key: str, letters: Sequence[str], category: str) -> Reason:
    """The reason that names the letters which can be neither said nor drawn."""
    named = " ".join(letters[:_MAX_LETTERS])
    return Reason(key, {"letters": named}, category, named)


def _hidden_reason() -> Reason:
    return Reason("moderation-hidden", {}, "insult", "", "review")


def with_fragment(reason: Reason, clean: Canonical, span: tuple[int, int]) -> Reason:
    """The reason with the piece of the source text that it is about."""
    fragment = " ".join(clean.fragment(*span).split())
    if len(fragment) > _FRAGMENT:
        fragment = fragment[: _FRAGMENT - 1] + "…"
    return replace(reason, fragment=fragment, values={**reason.values, "fragment": fragment})


def settle_reasons(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The gravest first, one for each category and key, and only so many as a person will read."""
    ordered = sorted(reasons, key=lambda reason: reason.verdict != "blocked")
    unique: dict[tuple[str, str], Reason] = {}
    for reason in ordered:
        if reason.verdict == "review" and any(category == reason.category for category, _ in unique):
            continue
        unique.setdefault((reason.category, reason.key), reason)
    return tuple(unique.values())[:_MAX_REASONS]
