"""Every stem is run over word lists: which ordinary words the rules block is known exactly, and none creeps in."""

from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest
import yaml
from alifbo import fold_search_key, to_cyrillic
from wordfreq import top_n_list

from bot.i18n import LANGUAGES, text
from bot.words.filters.canonical import canonical_form, split_words
from bot.words.filters.joined import find_joined
from bot.words.filters.matcher import drop_allowed, find_rules
from bot.words.filters.patterns import parse_line, read_lines, split_wide
from bot.words.filters.readings import fold_uzbek
from bot.words.filters.rules import load_rules, rule_files, rules_version

DATA = Path(__file__).parent / "data"
NOUN_ENDINGS = ("", "lar", "im", "ing", "ingiz", "imiz", "lari", "ni", "ning", "ga", "da", "dan", "cha", "jon", "dek")
VERB_ENDINGS = (
    "",
    "aman",
    "asan",
    "asiz",
    "adi",
    "di",
    "dim",
    "ding",
    "gan",
    "ish",
    "ib",
    "sin",
    "ing",
    "ay",
    "il",
    "yapti",
)
COMMON = 400  # words of each language that are joined in pairs


def load_uzbek() -> dict[str, list[str]]:
    content = yaml.safe_load((DATA / "uzbek_words.yaml").read_text(encoding="utf-8"))
    return {kind: words.split() for kind, words in content.items()}


def uzbek_forms() -> set[str]:
    """Some eight thousand forms of everyday words."""
    words = load_uzbek()
    nouns = {noun + ending for noun, ending in product(words["nouns"] + words["names"], NOUN_ENDINGS)}
    return nouns | {verb + ending for verb, ending in product(words["verbs"], VERB_ENDINGS)}


def blocked_words(words: Iterable[str]) -> list[str]:
    """Those of the words that a blocking rule meets when they stand alone."""
    found = []
    for word in words:
        hits = drop_allowed(find_rules([token.word for token in split_words(canonical_form(word))]))
        if any(hit.rule.tier == "block" for hit in hits):
            found.append(word)
    return sorted(found)


def known_words(language: str) -> list[str]:
    content = yaml.safe_load((DATA / "blocked_words.yaml").read_text(encoding="utf-8"))
    return sorted(content[language].split())


@pytest.mark.parametrize("language", ["ru", "en"])
def test_stems_block_known_words_only(language: str) -> None:
    assert blocked_words(top_n_list(language, 30000)) == known_words(language)


def test_stems_spare_uzbek() -> None:
    forms = uzbek_forms()
    assert len(forms) > 8000
    assert blocked_words(forms) == []


def test_stems_spare_uzbek_in_cyrillic() -> None:
    assert blocked_words(to_cyrillic(form).text for form in sorted(uzbek_forms())[::4]) == []


@pytest.mark.parametrize("language", ["ru", "en", "uz"])
def test_neighbours_are_not_joined(language: str) -> None:
    """Two common words side by side are never taken for one bad word cut in two."""
    words = load_uzbek()["nouns"] if language == "uz" else top_n_list(language, COMMON)
    short = [word for word in words if 1 < len(word) <= 6 and not blocked_words([word])]
    joined = [
        f"{first} {second}"
        for first, second in product(short, short)
        if any(hit.last == 1 for hit in find_joined(split_words(f"{first} {second}")))
    ]
    assert joined == []


def test_fold_agrees_with_alifbo() -> None:
    """Two spellings that the library calls one word are one word for the rules."""
    for word in sorted(uzbek_forms())[::10]:
        spellings = (word, to_cyrillic(word).text, word.replace("ʻ", "'"))
        assert len({fold_search_key(spelling) for spelling in spellings}) == 1, word
        assert len({fold_uzbek(canonical_form(spelling)) for spelling in spellings}) == 1, word


def test_every_category_has_each_language() -> None:
    languages: dict[str, set[str]] = {}
    for rule in load_rules():
        if rule.tier in ("block", "review"):
            languages.setdefault(rule.category, set()).add(rule.language)
    assert len(languages) >= 12
    for category, spoken in languages.items():
        assert spoken >= {"uz", "ru", "en"}, category


def test_every_category_has_words() -> None:
    """A category without its own words for the person would break at the worst moment."""
    for language in LANGUAGES:
        for category in {rule.category for rule in load_rules() if rule.tier == "block"}:
            assert text(language, f"moderation-{category.replace('_', '-')}", fragment="…")


def test_rule_files_carry_versions() -> None:
    for path in rule_files():
        assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8"))["version"], int), path
    assert len(rules_version()) == 12


@pytest.mark.parametrize("line", ["~ a", "a ~", "* a", "b*d"])
def test_malformed_rule_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        parse_line(line, "en")


def test_rule_language() -> None:
    assert list(read_lines("# a comment\n  one; two\nthree")) == ["one", "two", "three"]
    assert sorted(split_wide("{a, b c} d")) == ["b c d", "{a} d"]
    first, gap, last = parse_line("ki{l,ss}* ~ you+", "en")
    assert first.fits("killer") and first.fits("kissing") and not first.fits("kick")
    assert gap.gap and last.fits("yous") and not last.fits("youth")
