"""The little language in which rules are written.

    word      the whole word           word*   words that begin so
    *word*    anywhere inside a word   word+   the word with its grammatical endings
    a b       neighbouring words       a ~ b   up to three words between them
    #         a number                 {a,b}   either spelling
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.filters.readings import Space, fold_uzbek, read_cyrillic, strip_accents

Kind = Literal["exact", "prefix", "inside", "inflected", "number", "gap"]
MAX_GAP = 3
SPACE_OF: dict[str, Space] = {"ru": "cyr", "en": "lat", "uz": "fold", "ru-Latn": "fold"}

_BRACES = re.compile(r"\{([^{}]*)\}")
_UZ_ENDING = re.compile(
    r"(larça|ça|lar)?(imiz|ingiz|ngiz|miz|im|ing|si|i|m|ng)?(lari|lar)?"
    r"(ning|ni|ga|ka|qa|dagi|dan|da|day|dek)?(man|san|sizlar|siz|miz|mi|dir|çi|ku|lar)?"
)
_RU_ENDING = re.compile(
    r"(а|у|е|ы|и|о|ой|ою|ом|ем|ов|ев|ей|ам|ами|ах|ям|ями|ях|я|ю|ь|ью|ый|ий|ая|яя|ое|ее|ые|ие"
    r"|ого|его|ому|ему|ым|им|ую|юю|ых|их|ыми|ими|ок|ек)?"
)
_EN_ENDING = re.compile(r"(s|es|d|ed|ing|in|er|ers|y|ies)?")
_ENDINGS = {"ru": _RU_ENDING, "en": _EN_ENDING, "uz": _UZ_ENDING, "ru-Latn": re.compile(r"(a|u|e|i|y|o|oy|om|ami|ax|am|ov|lar|ni|ga|ning|san|siz|man)?")}


@dataclass(frozen=True)
class Pattern:
    """One word of a rule: `base` is already in the reading that its language looks at."""

    base: str
    kind: Kind
    language: str

    def fits(self, word: str) -> bool:
        """Whether a reading of a word is meant by this pattern."""
        match self.kind:
            case "exact":
                return word == self.base
            case "prefix":
                return word.startswith(self.base)
            case "inside":
                return self.base in word
            case "inflected":
                return word.startswith(self.base) and has_ending(word[len(self.base) :], self.language)
            case "number":
                return word.isdigit()
        return False


def has_ending(tail: str, language: str) -> bool:
    """Whether `tail` is a grammatical ending of the language (nothing at all is one)."""
    return _ENDINGS[language].fullmatch(tail) is not None


def expand_braces(line: str) -> Iterator[str]:
    """Every spelling of a line: `s{i,1}k` → `sik`, `s1k`."""
    found = _BRACES.search(line)
    if found is None:
        yield line
        return
    for option in found.group(1).split(","):
        yield from expand_braces(line[: found.start()] + option.strip() + line[found.end() :])


def read_lines(block: str) -> Iterator[str]:
    """The patterns of a rules block: `;` or a line end parts them, a line that begins with `#` is a comment."""
    for line in block.splitlines():
        if not line.strip().startswith("#"):
            yield from (part.strip() for part in line.split(";") if part.strip())


def parse_line(line: str, language: str) -> tuple[Pattern, ...]:
    """One rule, without braces, as patterns. Raises ValueError for a rule that begins with a gap or number."""
    patterns = tuple(_parse_word(part, language) for part in line.lower().split())
    if not patterns or patterns[0].kind in ("gap", "number") or patterns[-1].kind == "gap":
        raise ValueError(f"a rule begins and ends with a word: {line!r}")
    return patterns


def _parse_word(part: str, language: str) -> Pattern:
    if part == "~":
        return Pattern("", "gap", language)
    if part == "#":
        return Pattern("", "number", language)
    kind: Kind = "exact"
    if part.startswith("*") and part.endswith("*"):
        kind = "inside"
    elif part.endswith("*"):
        kind = "prefix"
    elif part.endswith("+"):
        kind = "inflected"
    return Pattern(fold_base(part.strip("*+"), language), kind, language)


def fold_base(word: str, language: str) -> str:
    """A word of a rule in the reading of its language, so that rules are written as people spell."""
    space = SPACE_OF[language]
    if space == "fold":
        return fold_uzbek(word)
    if space == "cyr":
        return read_cyrillic(word)[0]
    return strip_accents(word.replace("'", ""))
