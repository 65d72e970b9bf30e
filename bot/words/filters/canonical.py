"""The canonical form of a text: what a reader sees, without the tricks that hide it from a program."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHES = "'’‘ʻʼ`´ʹʽ′‛＇ˈ"
# Letters that draw nothing, though Unicode calls them letters or symbols.
_BLANKS = "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5"
_DROPPED = {"Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me"}
# Greek, Cherokee, small capitals and other letters that are only ever met here as disguised Latin.
_LOOKALIKES = str.maketrans(
    "αβγεηικμνορτυχωɑɡıȷʟɴʀᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢաօոսցհℓ", "abyenikmvoptuxwagijlnrabcdefghijklmnoprstuvwyzaonughl"
)
_OWN_MARKS = "\u0306\u0308\u0327"  # breve, dots, cedilla: й ў ğ, ё ö, ş ç
_WORD = re.compile(r"[^\W_]+(?:'+[^\W_]+)*'?")


@dataclass(frozen=True)
class Canonical:
    """A cleaned text: `text` in lower case, and for each of its characters the index in `source`."""

    text: str
    origins: tuple[int, ...]
    source: str

    def fragment(self, start: int, end: int) -> str:
        """The piece of the source behind `text[start:end]`, as the person wrote it."""
        if start >= end or end > len(self.origins):
            return ""
        return self.source[self.origins[start] : self.origins[end - 1] + 1].strip()


@dataclass(frozen=True)
class Token:
    """One word of the canonical text and where it stands there."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def clean_letter(letter: str) -> str:
    """What one character stands for: "" when it draws nothing, else lower-case letters, digits or a sign."""
    if letter in _APOSTROPHES:
        return "'"
    if letter.isspace():
        return " "
    if letter in _BLANKS or unicodedata.category(letter) in _DROPPED:
        return ""
    plain = _drop_accents(unicodedata.normalize("NFKC", letter).lower()).translate(_LOOKALIKES)
    return "".join(_plain_part(part) for part in plain)


def _drop_accents(letter: str) -> str:
    """Without stress marks and the like, which compose with some letters (`ќ`); those that make a letter stay."""
    parts = unicodedata.normalize("NFD", letter)
    kept = (part for part in parts if unicodedata.category(part) != "Mn" or part in _OWN_MARKS)
    return unicodedata.normalize("NFC", "".join(kept))


def _plain_part(part: str) -> str:
    if part in _APOSTROPHES:
        return "'"
    if part.isspace():
        return " "
    if unicodedata.category(part) in _DROPPED:
        return ""
    return str(unicodedata.digit(part)) if part.isdigit() else part


def clean_text(text: str) -> Canonical:
    """NFKC, lower case, invisible characters and stray accents out, apostrophes and digits made one."""
    source = unicodedata.normalize("NFC", text)
    letters: list[str] = []
    origins: list[int] = []
    for index, letter in enumerate(source):
        for plain in clean_letter(letter):
            letters.append(plain)
            origins.append(index)
    return Canonical("".join(letters), tuple(origins), source)


def canonical_form(text: str) -> str:
    """The canonical text with single spaces. Idempotent: cleaning can join letters anew, so until it rests."""
    while True:
        cleaned = " ".join(clean_text(text).text.split())
        if cleaned == text:
            return cleaned
        text = cleaned


def split_words(text: str) -> tuple[Token, ...]:
    """The words and numbers of a canonical text; an apostrophe belongs to its word."""
    return tuple(Token(match.group(), *match.span()) for match in _WORD.finditer(text))
