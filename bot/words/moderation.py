"""Judges what people write before a star says it: pass, review by a person, or blocked, with reasons.

Pure functions, no I/O after the rules are loaded, under 2 ms a text. Rules block; what is uncertain goes to a
validator. Call `warm_filter` at start: the first judgement would otherwise wait for the language model.
"""

from bot.errors import Invalid
from bot.i18n import LANGUAGES, text
from bot.words.filters.canonical import clean_text, split_words
from bot.words.filters.language import detect_language, load_identifier
from bot.words.filters.matcher import find_plain_hits
from bot.words.filters.names import MAX_NAME, name_reasons, tidy_name
from bot.words.filters.rules import rules_version
from bot.words.filters.topics import judge_topics, topic_spans
from bot.words.filters.verdicts import Judgement, Limits, Reason, Verdict, settle_verdict
from bot.words.filters.words import letters_reason, personal_reasons, rule_reasons, settle_reasons, with_fragment
from bot.words.letters import strange_letters
from bot.words.speech_length import estimate_seconds

__all__ = [
    "MAX_NAME",
    "MAX_TEXT",
    "RULES_VERSION",
    "Blocked",
    "Judgement",
    "Limits",
    "Reason",
    "Verdict",
    "explain",
    "find_topics",
    "judge_name",
    "judge_text",
    "tidy_name",
    "warm_filter",
]

MAX_TEXT = 1000  # characters
RULES_VERSION = rules_version()
_ANY_ARTIST = Limits()


class Blocked(Invalid):
    """The words cannot be said; `judgement` says which and why."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__("error-words-blocked")
        self.judgement = judgement


def judge_text(words: str, limits: Limits | None = None, language: str | None = None) -> Judgement:
    """The verdict on a greeting of 1–1000 characters under an artist's limits.

    `language` (`uz`, `uz-Cyrl`, `ru`, `en`) is what the person chose; it decides where the text itself does
    not, and how long the speech will be. Never raises, whatever the text.
    """
    limits = limits or _ANY_ARTIST
    hint = language if language in LANGUAGES else None
    length = len(words.strip())
    if length > MAX_TEXT:
        return _long_text(words, length, hint)
    clean = clean_text(words)
    tokens = split_words(clean.text)
    spoken = detect_language(clean.text, hint)
    if not any(letter.isalnum() for letter in clean.text):
        key = "moderation-empty" if not clean.text.strip() else "moderation-no-words"
        return _settle([Reason(key, {}, "length")], spoken, 0.0)
    hits = find_plain_hits(tokens)
    reasons = [*rule_reasons(clean, tokens, hits), *personal_reasons(clean)]
    if strange := strange_letters(words):
        reasons.append(letters_reason("moderation-letters", strange, "letters"))
    for reason, span in judge_topics(topic_spans(hits, tokens), tokens, limits):
        reasons.append(with_fragment(reason, clean, span))
    seconds = estimate_seconds(words.strip(), hint or spoken)
    if seconds > limits.max_seconds:
        values = {"seconds": round(seconds), "limit": limits.max_seconds}
        reasons.append(Reason("moderation-slow", values, "length"))
    return _settle(reasons, spoken, seconds)


def _long_text(words: str, length: int, hint: str | None) -> Judgement:
    """Too long to read at all: only its first thousand characters are looked at, for the language."""
    beginning = words.strip()[:MAX_TEXT]
    spoken = detect_language(clean_text(beginning).text, hint)
    seconds = estimate_seconds(beginning, hint or spoken) * length / MAX_TEXT
    return _settle([Reason("moderation-long", {"length": length, "limit": MAX_TEXT}, "length")], spoken, seconds)


def judge_name(name: str) -> Judgement:
    """The verdict on a recipient's name of 1–60 characters. Never raises."""
    reasons = settle_reasons(name_reasons(name))
    spoken = detect_language(clean_text(name[:MAX_NAME]).text)
    return Judgement(
        settle_verdict(reasons),
        _categories(reasons),
        reasons,
        spoken,
        RULES_VERSION,
        estimate_seconds(name[:MAX_NAME], spoken),
    )


def find_topics(words: str) -> tuple[str, ...]:
    """Ids of the topics that a text speaks about."""
    tokens = split_words(clean_text(words[:MAX_TEXT]).text)
    return tuple(sorted(topic_spans(find_plain_hits(tokens), tokens)))


def explain(judgement: Judgement, language: str) -> list[str]:
    """The reasons as sentences for the person who wrote the text, the gravest first."""
    sentences = [text(language, reason.key, **reason.values) for reason in judgement.reasons]
    return list(dict.fromkeys(sentences))


def warm_filter() -> None:
    """Loads rules and the language model (about two seconds), so that no person waits for them."""
    load_identifier()
    judge_text("Salom, warm, привет")


def _settle(reasons: list[Reason], language: str, seconds: float) -> Judgement:
    settled = settle_reasons(reasons)
    return Judgement(settle_verdict(settled), _categories(settled), settled, language, RULES_VERSION, round(seconds, 1))


def _categories(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason.category for reason in reasons))
