"""Words with letters behind stars and signs: `x*y`, `f**k`, `s!kt!r`, `сук@`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.words.filters.matcher import rules_of_word
from bot.words.filters.patterns import Stem
from bot.words.filters.readings import SPACES, Space, read_word
from bot.words.filters.rules import Rule, load_rules

_CHUNK = re.compile(r"(?<!\S)[^\w\s@$]*([\w@$]\S*)")
_SIGNED = re.compile(r"[^\W\d_]\S*[@$!|+]|[@$!|+]\S*[^\W\d_]")
_AT = re.compile("[@$!]")  # a letter look-alike, or just a sign in a letter's place
_STARRED = re.compile(r"([^\W\d_]+)([*#%&]+)([^\W\d_]*)")
_SIGNS = str.maketrans({"@": "a", "$": "s", "!": "i", "|": "i", "+": "t"})
_MAX_MASKED = 5
_MAX_LETTERS = 24


@dataclass(frozen=True)
class Masked:
    """A word with letters behind signs, where it stands, and the rule it hides (None: nobody can tell)."""

    rule: Rule | None
    start: int
    end: int


def find_masked(text: str) -> list[Masked]:
    """Words such as `x*y`, `f**k`, `s!kt!r`, `сук@` in a canonical text."""
    found: list[Masked] = []
    for chunk in _CHUNK.finditer(text):
        word = chunk.group(1).rstrip('.,!?:;)"»”…')
        if len(found) < _MAX_MASKED and len(word) <= _MAX_LETTERS and (_SIGNED.search(word) or _STARRED.search(word)):
            found += [Masked(rule, chunk.start(1), chunk.start(1) + len(word)) for rule in _unmask(word)]
    return found


def _unmask(word: str) -> list[Rule | None]:
    """The rules a masked word hides; [None] when letters are hidden and no rule explains them."""
    plain = word.translate(_SIGNS)
    rules = _rules_of_masked(plain) or _rules_of_masked(_AT.sub("*", word))
    if rules:
        return [rules[0]]
    starred = _STARRED.search(plain)
    if starred is None or re.search("[%&]", starred.group(2)):
        return []
    return [None] if len(starred.group(2)) > 1 or starred.group(3) else []


@lru_cache(maxsize=4096)
def _rules_of_masked(word: str) -> list[Rule]:
    starred = _STARRED.search(word)
    if starred is None:
        return [rule for space in SPACES for rule in rules_of_word(word, space) if rule.disguisable]
    head, stars, tail = starred.groups()
    return [rule for space in SPACES for rule in _fits_mask(head, len(stars), tail, space)]


def _fits_mask(head: str, stars: int, tail: str, space: Space) -> Iterator[Rule]:
    """Rules whose stem has these letters around the stars: one hides a letter or none, several about as many."""
    hidden = range(0, 2) if stars == 1 else range(stars - 1, stars + 2)
    tails = read_word(tail).plain[space] if tail else ("",)
    for start in read_word(head).plain[space]:
        for stem, rule in _hidden_stems(space).get(start[0], ()):
            if stem.base.startswith(start) and any(_hides(stem, len(start), rest, hidden) for rest in tails):
                yield rule


@lru_cache
def _hidden_stems(space: Space) -> dict[str, tuple[tuple[Stem, Rule], ...]]:
    """The stems that people disguise, by first letter."""
    groups: dict[str, list[tuple[Stem, Rule]]] = {}
    for rule in load_rules():
        if rule.space == space and rule.disguisable:
            for stem in rule.heads:
                groups.setdefault(stem.base[0], []).append((stem, rule))
    return {letter: tuple(group) for letter, group in groups.items()}


def _hides(stem: Stem, shown: int, tail: str, hidden: range) -> bool:
    """Whether so many hidden letters and some of the tail complete the stem, and the rest is its ending."""
    for kept in range(len(tail) + 1):
        end = len(stem.base) - kept
        if end - shown in hidden and stem.base[end:] == tail[:kept] and stem.fits_tail(tail[kept:]):
            return True
    return False
