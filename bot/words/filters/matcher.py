"""Finds rules in the words of a text, by looking up the beginnings and insides of each word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.words.filters.canonical import Token
from bot.words.filters.patterns import MAX_GAP, Pattern, Stem
from bot.words.filters.readings import SPACES, Space, has_latin, read_word
from bot.words.filters.rules import Rule, load_rules


@dataclass(frozen=True)
class Hit:
    """A rule found in the words `first` … `last` (inclusive); `sure` is False where pieces had to be joined."""

    rule: Rule
    first: int
    last: int
    sure: bool = True


Entry = tuple[Stem, Rule]


@dataclass(frozen=True)
class Index:
    """Rules of one space by the first word's stem: at a word's beginning, and anywhere in it."""

    heads: dict[str, tuple[Entry, ...]]
    insides: dict[str, tuple[Entry, ...]]
    longest: int
    inside_sizes: tuple[int, ...]
    starts: frozenset[str]  # proper beginnings of the stems that people disguise


@lru_cache
def load_index(space: Space) -> Index:
    """The index of one space over all rules."""
    entries = [(stem, rule) for rule in load_rules() if rule.space == space for stem in rule.heads]
    heads = _group_entries(entry for entry in entries if entry[0].kind != "inside")
    insides = _group_entries(entry for entry in entries if entry[0].kind == "inside")
    hidden = [stem.base for stem, rule in entries if rule.disguisable]
    starts = frozenset(base[:size] for base in hidden for size in range(1, len(base)))
    longest = max((len(base) for base in heads), default=0)
    return Index(heads, insides, longest, tuple(sorted({len(base) for base in insides})), starts)


def _group_entries(entries: Iterator[Entry]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = {}
    for stem, rule in entries:
        groups.setdefault(stem.base, []).append((stem, rule))
    return {base: tuple(group) for base, group in groups.items()}


def find_rules(words: Sequence[str]) -> list[Hit]:
    """Every rule that the words meet, allow-rules included."""
    return [hit for position in range(len(words)) for hit in _rules_at(words, position)]


def find_plain_hits(tokens: Sequence[Token]) -> list[Hit]:
    """The rules met, less those that an allow-rule of the same category covers."""
    return drop_allowed(find_rules([token.word for token in tokens]))


def drop_allowed(hits: Sequence[Hit]) -> list[Hit]:
    """Hits that no allow-rule of their category overlaps."""
    allowed: dict[str, set[int]] = {}
    for hit in hits:
        if hit.rule.tier == "allow":
            allowed.setdefault(hit.rule.category, set()).update(range(hit.first, hit.last + 1))
    return [
        hit
        for hit in hits
        if hit.rule.tier != "allow"
        and not allowed.get(hit.rule.category, set()).intersection(range(hit.first, hit.last + 1))
    ]


def _rules_at(words: Sequence[str], position: int) -> Iterator[Hit]:
    for space in SPACES:
        for rule in rules_of_word(words[position], space):
            last = _match_rest(words, position + 1, rule.patterns[1:], space)
            if last is not None:
                yield Hit(rule, position, last)


@lru_cache(maxsize=32768)
def rules_of_word(word: str, space: Space) -> tuple[Rule, ...]:
    """Rules whose first word fits this one."""
    index = load_index(space)
    readings = read_word(word)
    found = dict.fromkeys(rule for reading in readings.plain[space] for rule in look_up(reading, index))
    for reading in readings.doubtful[space]:
        found |= dict.fromkeys(rule for rule in look_up(reading, index) if rule.disguisable)
    if space == "fold" and not has_latin(word):  # Russian in Latin letters is not written in Cyrillic ones
        return tuple(rule for rule in found if rule.language != "ru-Latn")
    return tuple(found)


def look_up(reading: str, index: Index) -> Iterator[Rule]:
    """Rules whose first word fits one reading."""
    if reading.isdigit():
        yield from (rule for _, rule in index.heads.get("#", ()))
    for size in range(1, min(len(reading), index.longest) + 1):
        for stem, rule in index.heads.get(reading[:size], ()):
            if stem.fits_tail(reading[size:]):
                yield rule
    for size in index.inside_sizes:
        for start in range(len(reading) - size + 1):
            yield from (rule for _, rule in index.insides.get(reading[start : start + size], ()))


def _match_rest(words: Sequence[str], position: int, rest: tuple[Pattern, ...], space: Space) -> int | None:
    """Index of the last word when the rest of a rule fits from `position` on, else None."""
    if not rest:
        return position - 1
    if rest[0].gap:
        for skipped in range(MAX_GAP + 1):
            last = _match_rest(words, position + skipped, rest[1:], space)
            if last is not None:
                return last
        return None
    if position >= len(words) or not any(map(rest[0].fits, read_word(words[position]).plain[space])):
        return None
    return _match_rest(words, position + 1, rest[1:], space)
