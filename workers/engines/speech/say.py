"""The words a voice is to say: numbers, dates, money, symbols and names as the engine can read them."""

import re
import unicodedata

from bot.words.letters import fold_letters
from workers.engines.contracts import EngineError
from workers.engines.speech.say_en import say_english
from workers.engines.speech.say_repeats import calm_repeats
from workers.engines.speech.say_ru import say_russian
from workers.engines.speech.say_uz import say_uzbek

SPOKEN = {"uz": say_uzbek, "uz-Cyrl": say_uzbek, "ru": say_russian, "en": say_english}
_AND = {"uz": " va ", "uz-Cyrl": " va ", "ru": " и ", "en": " and "}
_SMILE = re.compile(r"(?<![\w\d])(?:[:;=8]-?[)(DPpOo*]+|[xX]-?[)(D*]+)(?!\w)|\){2,}|\({2,}|<3")
_LINK = re.compile(r"(https?://|www\.|t\.me/)\S+")
_ACCENT = re.compile(r"(?<=\w)[`´](?=\w)")  # typed where a keyboard has no apostrophe
_PHONE = re.compile(r"\+\d{7,}\b|\b\d{7,}\b(?<!000)|\b\d{16,}\b")  # too long to be read as one number
_RANGE = re.compile(r"(?<=[\dIVXLХ])\s?[–—−‐‑]\s?(?=[\dIVXLХ])")
_QUOTES = str.maketrans(dict.fromkeys('«»„“”"*_~`#|<>[]{}\\^', " "))
_PAUSES = str.maketrans({"…": ".", "—": ",", **dict.fromkeys("–‑‐−", "-"), "(": ",", ")": ",", "\n": ". ", ";": ","})
_KEPT = "$€₽£%№°+=&@"  # symbols that have a name of their own in each language
# What the engine of each language is given; a letter beyond it would be dropped in silence or spelt out.
ALPHABETS = {
    "uz": "abcdefghijklmnopqrstuvwxyzʻ'",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz'",
}
_BEYOND = {code: re.compile(rf"[^\W{letters}]|_", re.I) for code, letters in ALPHABETS.items()}


def say_text(text: str, language: str) -> str:
    """`text` as plain words and pauses in the script its engine reads: Uzbek in Latin, Russian in Cyrillic.

    `language` is `uz` (either script), `ru` or `en`. May be empty, e.g. for a text of emoji only.
    Raises EngineError for a language nobody speaks.
    """
    if language not in SPOKEN:
        raise EngineError(f"no voice speaks {language!r}; known are uz, ru and en")
    code = language.split("-")[0]
    said = SPOKEN[language](_read_symbols(calm_repeats(fold_letters(text, code), code)).replace("&", _AND[language]))
    return tidy_pauses(_BEYOND[code].sub(" ", said))


def _read_symbols(text: str) -> str:
    """What looks like a smile and is all there is (XD) is a name."""
    plain = drop_symbols(text)
    return plain if re.search(r"\w", plain) else drop_symbols(text, smiles=False)


def drop_symbols(text: str, smiles: bool = True) -> str:
    """Without emoji, smileys, links, quotes and invisible characters; dashes and brackets become pauses."""
    text = "".join(_plain_digit(char) for char in _LINK.sub(" ", unicodedata.normalize("NFC", text)))
    text = _RANGE.sub("-", _SMILE.sub(" ", text) if smiles else text)
    text = _ACCENT.sub("'", text)
    text = _PHONE.sub(lambda m: " ".join(m[0].strip("+")), text)
    text = re.sub(r"(?<=\w)\s+—\s+", ", ", text).translate(_QUOTES).translate(_PAUSES)
    return "".join(c if _is_speakable(c) else " " for c in text)


def tidy_pauses(text: str) -> str:
    """One space between words, none before a mark, no run of marks and none at the start."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.!?:])", r"\1", text)
    text = re.sub(r"([,.:]\s*)+([.!?])", r"\2", text)
    text = re.sub(r"([,.!?])[,.:]+", r"\1", text)
    text = re.sub(r"([!?])[!?]+", r"\1", text)
    text = re.sub(r"([,.!?:])(?=[^\W\d])", r"\1 ", text)
    return text.strip(" ,.:-!?") + _last_mark(text) if re.search(r"\w", text) else ""


def _last_mark(text: str) -> str:
    end = text.rstrip(" ,:-")
    return end[-1] if end[-1:] in ".!?" else ""


def _plain_digit(char: str) -> str:
    """Digits of any script and in any dress as 0–9: ½ is 1/2."""
    if char < "\x80" or unicodedata.category(char)[0] != "N":
        return char
    plain = unicodedata.normalize("NFKC", char).replace("⁄", "/")
    return f" {plain}" if "/" in plain else "".join(str(unicodedata.digit(c, c)) for c in plain)


def _is_speakable(char: str) -> bool:
    category = unicodedata.category(char)
    return char in _KEPT or not (category[0] in "CS" or category in ("Mn", "Me") or category == "Zl")
