"""Captions: when each word of the script, in the script's own spelling, is heard."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from bot.words.letters import drawn_form
from workers.engines.contracts import Phoneme, Word
from workers.engines.speech.say import say_text

Span = tuple[float, float]


def time_tokens(spoken: str, marks: Sequence[tuple[float, int, int]], phonemes: Sequence[Phoneme]) -> list[Span]:
    """Start and end of each blank-separated token of `spoken` by the reference's word `marks`.

    A mark is (seconds, character position, length); a token without one shares its neighbours' time.
    """
    tokens = [match.span() for match in re.finditer(r"\S+", spoken)]
    starts: list[float | None] = [None] * len(tokens)
    for seconds, position, _ in marks:
        index = next((i for i, (_, end) in enumerate(tokens) if position < end), None)
        if index is not None and starts[index] is None:
            starts[index] = seconds
    known = _fill_starts(starts, phonemes)
    last = max((p.end for p in phonemes if p.ipa), default=0.0)
    return [(start, _voice_end(start, nxt, phonemes)) for start, nxt in zip(known, [*known[1:], last], strict=True)]


def caption_words(text: str, language: str, spoken: str, spans: Sequence[Span]) -> list[Word]:
    """Gives the spans of the spoken tokens to the words of `text`: "25" is heard as two, an emoji as none.

    Decorated letters are written plain: no typeface of a film has them.
    """
    written = _join_silent(drawn_form(text), language)
    owners = assign_tokens([say_text(word, language).split() for word in written], spoken.split())
    words = []
    for index, word in enumerate(written):
        own = [span for span, owner in zip(spans, owners, strict=True) if owner == index]
        if own:
            words.append(Word(own[0][0], own[-1][1], word))
        elif words:
            words[-1] = Word(words[-1].start, words[-1].end, f"{words[-1].text} {word}")
    return words


def assign_tokens(expected: Sequence[Sequence[str]], spoken: Sequence[str]) -> list[int]:
    """For each spoken token the index of the written word that it belongs to; never goes back.

    `expected` holds what each written word would be alone; in context ("12.05 kuni") it may differ.
    """
    flat = [(_fold(token), index) for index, tokens in enumerate(expected) for token in tokens]
    if not flat:
        return [0] * len(spoken)
    owners = [0] * len(spoken)
    matcher = SequenceMatcher(None, [token for token, _ in flat], [_fold(token) for token in spoken], autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        for j in range(j1, j2):
            share = i1 + (j - j1) * (i2 - i1) // (j2 - j1) if i2 > i1 else max(0, i1 - 1)
            owners[j] = flat[min(share, len(flat) - 1)][1]
    return owners


def _join_silent(text: str, language: str) -> list[str]:
    """The written words; marks and emoji that nobody says stay with the word before."""
    words: list[str] = []
    for token in text.split():
        if words and not say_text(token, language):
            words[-1] += f" {token}"
        else:
            words.append(token)
    return words


def _fold(token: str) -> str:
    return re.sub(r"\W", "", token.lower())


def _fill_starts(starts: list[float | None], phonemes: Sequence[Phoneme]) -> list[float]:
    end = max((p.end for p in phonemes), default=0.0)
    known: list[float] = []
    for index, start in enumerate(starts):
        if start is None:
            before = known[-1] if known else 0.0
            ahead = next((s for s in starts[index + 1 :] if s is not None), end)
            gap = next((n for n, s in enumerate(starts[index:]) if s is not None), len(starts) - index)
            start = before + (ahead - before) / (gap + 1)
        known.append(max(start, known[-1] if known else 0.0))
    return known


def _voice_end(start: float, limit: float, phonemes: Sequence[Phoneme]) -> float:
    """Where the word's last sound ends: a pause before the next word is not part of it."""
    ends = [min(p.end, limit) for p in phonemes if p.ipa and start - 0.02 <= p.start < limit - 1e-6]
    return max([start, *ends])
