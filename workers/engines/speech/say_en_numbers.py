"""English numbers that stand for more than an amount: decades, years, days, centuries, fractions, ranges."""

import re
from calendar import month_name
from itertools import pairwise

from num2words import num2words

MONTHS = [*month_name][1:]
_MONTH = "|".join(MONTHS)
_TH = r"(?:\s?(?:st|nd|rd|th)\b)?"
_BY = r"\s?(?:-|to|and)\s?"
_DECADE = re.compile(r"['’‘ʻ`]?(?<![\d.,:])(\d{2}|\d{3}0|\d{4})['’]?s\b", re.I)
_SHORT_YEAR = re.compile(r"(?<!\w)['’‘ʻ`](\d\d)(?![\d'’s])")
_DATE = re.compile(r"(?<![\d.,])([0-3]?\d)[./]([0-3]?\d)[./]((?:19|20)\d\d)\b")
_DAY_MONTH = re.compile(rf"\b(?:the )?(?:([0-3]?\d){_TH}({_BY}))?([0-3]?\d){_TH}-?(?: of)?\s?({_MONTH})\b", re.I)
_MONTH_DAY = re.compile(rf"\b({_MONTH}) (?:([0-3]?\d){_TH}({_BY}))?([0-3]?\d)(?!\d){_TH}(?![:\d])", re.I)
_CENTURY = re.compile(
    r"\b(?:([IVX]+)(\s?-\s?|\s(?:and|or|to)\s))?([IVX]+)(?=\s(?:centur|anniversar|place\b|birthday|grade\b))"
)
_KING = re.compile(r"\b([A-Z][a-z]+)\s((?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3}))\b")
_COUNTED = re.compile("War|Chapter|Part|Volume|Act|Level|Season|Episode|Grade|Class|Book|Page|Section|Phase|Type")
_MIXED = re.compile(r"(?<![\d/.,])(\d+)\s(\d)/(\d{1,2})(?![\d/])")
_FRACTION = re.compile(r"(?<![\d/.,])(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])")
_RANGE = re.compile(r"(?<![\d.,-])(\d+)\s?-\s?(\d+)(?![\d.,]*-)")
_ORDINAL = re.compile(r"(\d+)\s?(?:st|nd|rd|th)\b", re.I)
_OLD_YEAR = re.compile(r"\b(in|since|until|till|by|before|after|from|year)\s(1[1-8]\d\d)\b(?!\s\w+s\b)", re.I)
_YEAR = re.compile(r"(?<![\d.,$€£])((?:19|20)\d\d)\b(?!\s?(?:kg|km|cm|%|[$€£])|[.,]\d)")
_VALUES = {"I": 1, "V": 5, "X": 10}
_PARTS = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_TENS = {"00": "hundreds", "10": "tens"}


def say_periods(text: str) -> str:
    """With decades, dates, centuries and years as words."""
    text = _DECADE.sub(_say_decade, text)
    text = _SHORT_YEAR.sub(lambda m: _say(m[1]), text)
    text = _DATE.sub(_say_date, text)
    text = _DAY_MONTH.sub(_say_day_month, text)
    text = _MONTH_DAY.sub(_say_month_day, text)
    return _KING.sub(_say_king, _CENTURY.sub(_say_century, text))


def say_shares(text: str) -> str:
    """With fractions, ranges, ordinals and years as words."""
    text = _MIXED.sub(lambda m: f"{_say(m[1])} and {_say_part(int(m[2]), int(m[3]))}", text)
    text = _FRACTION.sub(_say_fraction, text)
    text = _RANGE.sub(r"\1 to \2", text)
    text = _ORDINAL.sub(lambda m: ordinal(m[1]), text)
    text = _OLD_YEAR.sub(lambda m: f"{m[1]} {year(m[2])}", text)
    return _YEAR.sub(lambda m: year(m[1]), text)


def ordinal(number: int | str) -> str:
    return str(num2words(int(number), to="ordinal"))


def year(number: int | str) -> str:
    return str(num2words(int(number), to="year"))


def _say(number: int | str) -> str:
    return str(num2words(int(number)))


def _say_decade(match: re.Match[str]) -> str:
    """1990s are nineteen nineties, 90s are nineties, the 2000s two thousands."""
    number = match[1]
    if number.endswith("000"):
        return f"{_say(number)}s"
    head = f"{_say(number[:-2])} " if len(number) > 2 else ""
    return head + (_TENS.get(number[-2:]) or _plural(number[-2:]))


def _plural(tens: str) -> str:
    said = _say(tens)
    return f"{said[:-1]}ies" if said.endswith("y") else f"{said}es" if said.endswith("x") else f"{said}s"


def _say_date(match: re.Match[str]) -> str:
    day, month = int(match[1]), int(match[2])
    if month > 12 >= day:
        day, month = month, day  # as Americans write it
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    return f"the {ordinal(day)} of {MONTHS[month - 1]} {year(match[3])}"


def _say_day_month(match: re.Match[str]) -> str:
    first = f"{ordinal(match[1])}{_joint(match[2])}" if match[1] else ""
    return f"the {first}{ordinal(match[3])} of {match[4]}"


def _say_month_day(match: re.Match[str]) -> str:
    first = f"{ordinal(match[2])}{_joint(match[3])}" if match[2] else ""
    return f"{match[1]} {first}{ordinal(match[4])}"


def _joint(written: str) -> str:
    return f" {written.strip().replace('-', 'to')} "


def read_roman(numeral: str) -> int:
    """XXI → 21."""
    values = [_VALUES[letter] for letter in numeral] + [0]
    return sum(-one if one < two else one for one, two in pairwise(values))


def _say_century(match: re.Match[str]) -> str:
    first = f"{ordinal(read_roman(match[1]))}{_joint(match[2])}" if match[1] else ""
    return first + ordinal(read_roman(match[3]))


def _say_king(match: re.Match[str]) -> str:
    number = read_roman(match[2])
    return f"{match[1]} {_say(number) if _COUNTED.fullmatch(match[1]) else 'the ' + ordinal(number)}"


def _say_fraction(match: re.Match[str]) -> str:
    part, whole = int(match[1]), int(match[2])
    return _say_part(part, whole) if 0 < part < whole <= 100 else f"{match[1]} {match[2]}"


def _say_part(part: int, whole: int) -> str:
    one, many = _PARTS.get(whole, (ordinal(whole), f"{ordinal(whole)}s"))
    return f"{_say(part)} {one if part == 1 else many}"
