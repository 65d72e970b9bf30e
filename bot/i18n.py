"""Four languages from Fluent files: `locales/<language>/<noun>.ftl`, every key in every language."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("uz", "uz-Cyrl", "ru", "en")
DEFAULT_LANGUAGE = "uz"
TASHKENT = ZoneInfo("Asia/Tashkent")
LOCALES_DIR = Path(__file__).resolve().parent.parent / "locales"
_LONG = 2000  # the library refuses values of more than 2500 characters
_GAP = "\ue000{}\ue001"  # stands for a long value; signs that no alphabet uses
_BABEL = {"uz": "uz_Latn", "uz-Cyrl": "uz_Cyrl", "ru": "ru", "en": "en"}


class MissingText(LookupError):
    """A key, or a value it needs, is missing: a defect of ours, never shown to a person."""


@lru_cache
def load_bundle(language: str) -> FluentBundle:
    """The texts of one language. Raises MissingText for a language we do not speak."""
    if language not in LANGUAGES:
        raise MissingText(f"no such language: {language}")
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((LOCALES_DIR / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def text(language: str, key: str, **values: Any) -> str:
    """The text of `key` with `values` put in.

    Raises MissingText when the language lacks the key or the call lacks a value.
    """
    bundle = load_bundle(language)
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise MissingText(f"{language}: {key}")
    long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > _LONG}
    result, errors = bundle.format_pattern(pattern, {**values, **{name: _GAP.format(name) for name in long}})
    if errors:
        raise MissingText(f"{language}: {key}: {errors[0]}")
    return _fill_gaps(str(result), long)


def _fill_gaps(words: str, long: dict[str, str]) -> str:
    """What people wrote at length is put in afterwards, whole."""
    if not long:
        return words
    gaps = re.compile("|".join(re.escape(_GAP.format(name)) for name in long))
    return gaps.sub(lambda gap: long[gap[0][1:-1]], words)


def text_key(noun: str, identifier: str) -> str:
    """The Fluent key of one of several of a kind – a category, an occasion, a state: `occasion-new-year`."""
    return f"{noun}-{identifier.replace('_', '-')}"


def pick_language(code: str | None) -> str:
    """Our language for an IETF code such as Telegram's `language_code`; Uzbek Latin when unknown."""
    code = (code or "").replace("_", "-").lower()
    if code.startswith("uz-cyrl"):
        return "uz-Cyrl"
    return next((language for language in ("ru", "en", "uz") if code.split("-")[0] == language), DEFAULT_LANGUAGE)


def babel_locale(language: str) -> str:
    """Babel's name of one of our languages, for dates and numbers."""
    return _BABEL[language]


def format_uzs(language: str, amount: int) -> str:
    """Whole so'm as people write them: `1 250 000 soʻm`."""
    number = format_decimal(Decimal(amount), "#,##0", locale=_BABEL[language])
    return text(language, "money-uzs", amount=number.replace(",", "\u00a0"))


def format_xtr(amount: int) -> str:
    """Telegram Stars: `⭐ 150`."""
    return f"⭐ {amount}"


def format_moment(moment: datetime, form: str = "%d.%m.%Y %H:%M") -> str:
    """A moment (UTC where it says nothing else) as clocks in Tashkent show it: `22.11.2026 16:40`."""
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(TASHKENT).strftime(form)
