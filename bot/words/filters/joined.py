"""Words that were cut in pieces on purpose: spaced out letter by letter, or with a gap in the middle."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import yaml

from bot.words.filters.canonical import Token
from bot.words.filters.matcher import Hit, load_index, rules_of_word
from bot.words.filters.patterns import SPACE_OF, Stem, has_ending
from bot.words.filters.readings import SPACES, read_word
from bot.words.filters.rules import RULES_DIR, Rule

_MAX_PIECES = 12


@lru_cache
def common_pieces() -> frozenset[str]:
    """Common words that begin a stem by chance, so that no word is sought across the gap after them."""
    content = yaml.safe_load((RULES_DIR / "pieces.yaml").read_text(encoding="utf-8"))
    return frozenset(f"{content['ru']} {content['en']} {content['uz']}".split())


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
        common = last == first + 1 and word in common_pieces() and len(tokens[last].word) > 1
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
    alone = {rule for space in SPACES for part in (tail, word[: -len(tail)]) for rule in rules_of_word(part, space)}
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
