"""Ураааа and Yaaaaay: a letter held down is a sound drawn out, not a row of letters."""

import re

_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}", re.I)
_IN_STEPS = re.compile(r"([аеёиоуыэюяўaeiou])(?:\s?-\s?\1)+(?![^\W\d_])", re.I)
_NUMERALS = frozenset(letter * 3 for letter in "IXCMХІ")  # Roman three, thirty …, in letters of either script
_VOWELS = frozenset("аеёиоуыэюяўaeiouy")
# English doubles these within a word (cool, seen); elsewhere a doubled vowel is another sound.
_DOUBLED = frozenset("eo")


def calm_repeats(text: str, language: str) -> str:
    """A vowel at most three times (the voice draws it out), a consonant twice; «ура-а-а» is one word.

    English has no such length: a letter stands as often as its words write it, `yay`, `so`, `cool`.
    """
    text = _IN_STEPS.sub(lambda m: m[1] * 3, text)
    calm = _calm_english if language == "en" else _calm_letter
    return _DRAWN_OUT.sub(lambda m: m[0] if m[0] in _NUMERALS else calm(m), text)


def _calm_letter(match: re.Match[str]) -> str:
    vowel = match[1].lower() in _VOWELS and match[1].lower() != "y"
    return match[0][: 3 if vowel else 2]


def _calm_english(match: re.Match[str]) -> str:
    inside = match.string[match.end() : match.end() + 1].isalpha()
    letter = match[1].lower()
    twice = (inside or letter == "e") if letter in _DOUBLED else letter not in _VOWELS
    return match[0][: 2 if twice else 1]
