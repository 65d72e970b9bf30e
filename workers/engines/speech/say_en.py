"""English → plain words for the voice."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial

from alifbo import from_cyrillic
from num2words import num2words

from workers.engines.speech.say_en_numbers import say_periods, say_shares

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
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)(?:\s?([ap])\.?m\b\.?)?", re.I)
_TIMES = re.compile(r"(?<=\d)\s?[x×]\s?(?=\d)", re.I)
_COMPOUND = re.compile(r"\d+(?=-[a-z])", re.I)  # five-year-old
_TURNED = re.compile(r"(?<=\w)['`´ʻʼ‘’‛′](?=\w)")
_UZBEK_MARK = re.compile(r"(?<=[oOgG])[ʻʼ‘’](?=[a-z])|[ʻʼ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")


def say_english(text: str) -> str:
    """Words in English letters, no digits. Cyrillic names are put into Latin."""
    for short, full in _SHORT.items():
        text = re.sub(rf"(?<!\w){re.escape(short)}", full, text)
    text = _CYRILLIC.sub(lambda m: _say_cyrillic(m[0]), text)
    text = re.sub(r"(?<=\d)[, \u00a0](?=\d{3}\b)", "", text)
    text = say_periods(text)
    for pattern, rule in _MOMENTS_AND_MONEY:
        text = pattern.sub(rule, text)
    text = say_shares(_say_units(_TIMES.sub(" by ", text)))
    text = _COMPOUND.sub(lambda m: f"{num2words(int(m[0]))}", text)
    text = re.sub(_NUMBER, lambda m: f" {num2words(m[0])} ".replace(",", ""), text)
    return _say_names(re.sub(r"[№%+=°@$€₽£]", _say_symbol, text))


def _say_units(text: str) -> str:
    for sign, forms in _UNITS.items():
        text = re.sub(rf"({_NUMBER})\s?(?:{sign})(?!\w)", partial(_say_unit, forms), text)
    return text


def _say_unit(forms: tuple[str, str], match: re.Match[str]) -> str:
    return _say_amount(match[1], forms)


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


_MOMENTS_AND_MONEY: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (_CLOCK, _say_clock),
    (re.compile(rf"([$€£])\s?({_NUMBER})"), lambda m: _say_money(m[2], m[1])),
    (re.compile(rf"({_NUMBER})\s?([$€£])"), lambda m: _say_money(m[1], m[2])),
]


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
