"""Uzbek in either script → Latin words for the voice."""

import re
from functools import lru_cache
from typing import Any

from uztextnorm import get_normalizer

_TURNED = "'`´ʻʼʹˈ‘’‛′"
_LETTER = re.compile(rf"([oOgG])[{_TURNED}]")
_STOP = re.compile(rf"[{_TURNED}]")
# O'Neil, D'Artagnan: the mark belongs to a foreign name, not to the Uzbek letter.
_FOREIGN = re.compile(rf"\b([OD])[{_TURNED}](?=[A-Z][a-z])")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)(?:\s?(dan|da|gacha|ga)\b)?")
_SCORE = re.compile(r"\b(\d+):(\d+)\b")
# A case ending makes the number no ordinal: 25ga is "yigirma beshga".
_ENDING = re.compile(r"\b(\d+)-?(dan|da|gacha|ga|ning|ni)\b")


def say_uzbek(text: str) -> str:
    """Lower-case Latin, oʻ and gʻ with U+02BB, the glottal stop as a plain apostrophe, no digits."""
    text = _FOREIGN.sub(r"\1", text)
    text = _CLOCK.sub(_say_clock, text)
    text = _SCORE.sub(r"\1 \2", text)
    text = _ENDING.sub(lambda m: f"{load_normalizer()(m[1])}{m[2]}", text)
    words = str(load_normalizer()(text))
    words = _LETTER.sub("\\1\ue000", words)
    return _STOP.sub("'", words).replace("\ue000", "ʻ")


@lru_cache
def load_normalizer() -> Any:
    return get_normalizer("uz")


def _say_clock(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    numbers = f"{hour} {minute}" if minute else f"{hour}"
    return f"{load_normalizer()(numbers)}{match[3] or ''} "
