"""How long a text will sound, told before anyone speaks it: counted from syllables, letters and pauses."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """Seconds that each thing takes in one language, fitted to the embedded voices at rate 1."""

    syllable: float
    consonant: float
    digit: float
    comma: float
    stop: float  # the pause between sentences
    around: float = 0.12  # quiet kept before and after


PACES = {
    "uz": Pace(syllable=0.078, consonant=0.055, digit=0.27, comma=0.29, stop=0.51, around=0.175),
    "ru": Pace(syllable=0.070, consonant=0.067, digit=0.29, comma=0.23, stop=0.36, around=0.17),
    "en": Pace(syllable=0.073, consonant=0.056, digit=0.20, comma=0.23, stop=0.24),
}
_MARKS = dict.fromkeys(map(ord, "'`´ʻʼʹˈ‘’‛′"))  # part of a letter or silent, however typed
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_COMMA = re.compile(r"[,;:—](?=\s)")
_STOP = re.compile(r"[.!?…](?=\s)")
_VOWELS = frozenset("aeiouyöаеёиоуыэюяў")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")


def estimate_seconds(text: str, language: str, rate: float = 1.0) -> float:
    """Seconds that `text` takes in `uz` (either script), `ru` or `en` at a voice's `rate`; 0 without a word.

    Usually within 10 % of what the embedded voices do, seldom off by more than 15 %.
    """
    code = language.split("-")[0]
    pace = PACES.get(code, PACES["uz"])
    words = _WORD.findall(text.lower().translate(_MARKS))
    digits = len(_DIGIT.findall(text))
    if not words and not digits:
        return 0.0
    syllables = sum(count_syllables(word, code) for word in words)
    body = _drop_tail(text)
    seconds = (
        pace.syllable * syllables
        + pace.consonant * max(0, sum(map(len, words)) - syllables)
        + pace.digit * digits
        + pace.comma * len(_COMMA.findall(body))
        + pace.stop * len(_STOP.findall(body))
    )
    return round(seconds / rate + pace.around, 2)


def count_syllables(word: str, language: str) -> int:
    """Vowels of a lower-case word; in English groups of vowels without a silent e, at least one."""
    if language == "en":
        return max(1, len(_ENGLISH_VOWELS.findall(word.removesuffix("e"))))
    return sum(letter in _VOWELS for letter in word)


def _drop_tail(text: str) -> str:
    """Without the last mark and what follows it: the pause after the end is not heard."""
    return re.sub(r"\W+$", "", text)
