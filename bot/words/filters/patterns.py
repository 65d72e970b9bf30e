"""The little language in which rules are written.

word      the whole word           word*   words that begin so
*word*    anywhere inside a word   word+   the word with its grammatical endings
a b       neighbouring words       a ~ b   up to three words between them
#         a number                 {a,b}   either spelling    (a `*` alone: any word)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from bot.words.filters.readings import Space, fold_uzbek, strip_accents

Kind = Literal["exact", "prefix", "inside", "inflected", "number"]
MAX_GAP = 3
SPACE_OF: dict[str, Space] = {"ru": "cyr", "en": "lat", "uz": "fold", "ru-Latn": "fold"}

_BRACES = re.compile(r"\{([^{}]*)\}")
_WIDE_BRACES = re.compile(r"\{([^{}]*[^\s,{}]\s+[^\s,{}][^{}]*)\}")  # an option of several words
_UZ_ENDING = re.compile(
    r"(larça|ça|lar)?(imiz|ingiz|ngiz|miz|im|ing|si|i|m|ng)?(lari|lar)?"
    r"(ning|ni|ga|ka|qa|dagi|dan|da|day|dek)?(man|san|sizlar|siz|miz|mi|dir|çi|ku|lar)?"
)
_RU_ENDING = re.compile(
    r"(а|у|е|ы|и|о|ой|ою|ом|ем|ов|ев|ей|ам|ами|ах|ям|ями|ях|я|ю|ь|ью|ый|ий|ая|яя|ое|ее|ые|ие"
    r"|ого|его|ому|ему|ым|им|ую|юю|ых|их|ыми|ими|ок|ек)?"
)
_EN_ENDING = re.compile(r"(s|es|d|ed|ing|in|er|ers|y|ies)?")
_MIXED_ENDING = re.compile(r"(a|u|e|i|y|o|oy|om|ami|ax|am|ov|lar|ni|ga|ning|san|siz|man)?")
_ENDINGS = {"ru": _RU_ENDING, "en": _EN_ENDING, "uz": _UZ_ENDING, "ru-Latn": _MIXED_ENDING}


@dataclass(frozen=True)
class Stem:
    """One spelling of a word in a rule; `base` is already in the reading that its language looks at."""

    base: str
    kind: Kind
    language: str

    def fits_tail(self, tail: str) -> bool:
        """Whether a word that begins with the base may go on like this."""
        if self.kind == "inflected":
            return has_ending(tail, self.language)
        return self.kind in ("prefix", "inside") or not tail

    def fits(self, word: str) -> bool:
        """Whether a reading of a word is meant by this stem."""
        if self.kind == "number":
            return word.isdigit()
        if self.kind == "inside":
            return self.base in word
        return word.startswith(self.base) and self.fits_tail(word[len(self.base) :])


@dataclass(frozen=True, eq=False)
class Pattern:
    """One word of a rule in all its spellings; no stems mean a gap of up to three words."""

    stems: tuple[Stem, ...]

    @property
    def gap(self) -> bool:
        return not self.stems

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(stem.base for stem in self.stems if stem.kind == "exact")

    @cached_property
    def _open(self) -> tuple[Stem, ...]:
        return tuple(stem for stem in self.stems if stem.kind != "exact")

    def fits(self, word: str) -> bool:
        """Whether a reading of a word is meant."""
        return word in self._exact or any(stem.fits(word) for stem in self._open)


def has_ending(tail: str, language: str) -> bool:
    """Whether `tail` is a grammatical ending of the language (nothing at all is one)."""
    return _ENDINGS[language].fullmatch(tail) is not None


def read_lines(block: str) -> Iterator[str]:
    """The rules of a block: `;` or a line end parts them, a line that begins with `#` is a comment."""
    for line in block.splitlines():
        if not line.strip().startswith("#"):
            yield from (part.strip() for part in line.split(";") if part.strip())


def split_wide(line: str) -> Iterator[str]:
    """Lines whose braces hold single words only: an option of several words becomes a line of its own."""
    wide = _WIDE_BRACES.search(line)
    if wide is None:
        yield line
        return
    options = [option.strip() for option in wide.group(1).split(",")]
    narrow = [option for option in options if " " not in option]
    heads = [option for option in options if " " in option] + (["{" + ",".join(narrow) + "}"] if narrow else [])
    for option in heads:
        yield from split_wide(line[: wide.start()] + option + line[wide.end() :])


def parse_line(line: str, language: str) -> tuple[Pattern, ...]:
    """One rule as patterns, a word each. Raises ValueError where it does not begin and end with a word."""
    patterns = tuple(_parse_word(part, language) for part in re.sub(r"\s*,\s*", ",", line.lower()).split())
    if not patterns or patterns[0].gap or patterns[-1].gap:
        raise ValueError(f"a rule begins and ends with a word: {line!r}")
    if any(not stem.base for stem in patterns[0].stems):
        raise ValueError(f"a rule begins with letters: {line!r}")
    return patterns


def expand_braces(word: str) -> Iterator[str]:
    """Every spelling of a word: `s{i,1}k` → `sik`, `s1k`."""
    found = _BRACES.search(word)
    if found is None:
        yield word
        return
    for option in found.group(1).split(","):
        yield from expand_braces(word[: found.start()] + option + word[found.end() :])


def _parse_word(part: str, language: str) -> Pattern:
    if part == "~":
        return Pattern(())
    stems = dict.fromkeys(_parse_stem(word, language) for word in expand_braces(part))
    if language == "uz":  # people write x for h; the other way it would be another word
        stems |= dict.fromkeys(replace(stem, base=stem.base.replace("h", "x")) for stem in stems)
    return Pattern(tuple(stems))


def _parse_stem(word: str, language: str) -> Stem:
    if word == "#":
        return Stem("#", "number", language)
    kind: Kind = "exact"
    if word.startswith("*") and word.endswith("*") and len(word) > 1:
        kind = "inside"
    elif word.endswith("*"):
        kind = "prefix"
    elif word.endswith("+"):
        kind = "inflected"
    base = word.strip("*+")
    if re.search(r"[*+{}#~]", base):
        raise ValueError(f"a sign in the middle of a word: {word!r}")
    return Stem(fold_base(base, language) if base else "", kind, language)


def fold_base(word: str, language: str) -> str:
    """A word of a rule in the reading of its language, so that rules are written as people spell."""
    space = SPACE_OF[language]
    if space == "fold":
        return fold_uzbek(word)
    if space == "cyr":
        return word.replace("ё", "е")
    return strip_accents(word.replace("'", ""))
