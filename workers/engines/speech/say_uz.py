"""Uzbek in either script → Latin words for the voice."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from uztextnorm import get_normalizer
from uztextnorm.dates import int_to_ordinal
from uztextnorm.transliterator import cyrillic_to_latin

_TURNED = "'`´ʻʼʹˈ‘’‛′"
_LETTER = re.compile(rf"([oOgG])[{_TURNED}]")
_STOP = re.compile(rf"[{_TURNED}]")
# O'Neil, D'Artagnan: the mark belongs to a foreign name, not to the Uzbek letter.
_FOREIGN = re.compile(rf"\b([OD])[{_TURNED}](?=[A-Z][a-z])")
_CASE = r"(?:dan|da|gacha|ga|ning|ni|dagi)"
_HOUR = r"([01]?\d|2[0-4])"
_CLOCK = re.compile(rf"\b{_HOUR}:([0-5]\d)(?:\s?-?({_CASE})\b)?")
_DOT_CLOCK = re.compile(rf"\b(?:(?<=soat ){_HOUR}\.([0-5]\d)|{_HOUR}\.([0-5]\d)(?=\s?(?:dan|da|gacha)\b))", re.I)
_SCORE = re.compile(r"\b(\d+):(\d+)\b")
_DEGREE = re.compile(r"°(?:\s?[CС]\b)?")
_TIMES = re.compile(r"(?<=\d)\s?[x×]\s?(?=\d)", re.I)
# A case ending makes the number no ordinal: 25ga is "yigirma beshga", 25-lik "yigirma beshlik".
_ENDING = re.compile(
    r"\b(\d+)(?:-?(ning|ni|dagi|si(?:ni|ning|ga|da|dan)?|lik\w*|day|dek)|\s?-?(dan|da|gacha|ga))\b", re.I
)
_PIECES = re.compile(r"\b(\d+)\s?-?(ta\w{0,5}|nafar\w*|dona\w*|foiz\w*)\b", re.I)
# 25-yoshli, 9-qavatli, 50-yilligi: so many, not the one of that number.
_MADE_OF = re.compile(
    r"\b(\d+)\s?-?([a-z'ʻ]+(?:lik|lig|li)(?:im|ing|i|imiz|ingiz|lar)?(?:ni|ning|ga|ka|da|dan)?)\b", re.I
)
_MONTHS = r"(?:yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sent[ya]{1,2}br|okt[ya]{1,2}br|noyabr|dekabr)"
_DAYS = re.compile(rf"\b(\d\d?)\s?-\s?(\d\d?)\s(?={_MONTHS})", re.I)
_DECADE = re.compile(r"\b(\d{0,2}\d0)-?lar(\w*)\b", re.I)
_YEAR_SHORT = re.compile(r"\b(\d{4})\s?-?\s?y\.", re.I)
_PAIR = re.compile(r"\b(\d{1,3})\s?-\s?(\d{1,3})-(?=[a-z])", re.I)
# A lone or a large numeral is a letter or a name (LI, DI) unless such a noun follows.
_NUMERAL = r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NUMBERED = (
    r"(?i:asr|bob|band|qism|jild|kitob|kurs|bosqich|sinf|chorak|fasl|modda|jahon|daraja|o['ʻʼ‘’]?rin"
    r"|mavsum|olimpi|xalqaro)"
)
_ROMAN = re.compile(
    rf"(?<![\w'])(?:{_NUMERAL}(?=(?:\s?-\s?[MDCLXVI]+)?[\s-]+{_NUMBERED})"
    r"|(?=[XVI]{2})X{0,3}(?:IX|IV|V?I{0,3})(?![\w']))"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def say_uzbek(text: str) -> str:
    """Lower-case Latin, oʻ and gʻ with U+02BB, the glottal stop as a plain apostrophe, no digits."""
    text = cyrillic_to_latin(_FOREIGN.sub(r"\1", text))
    text = _ROMAN.sub(_say_roman, text)
    text = _YEAR_SHORT.sub(r"\1-yil ", text)
    text = _CLOCK.sub(_say_clock, _DOT_CLOCK.sub(_say_dotted, text))
    text = _TIMES.sub(" karra ", _SCORE.sub(r"\1 \2", text))
    text = _DECADE.sub(lambda m: f"{int_to_ordinal(int(m[1]))}lar{m[2]}", text)
    text = _ENDING.sub(lambda m: f"{_count(m[1])}{m[2] or m[3]}", text)
    text = _PIECES.sub(lambda m: f"{_count(m[1])} {m[2]}", text)
    text = _MADE_OF.sub(lambda m: f"{_count(m[1])} {m[2]}", _DAYS.sub(r"\1-\2-", text))
    text = _PAIR.sub(lambda m: f"{_count(m[1])}-{m[2]}-", text)
    words = _normalize(_DEGREE.sub(" daraja ", text))
    words = _LETTER.sub("\\1\ue000", words)
    return _STOP.sub("'", words).replace("\ue000", "ʻ")


@lru_cache
def load_normalizer() -> Any:
    return get_normalizer("uz", expand_roman=False)


def _normalize(text: str) -> str:
    """An amount with a dot too many (`1.$`) makes the library stumble: it is read without marks then."""
    try:
        return str(load_normalizer()(text))
    except ValueError:
        return str(load_normalizer()(re.sub(r"[.,_$]+", " ", text)))


def _count(digits: str) -> str:
    return str(load_normalizer()(digits))


def _say_clock(match: re.Match[str]) -> str:
    ahead = match.string[match.end() : match.end() + 1]
    return f"{_say_time(match[1], match[2])}{match[3] or ''}{'' if ahead == '-' else ' '}"


def _say_dotted(match: re.Match[str]) -> str:
    hour, minute = (match[1], match[2]) if match[1] else (match[3], match[4])
    return f"{hour}:{minute}"


def _say_time(hour: str, minute: str) -> str:
    """O'n, o'n o'ttiz, to'qqiz nol besh."""
    if minute == "00":
        return _count(str(int(hour)))
    return f"{_count(str(int(hour)))} {'nol ' if minute < '10' else ''}{_count(str(int(minute)))}"


def _say_roman(match: re.Match[str]) -> str:
    return str(int_to_ordinal(_read_roman(match[0])))


def _read_roman(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral] + [0]
    return sum(-one if one < two else one for one, two in pairwise(values))
