"""Which of our languages a text is in: script and letters first, then a statistical guess."""

import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from bot.i18n import DEFAULT_LANGUAGE

_CYRILLIC = re.compile("[а-яёўқғҳ]")
_LATIN = re.compile("[a-z]")
_UZBEK_CYRILLIC = re.compile("[ўқғҳ]")
_RUSSIAN = re.compile(r"[ыщ]|(?:ого|его|ому|ему|ться|ешь|ишь|ая|ую)\b")
_ADDRESS = re.compile(r"\S*[.@/]\w\S*")
_UZBEK_LATIN = re.compile("[og]'|[öğşç]")
_ENGLISH = re.compile(r"\b(the|you|your|and|happy|with|wish|love|from|dear|is|are|i|my|of|to|a)\b|w")
_RUSSIAN_WORDS = re.compile(
    r"\b(с|я|ты|вы|мамочка|привет|от|не|и|в|на|по|за|то|что|как|это|все|всё|мне|меня|тебе|тебя|вам|вас|он|она|мы|иди|пусть|будь|будьте|днем|днём|день|поздравляю|желаю|спасибо)\b"
)
_UZBEK_WORDS = re.compile(
    r"\b(va|bilan|uchun|siz|sizni|sen|men|muborak|rahmat|raxmat|salom|onajon|dadajon|aka|opa|ва|билан|учун|сиз|сизни"
    r"|мен|муборак|раҳмат|рахмат|салом|онажон|дадажон|ака|опа)\b"
)
_HINT_LEAD = 6.0  # log-probability: how much surer the guess must be to overrule what the person told us


@lru_cache
def load_identifier() -> LanguageIdentifier:
    """The statistical guesser, restricted to our three languages. Takes about two seconds, once."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["uz", "ru", "en"])
    return identifier


def detect_language(text: str, hint: str | None = None) -> str:
    """`uz`, `uz-Cyrl`, `ru` or `en` for a canonical text; `hint` decides where the text itself does not."""
    text = _ADDRESS.sub(" ", text)  # a link says nothing of the language
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if not cyrillic and not latin:
        return hint or DEFAULT_LANGUAGE
    if cyrillic >= latin:
        return _detect_cyrillic(text, hint)
    return _detect_latin(text, hint)


def _detect_cyrillic(text: str, hint: str | None) -> str:
    uzbek = len(_UZBEK_CYRILLIC.findall(text)) + 2 * len(_UZBEK_WORDS.findall(text))
    russian = 2 * len(_RUSSIAN.findall(text)) + 2 * len(_RUSSIAN_WORDS.findall(text))
    if uzbek != russian:
        return "uz-Cyrl" if uzbek > russian else "ru"
    return "uz-Cyrl" if _guess(text, "ru", {"uz-Cyrl": "uz"}.get(hint or "", hint)) == "uz" else "ru"


def _detect_latin(text: str, hint: str | None) -> str:
    uzbek = 2 * len(_UZBEK_LATIN.findall(text)) + 2 * len(_UZBEK_WORDS.findall(text))
    english = len(_ENGLISH.findall(text))
    if uzbek != english:
        return "uz" if uzbek > english else "en"
    return _guess(text, "en", hint)


def _guess(text: str, other: str, hint: str | None) -> str:
    """Uzbek or the `other` language, by the statistical model and the hint."""
    scores = dict(load_identifier().rank(text))
    lead = scores["uz"] - scores[other]
    if hint in ("uz", other) and abs(lead) < _HINT_LEAD:
        return str(hint)
    return "uz" if lead >= 0 else other
