"""Words that were hidden on purpose: spaced out, cut in two, or with letters behind stars and signs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.filters.canonical import Token
from bot.filters.matcher import Hit, load_index, look_up, rules_of_word
from bot.filters.patterns import SPACE_OF, Stem, has_ending
from bot.filters.readings import SPACES, Space, read_word
from bot.filters.rules import Rule, load_rules

_CHUNK = re.compile(r"(?<!\S)[^\w\s@$]*([\w@$]\S*)")
_SIGNED = re.compile(r"[^\W\d_]\S*[@$!|+]|[@$!|+]\S*[^\W\d_]")
_STARRED = re.compile(r"([^\W\d_]+)([*#%&]+)([^\W\d_]*)")
_SIGNS = str.maketrans({"@": "a", "$": "s", "!": "i", "|": "i", "+": "t"})
# Words that happen to begin a stem: what follows them is a word of its own.
_COMMON = frozenset(
    "о от она мы бы ее её е ли раз пор ко на нас го й ж э п за до по у из не ни да ха ах им их я an who mother hand three"
    " half air bit low sex see day co it its it's in is as s a t e x b m ass the he i chala qora on man son pen".split()
)
_MAX_PIECES = 12
_MAX_MASKED = 20
_SOUGHT = "abcdefghijklmnopqrstuvxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюя"


@dataclass(frozen=True)
class Masked:
    """A word with letters behind signs, where it stands, and the rule it hides (None: nobody can tell)."""

    rule: Rule | None
    start: int
    end: int


def find_joined(tokens: Sequence[Token]) -> list[Hit]:
    """Blocking words made of several pieces: sure when letters stand one by one, else only suspected."""
    hits = []
    for first in range(len(tokens) - 1):
        for last, word in _grow_pieces(tokens, first):
            singles = last - first >= 2 and all(len(token.word) == 1 for token in tokens[first : last + 1])
            hits += [Hit(rule, first, last, singles) for rule in _spanning_rules(word, tokens, last)]
    return hits


def _grow_pieces(tokens: Sequence[Token], first: int) -> Iterator[tuple[int, str]]:
    """Joins the pieces that follow for as long as they are a proper beginning of some blocking stem."""
    word = tokens[first].word
    for last in range(first + 1, min(first + _MAX_PIECES, len(tokens))):
        common = last == first + 1 and word in _COMMON and len(tokens[last].word) > 1
        if common or word.isdigit() or not _begins_stem(word):
            return
        word += tokens[last].word
        yield last, word


@lru_cache(maxsize=32768)
def _begins_stem(word: str) -> bool:
    readings = read_word(word)
    return any(
        reading in load_index(space).starts
        for space in SPACES
        for reading in (*readings.plain[space], *readings.doubtful[space])
    )


def _spanning_rules(word: str, tokens: Sequence[Token], last: int) -> Iterator[Rule]:
    """Disguised words that end with the last piece, and that no piece meets alone."""
    tail = tokens[last].word
    alone = {
        rule for space in SPACES for part in (tail, word[: -len(tail)]) for rule in rules_of_word(part, space)
    }
    for space in SPACES:
        for rule in rules_of_word(word, space):
            if rule.tier == "allow":
                break
            if rule.disguisable and rule not in alone and any(_ends_word(word, stem) for stem in rule.heads):
                yield rule


def _ends_word(word: str, stem: Stem) -> bool:
    """Whether the stem with a grammatical ending is all of the joined word: "who read" is not "whore"."""
    for reading in read_word(word).plain[SPACE_OF[stem.language]]:
        if stem.kind == "inside" and stem.base in reading:
            return True
        if reading.startswith(stem.base) and has_ending(reading[len(stem.base) :], stem.language):
            return True
    return False


def find_masked(text: str) -> list[Masked]:
    """Words such as `x*y`, `f**k`, `s!kt!r`, `сук@` in a canonical text."""
    found = []
    for chunk in _CHUNK.finditer(text):
        word = chunk.group(1).rstrip('.,!?:;)"»”…')
        if len(found) < _MAX_MASKED and (_SIGNED.search(word) or _STARRED.search(word)):
            found += [Masked(rule, chunk.start(1), chunk.start(1) + len(word)) for rule in _unmask(word)]
    return found


def _unmask(word: str) -> list[Rule | None]:
    """The rules a masked word hides; [None] when letters are hidden and no rule explains them."""
    plain = word.translate(_SIGNS)
    rules = _rules_of_masked(plain)
    if rules:
        return [rules[0]]
    starred = _STARRED.search(plain)
    hidden = starred is not None and (len(starred.group(2)) > 1 or bool(starred.group(3)))
    return [None] if hidden else []


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
    for letter in ("", *_SOUGHT[0], *_SOUGHT[1]):
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
            if hidden > 0 and abs(hidden - stars) <= 1 and stem.base.endswith(tail[:kept]):
                if stem.fits_tail(tail[kept:]):
                    return True
    return False
