"""What a text speaks about, and whether the artist speaks about that."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import yaml

from bot.words.filters.canonical import Token, canonical_form, split_words
from bot.words.filters.matcher import Hit
from bot.words.filters.readings import fold_uzbek
from bot.words.filters.rules import RULES_DIR
from bot.words.filters.verdicts import Limits, Reason


@lru_cache
def known_topics() -> tuple[str, ...]:
    """Ids of the topics that have rules."""
    return tuple(sorted(path.stem for path in (RULES_DIR / "topics").glob("*.yaml")))


@lru_cache
def sensitive_topics() -> frozenset[str]:
    """Topics that a person looks at even where the artist says nothing about them."""
    return frozenset(topic for topic in known_topics() if _topic_file(topic).get("sensitive", False))


def _topic_file(topic: str) -> dict[str, object]:
    content: dict[str, object] = yaml.safe_load((RULES_DIR / "topics" / f"{topic}.yaml").read_text(encoding="utf-8"))
    return content


def topic_spans(hits: Iterable[Hit], tokens: Sequence[Token]) -> dict[str, tuple[int, int]]:
    """Each topic that the hits name, and the canonical characters that show it.

    A greeting on a religious holiday may name what belongs to the holiday: it is not about religion.
    """
    spans: dict[str, tuple[int, int]] = {}
    for hit in hits:
        if hit.rule.tier == "topic":
            spans.setdefault(hit.rule.category, (tokens[hit.first].start, tokens[hit.last].end))
    if "religious_holiday" in spans:
        spans.pop("religion", None)
    return spans


def find_named(topic: str, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Where a topic that has no rules of its own is named: an artist may write any word as a topic."""
    stems = [fold_uzbek(token.word) for token in split_words(canonical_form(topic.replace("_", " ")))]
    words = [fold_uzbek(token.word) for token in tokens]
    for first in range(len(words) - len(stems) + 1 if stems else 0):
        if all(word.startswith(stem) for word, stem in zip(words[first:], stems, strict=False)):
            return tokens[first].start, tokens[first + len(stems) - 1].end
    return None


def judge_topics(
    found: dict[str, tuple[int, int]], tokens: Sequence[Token], limits: Limits
) -> list[tuple[Reason, tuple[int, int]]]:
    """Reasons from the artist's lists, each with its span; the fragments are filled in by the caller."""
    wanted = {topic for topic in limits.whitelist if _meets(topic, found, tokens)}
    banned = [topic for topic in limits.blacklist if _meets(topic, found, tokens)]
    reasons = [_reason("moderation-topic-banned", topic, found, tokens, "blocked") for topic in banned]
    for topic in sensitive_topics() & found.keys() - wanted - set(banned):
        reasons.append(_reason("moderation-topic-sensitive", topic, found, tokens, "review"))
    if limits.whitelist and not wanted:
        reasons.append((Reason("moderation-topic-other", {}, "topic", "", "review"), (0, 0)))
    return reasons


def _meets(topic: str, found: dict[str, tuple[int, int]], tokens: Sequence[Token]) -> bool:
    if topic in found:
        return True
    return topic not in known_topics() and find_named(topic, tokens) is not None


def _reason(
    key: str, topic: str, found: dict[str, tuple[int, int]], tokens: Sequence[Token], verdict: str
) -> tuple[Reason, tuple[int, int]]:
    span = found.get(topic) or find_named(topic, tokens) or (0, 0)
    return Reason(key, {"topic": topic}, topic, "", "blocked" if verdict == "blocked" else "review"), span
