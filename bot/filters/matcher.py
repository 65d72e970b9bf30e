"""Finds rules in the words of a text, by looking up the beginnings and insides of each word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.filters.canonical import Token
from bot.filters.patterns import MAX_GAP, Pattern, has_ending
from bot.filters.readings import SPACES, Space, read_word
from bot.filters.rules import Rule, load_rules


@dataclass(frozen=True)
class Hit:
    """A rule found in the words `first` … `last` (inclusive); `sure` is False where pieces had to be joined."""

    rule: Rule
    first: int
    last: int
    sure: bool = True


@dataclass(frozen=True)
class Index:
    """Rules of one space by the first word's stem: at a word's beginning, and anywhere in it."""

    heads: dict[str, tuple[Rule, ...]]
    insides: dict[str, tuple[Rule, ...]]
    longest: int
    inside_sizes: tuple[int, ...]
    starts: frozenset[str]  # proper beginnings of single-word blocking stems


@lru_cache
def load_index(space: Space) -> Index:
    """The index of one space over all rules."""
    rules = [rule for rule in load_rules() if rule.space == space]
    heads = _group_rules(rule for rule in rules if rule.patterns[0].kind != "inside")
    insides = _group_rules(rule for rule in rules if rule.patterns[0].kind == "inside")
    stems = [rule.patterns[0].base for rule in rules if rule.tier == "block"]
    starts = frozenset(stem[:size] for stem in stems for size in range(1, len(stem)))
    longest = max((len(stem) for stem in heads), default=0)
    return Index(heads, insides, longest, tuple(sorted({len(stem) for stem in insides})), starts)


def _group_rules(rules: Iterator[Rule]) -> dict[str, tuple[Rule, ...]]:
    groups: dict[str, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(rule.patterns[0].base, []).append(rule)
    return {stem: tuple(group) for stem, group in groups.items()}


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
    for reading in readings.squeezed[space]:
        found |= dict.fromkeys(rule for rule in look_up(reading, index) if rule.disguisable)
    return tuple(found)


def look_up(reading: str, index: Index) -> Iterator[Rule]:
    """Rules whose first word fits one reading."""
    for size in range(1, min(len(reading), index.longest) + 1):
        for rule in index.heads.get(reading[:size], ()):
            if _fits_tail(rule.patterns[0], reading[size:]):
                yield rule
    for start in range(len(reading)):
        for size in index.inside_sizes:
            if start + size <= len(reading):
                yield from index.insides.get(reading[start : start + size], ())


def _fits_tail(pattern: Pattern, tail: str) -> bool:
    if pattern.kind == "prefix" or not tail:
        return True
    return pattern.kind == "inflected" and has_ending(tail, pattern.language)


def _match_rest(words: Sequence[str], position: int, rest: tuple[Pattern, ...], space: Space) -> int | None:
    """Index of the last word when the rest of a rule fits from `position` on, else None."""
    if not rest:
        return position - 1
    if rest[0].kind == "gap":
        for skipped in range(MAX_GAP + 1):
            last = _match_rest(words, position + skipped, rest[1:], space)
            if last is not None:
                return last
        return None
    if position >= len(words) or not any(map(rest[0].fits, read_word(words[position]).plain[space])):
        return None
    return _match_rest(words, position + 1, rest[1:], space)
