"""Personal data and addresses in a text: cards, phones, documents, links, mail, @names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = re.compile(r"\+?\s?\(?\d(?:[\s\-.()–—]{0,3}\d){6,24}")
_LINK = re.compile(
    r"(?:https?|tg|ftp)\s?:\s?//\S+|\bwww\s?\.\s?\S+"
    r"|\b[a-z0-9а-я][\w-]*(?:\s?\.\s?[\w-]+)*\s?\.\s?(?:com|net|org|info|ru|uz|su|me|io|app|shop|online|site|xyz|biz|tv|cc"
    r"|link|club|store|top|pro|bet|casino|рф|uk|de|kz|tr)\b(?:\s?/\s?\S*)?"
)
_SPACED_WORDS = re.compile(r"\s\.|\.\s")
_MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+\s?\.\s?[a-z]{2,}")
_NICKNAME = re.compile(r"(?<![\w@])@\s?[a-z][a-z0-9_]{3,31}\b")
_PASSPORT = re.compile(r"\b(?:a[a-e]|k[a-b]|f[a-b]|ад|аа|ав|ка)\s?\d{7}\b")
_DOCUMENT_WORDS = re.compile(
    r"паспорт|pasport|passport|серия|seriya|pinfl|jshshir|жшшир|пинфл|инн\b|\binn\b|snils|снилс"
)
_CODES = "20|33|50|55|61|62|65|66|67|69|7[0-9]|8[78]|9[0-57-9]"
_UZBEK_PHONE = re.compile(rf"(?:998)?(?:{_CODES})\d{{7}}")
_FOREIGN_PHONE = re.compile(r"[78]9\d{9}|77\d{9}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[\s.]\d{3})+")


@dataclass(frozen=True)
class Find:
    """One find: the Fluent key that names it, and where it stands in the canonical text."""

    key: str
    start: int
    end: int


def find_personal(text: str) -> Iterator[Find]:
    """Everything in a canonical text that leads to a person, an account or an address elsewhere."""
    for key, pattern in (
        ("moderation-mail", _MAIL),
        ("moderation-link", _LINK),
        ("moderation-nickname", _NICKNAME),
        ("moderation-document", _PASSPORT),
    ):
        for match in pattern.finditer(text):
            if key != "moderation-link" or _is_link(match.group()):
                yield Find(key, *match.span())
    for match in _DIGITS.finditer(text):
        key = name_number(match.group(), text)
        if key:
            yield Find(key, *match.span())


def _is_link(link: str) -> bool:
    """ "Keling. Me" is two sentences; "t . me / x" is not."""
    return not _SPACED_WORDS.search(link) or "/" in link or link.count(".") > 1 or link.startswith("www")


def name_number(written: str, text: str = "") -> str:
    """The key of what a long number is – card, phone, document –, "" for a sum, a date or nothing."""
    digits = re.sub(r"\D", "", written)
    if _THOUSANDS.fullmatch(written.strip()) and not written.startswith("+"):
        return ""
    if _is_pinfl(digits):
        return "moderation-document"
    if 13 <= len(digits) <= 19 and (passes_luhn(digits) or _is_local_card(digits)):
        return "moderation-card"
    if is_phone(written, digits):
        return "moderation-phone"
    if _DOCUMENT_WORDS.search(text) and len(digits) >= 7:
        return "moderation-document"
    return "moderation-number" if len(digits) >= 11 and re.search(r"\d{11}", written) else ""


def _is_pinfl(digits: str) -> bool:
    """The Uzbek personal number: century and sex, day, month, year, and seven more digits."""
    return re.fullmatch(r"[3-6](?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{9}", digits) is not None


def _is_local_card(digits: str) -> bool:
    return len(digits) == 16 and digits.startswith(("8600", "9860", "5614", "6262", "5440", "4", "2200", "2202"))


def is_phone(written: str, digits: str) -> bool:
    """An Uzbek number with or without 998, a Russian or Kazakh one, or any with a plus before it."""
    if "+" in written:
        return 9 <= len(digits) <= 15
    return bool(_UZBEK_PHONE.fullmatch(digits) or _FOREIGN_PHONE.fullmatch(digits))


def passes_luhn(digits: str) -> bool:
    """The check digit of ISO/IEC 7812-1."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return len(set(digits)) > 1 and sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
