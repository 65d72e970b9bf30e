"""Rules from YAML files, one a language and category, and the index that finds them in a text quickly."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml

from bot.words.filters.patterns import SPACE_OF, Pattern, Stem, parse_line, read_lines, split_wide
from bot.words.filters.readings import Space

RULES_DIR = Path(__file__).parent / "rules"
Tier = Literal["block", "review", "allow", "topic"]
TIERS: tuple[Tier, ...] = ("block", "review", "allow", "topic")
# Words that people disguise; stems of these are also sought masked, spaced out and with doubled letters.
DISGUISED = frozenset({"insult", "sexual", "hate"})


@dataclass(frozen=True, eq=False)  # each is itself: hashing all its spellings would cost more than matching
class Rule:
    """One rule; `line` is what its file says."""

    patterns: tuple[Pattern, ...]
    tier: Tier
    category: str
    language: str
    line: str

    @property
    def heads(self) -> tuple[Stem, ...]:
        """The spellings of its first word."""
        return self.patterns[0].stems

    @property
    def space(self) -> Space:
        return SPACE_OF[self.language]

    @property
    def disguisable(self) -> bool:
        """Whether it is worth seeking under masks and doubled letters."""
        return self.tier == "block" and self.category in DISGUISED and len(self.patterns) == 1


@lru_cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule of every file, checked. Raises ValueError naming the file that is wrong."""
    rules: list[Rule] = []
    for path in rule_files():
        try:
            rules.extend(_read_file(path))
        except (KeyError, TypeError, ValueError, yaml.YAMLError) as error:
            raise ValueError(f"{path.relative_to(RULES_DIR)}: {error}") from error
    return tuple(rules)


def rule_files() -> list[Path]:
    """The rule files in a fixed order."""
    return sorted(RULES_DIR.glob("*/*.yaml"))


def _read_file(path: Path) -> Iterator[Rule]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(content["version"], int):
        raise ValueError("`version` is a whole number")
    if path.parent.name == "topics":
        for language in ("uz", "ru", "en"):
            yield from _read_block(content[language], "topic", path.stem, language)
            yield from _read_block(content.get("allow", {}).get(language, ""), "allow", path.stem, language)
        return
    for tier in ("block", "review", "allow"):
        yield from _read_block(content.get(tier) or "", tier, content["category"], content["language"])


def _read_block(block: str, tier: Tier, category: str, language: str) -> Iterator[Rule]:
    for line in read_lines(block):
        for narrow in split_wide(line):
            yield Rule(parse_line(narrow, language), tier, category, language, line)


@lru_cache
def rules_version() -> str:
    """A short hash over all rule files: the same text under the same version gets the same verdict."""
    digest = hashlib.sha256()
    for path in sorted(RULES_DIR.rglob("*.yaml")):
        digest.update(path.relative_to(RULES_DIR).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
