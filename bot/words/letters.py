"""One rule for letters: what a voice is to say for each, and which ones cannot be said or drawn at all.

Whoever accepts a name or a text asks `strange_letters`; whoever says it reads `fold_letters`; so nothing that
was accepted is left out of the film. `drawn_letters.txt` holds what the typefaces can draw; a test compares it
with the fonts.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from bot.words.near_letters import KNOWN, NEAR

DRAWN = frozenset((Path(__file__).parent / "drawn_letters.txt").read_text(encoding="utf-8")) - {"\n"}
# A letter that stands for a sound only beside others, or a mark that keyboards put into a word.
MARKS = "'’‘ʻʼ`´ʹʽʿʾ′‛＇ˈˊˋꞌ"
_SILENT = frozenset("ьъ" + MARKS)
_STRESS = "\u0301"  # the one mark that the typefaces draw over any letter
_CLUSTER = re.compile(r"[^\W\d_][\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*")
_COMBINING = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
# A style of its own that Unicode does not call one: ᴍᴀᴅɪɴᴀ.
_SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
# The same shape under another number, which the typefaces do have.
_SAME_SHAPE = str.maketrans({"ə": "ә", "Ə": "Ә", **dict.fromkeys("ʹʽʿʾ‛＇ˈˊˋꞌ", "'")})


def plain_letters(text: str) -> str:
    """Decorated and full-width letters as plain ones, accents on their letters; all else as it was written."""
    return unicodedata.normalize("NFC", "".join(_plain_letter(letter) for letter in text))


@lru_cache(maxsize=8192)
def _plain_letter(letter: str) -> str:
    """By compatibility form; a sign such as № or ™ is no letter, a letter in a circle is."""
    plain = unicodedata.normalize("NFKC", letter).translate(_SMALL_CAPITALS)
    kind = unicodedata.category(letter)
    return plain if kind[0] == "L" or (kind == "So" and len(plain) == 1 and plain.isalpha()) else letter


def drawn_form(name: str) -> str:
    """The name in letters that the typefaces have: the person's own, plain and of the same shape."""
    return plain_letters(name).translate(_SAME_SHAPE)


def fold_letters(text: str, language: str) -> str:
    """The text in letters that the voice of `language` (`uz`, `uz-Cyrl`, `ru`, `en`) is read from."""
    code = language.split("-")[0]
    folded = (_fold_letter(letter, code) for letter in drawn_form(text))
    return _COMBINING.sub("", "".join(folded))


@lru_cache(maxsize=8192)
def _fold_letter(letter: str, language: str) -> str:
    small = letter.lower()
    if small in KNOWN[language] or not letter.isalpha() or letter in MARKS:
        return letter
    near = NEAR[language].get(small)
    if near is None:
        base = unicodedata.normalize("NFD", small)[0]
        near = base if base in KNOWN[language] else NEAR[language].get(base, small)
    return near if letter == small else near.capitalize()


def strange_letters(text: str) -> tuple[str, ...]:
    """The letters that no voice of ours can say or no typeface draw, each once, as they were written."""
    found = _CLUSTER.findall(plain_letters(text))
    return tuple(dict.fromkeys(letter for letter in found if _is_strange(letter)))


def has_sound(text: str) -> bool:
    """Whether any letter of the text is heard."""
    return any(letter.isalpha() and letter not in _SILENT for letter in fold_letters(text, "uz").lower())


@lru_cache(maxsize=8192)
def _is_strange(cluster: str) -> bool:
    if cluster[0] in MARKS or not cluster[0].isalpha():
        return False
    return not (_is_drawn(cluster) and all(_is_said(cluster, code) for code in KNOWN))


def _is_said(cluster: str, language: str) -> bool:
    return all(letter in KNOWN[language] or letter in MARKS for letter in fold_letters(cluster, language).lower())


def _is_drawn(cluster: str) -> bool:
    """In either case: a poster sets its name in capitals."""
    letters = cluster.translate(_SAME_SHAPE).removesuffix(_STRESS)
    return all(letter in DRAWN for letter in letters + letters.upper())
