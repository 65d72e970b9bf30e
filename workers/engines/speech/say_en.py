"""English → plain words for the voice."""

import re
import unicodedata
from calendar import month_name
from collections.abc import Callable
from functools import partial

from alifbo import from_cyrillic
from num2words import num2words

_MONTHS = [*month_name][1:]
_SHORT = {
    "Mr.": "Mister",
    "Mrs.": "Missis",
    "Ms.": "Miz",
    "Dr.": "Doctor",
    "St.": "Saint",
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "and so on",
    "vs.": "versus",
}
_UNITS = {
    "%": ("percent", "percent"),
    "kg": ("kilogram", "kilograms"),
    "km": ("kilometer", "kilometers"),
    "cm": ("centimeter", "centimeters"),
    "so['ʻʼ‘’]m|som|UZS": ("soum", "soum"),
}
_MONEY = {"$": "dollar", "€": "euro", "£": "pound"}
_NUMBER = r"\d+(?:\.\d+)?"
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(r"\b([0-3]?\d)[./]([01]?\d)[./]((?:19|20)\d\d)\b")
_DAY_MONTH = re.compile(rf"\b(?:the )?([0-3]?\d)(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b")
_MONTH_DAY = re.compile(rf"\b({_MONTH}) ([0-3]?\d)(?:st|nd|rd|th)?\b(?!:)")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)(?:\s?([ap])\.?m\b\.?)?", re.I)
_TURNED = re.compile(r"(?<=\w)['`´ʻʼ‘’‛′](?=\w)")
_UZBEK_MARK = re.compile(r"(?<=[oOgG])[ʻʼ‘’](?=[a-z])|[ʻʼ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")


def say_english(text: str) -> str:
    """Words in English letters, no digits. Cyrillic names are put into Latin."""
    for short, full in _SHORT.items():
        text = re.sub(rf"(?<!\w){re.escape(short)}", full, text)
    text = _CYRILLIC.sub(lambda m: _say_cyrillic(m[0]), text)
    text = re.sub(r"(?<=\d)[, \u00a0](?=\d{3}\b)", "", text)
    rules: list[tuple[str | re.Pattern[str], Callable[[re.Match[str]], str]]] = [
        (_DATE, _say_date),
        (_DAY_MONTH, lambda m: f"the {_ordinal(m[1])} of {m[2]}"),
        (_MONTH_DAY, lambda m: f"{m[1]} {_ordinal(m[2])}"),
        (_CLOCK, _say_clock),
        (rf"([$€£])\s?({_NUMBER})", lambda m: _say_money(m[2], m[1])),
        (rf"({_NUMBER})\s?([$€£])", lambda m: _say_money(m[1], m[2])),
        (r"\b(\d+)(?:st|nd|rd|th)\b", lambda m: _ordinal(m[1])),
        (r"\b((?:19|20)\d\d)\b(?!\s?(?:kg|km|cm|%))", lambda m: str(num2words(int(m[1]), to="year"))),
    ]
    for pattern, rule in rules:
        text = re.sub(pattern, rule, text)
    text = _say_units(text)
    text = re.sub(_NUMBER, lambda m: f" {num2words(m[0])} ".replace(",", ""), text)
    return _say_names(re.sub(r"[№%+=°@$€£₽]", _say_symbol, text))


def _say_units(text: str) -> str:
    for sign, forms in _UNITS.items():
        text = re.sub(rf"({_NUMBER})\s?(?:{sign})(?!\w)", partial(_say_unit, forms), text)
    return text


def _say_unit(forms: tuple[str, str], match: re.Match[str]) -> str:
    return _say_amount(match[1], forms)


def _ordinal(number: str) -> str:
    return str(num2words(int(number), to="ordinal"))


def _say_date(match: re.Match[str]) -> str:
    day, month = int(match[1]), int(match[2])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    return f"the {_ordinal(match[1])} of {_MONTHS[month - 1]} {num2words(int(match[3]), to='year')}"


def _say_clock(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    half = f" {match[3].upper()} M" if match[3] else ""
    if minute:
        return f"{num2words(hour)} {'oh ' if minute < 10 else ''}{num2words(minute)}{half}"
    return f"{num2words(hour)}{half}" if half or hour > 12 or not hour else f"{num2words(hour)} o'clock"


def _say_amount(number: str, forms: tuple[str, str]) -> str:
    return f"{num2words(number)} {forms[0] if number == '1' else forms[1]}"


def _say_money(number: str, sign: str) -> str:
    return _say_amount(number, (_MONEY[sign], f"{_MONEY[sign]}s"))


def _say_symbol(match: re.Match[str]) -> str:
    names = {"№": " number ", "%": " percent ", "+": " plus ", "=": " equals ", "°": " degrees ", "@": " at "}
    return names.get(match[0], " ")


def _say_cyrillic(word: str) -> str:
    """A Cyrillic name in the letters an English reader knows: Ёқутой → Yoqutoy, Шерзод → Sherzod."""
    latin = str(from_cyrillic(word).text)
    for letter, letters in (("Ş", "Sh"), ("ş", "sh"), ("Ç", "Ch"), ("ç", "ch")):
        latin = latin.replace(letter, letters)
    return latin


def _say_names(text: str) -> str:
    """No marks that an English voice would read as a pause: Oʻgʻiloy → Ogiloy, O’Neil → O'Neil."""
    text = _TURNED.sub("'", _UZBEK_MARK.sub("", text))
    plain = unicodedata.normalize("NFD", text)
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")
