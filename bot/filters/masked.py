"""Words with letters behind stars and signs: `x*y`, `f**k`, `s!kt!r`, `сук@`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.filters.matcher import load_index, look_up, rules_of_word
from bot.filters.readings import SPACES, Space, has_latin, read_word
from bot.filters.rules import Rule, load_rules

_CHUNK = re.compile(r"(?<!\S)[^\w\s@$]*([\w@$]\S*)")
_SIGNED = re.compile(r"[^\W\d_]\S*[@$!|+]|[@$!|+]\S*[^\W\d_]")
_AT = re.compile("[@$!]")  # a letter look-alike, or just a sign in a letter's place
_STARRED = re.compile(r"([^\W\d_]+)([*#%&]+)([^\W\d_]*)")
_SIGNS = str.maketrans({"@": "a", "$": "s", "!": "i", "|": "i", "+": "t"})
_MAX_MASKED = 5
_LATIN = "abcdefghijklmnopqrstuvxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


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
        if len(found) < _MAX_MASKED and (_SIGNED.search(word) or _STARRED.search(word)):
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
    if len(starred.group(2)) == 1:
        return _fill_letter(starred.group(1), starred.group(3))
    return [rule for space in SPACES for rule in _fits_mask(starred, space)]


def _fill_letter(head: str, tail: str) -> list[Rule]:
    """One star hides one letter, or stands beside it: try each."""
    found: dict[Rule, None] = {}
    for letter in ("", *(_LATIN if has_latin(head) else _CYRILLIC)):
        for space in SPACES:
            for reading in read_word(head + letter + tail).plain[space]:
                found |= dict.fromkeys(
                    rule for rule in look_up(reading, load_index(space)) if rule.disguisable
                )
    return list(found)


def _fits_mask(starred: re.Match[str], space: Space) -> Iterator[Rule]:
    """Several stars hide about as many letters; the letters left must agree."""
    heads = read_word(starred.group(1)).plain[space]
    tails = read_word(starred.group(3)).plain[space] if starred.group(3) else ("",)
    stars = len(starred.group(2))
    for rule in load_rules():
        if (
            rule.space == space
            and rule.disguisable
            and any(_hides(rule, head, tail, stars) for head in heads for tail in tails)
        ):
            yield rule


def _hides(rule: Rule, head: str, tail: str, stars: int) -> bool:
    """Whether head, hidden letters and tail make the stem and an ending it takes."""
    for stem in rule.heads:
        if not stem.base.startswith(head):
            continue
        for kept in range(len(tail) + 1):
            hidden = len(stem.base) - len(head) - kept
            agrees = hidden > 0 and abs(hidden - stars) <= 1 and stem.base.endswith(tail[:kept])
            if agrees and stem.fits_tail(tail[kept:]):
                return True
    return False
