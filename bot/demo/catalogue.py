"""Reads the demo catalogue – fictional stars, their prompts, occasions and topics – and refuses a faulty one.

The data lie beside this file: `catalogue.yaml`, `prompts/<slug>.yaml`, `portraits/<slug>.jpg`. Nothing here
touches a database; seeding it is another module's work.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.i18n import LANGUAGES

DEMO_DIR = Path(__file__).resolve().parent
SPOKEN = ("uz", "ru", "en")  # both Uzbek scripts are spoken by one voice
NAME_LENGTH = 80
PROMPT_LENGTH = (60, 180)
Texts = Mapping[str, str]  # interface language → text


class CatalogueError(ValueError):
    """The catalogue breaks its own rules; the message names the place."""


@dataclass(frozen=True)
class Occasion:
    """What a greeting is for; its name is the Fluent text `occasion-<id with dashes>`."""

    id: str
    emoji: str

    @property
    def key(self) -> str:
        return text_key("occasion", self.id)


@dataclass(frozen=True)
class SpokenVoice:
    """A speaker and how far to move it: `pitch` and `timbre` are ratios to that speaker, `rate` is speed."""

    speaker: str
    pitch: float
    timbre: float
    rate: float


@dataclass(frozen=True)
class Prompt:
    """One greeting in the artist's manner; every text holds `{name}` exactly once."""

    occasion: str
    position: int
    texts: Texts


@dataclass(frozen=True)
class Sample:
    """The greeting rendered ahead for the artist's page; `texts` already name the recipient."""

    occasion: str
    recipients: Texts
    texts: Texts


@dataclass(frozen=True)
class CatalogueArtist:
    """A fictional star. Prices are whole soʻm and Telegram Stars, 0 is free; `portrait` is a JPEG on disk."""

    slug: str
    telegram_id: int
    name: str
    name_cyrl: str
    category: str
    about: Texts
    portrait: Path
    voices: Mapping[str, SpokenVoice]  # spoken language → voice
    price_uzs: int
    price_xtr: int
    asks_approval: bool
    max_duration_seconds: int
    daily_capacity: int
    whitelist_topics: tuple[str, ...]
    blacklist_topics: tuple[str, ...]
    prompts: tuple[Prompt, ...]
    sample: Sample

    @property
    def languages(self) -> tuple[str, ...]:
        """Spoken languages, the first of them the artist's own."""
        return tuple(self.voices)

    @property
    def category_key(self) -> str:
        return text_key("category", self.category)

    def prompts_for(self, occasion: str) -> Iterator[Prompt]:
        return (prompt for prompt in self.prompts if prompt.occasion == occasion)

    def voice_record(self) -> dict[str, dict[str, Any]]:
        """Spoken language → the keyword arguments of the engines' `Voice`, plain enough for a JSON column."""
        return {
            language: {
                "speakers": {language: voice.speaker},
                "pitch": voice.pitch,
                "timbre": voice.timbre,
                "rate": voice.rate,
            }
            for language, voice in self.voices.items()
        }


@dataclass(frozen=True)
class Catalogue:
    """Everything the demo starts with, in the order it is shown."""

    topics: tuple[str, ...]
    occasions: tuple[Occasion, ...]
    artists: tuple[CatalogueArtist, ...]

    @property
    def categories(self) -> tuple[str, ...]:
        """Categories in the order their first artist appears."""
        return tuple(dict.fromkeys(artist.category for artist in self.artists))


def text_key(noun: str, identifier: str) -> str:
    """The Fluent key of a category, an occasion or a topic: `occasion-new-year`."""
    return f"{noun}-{identifier.replace('_', '-')}"


@lru_cache
def load_catalogue(folder: Path = DEMO_DIR) -> Catalogue:
    """The catalogue of `folder`. Raises CatalogueError naming the artist and the field that is wrong."""
    data = read_yaml(folder / "catalogue.yaml")
    occasions = tuple(Occasion(item["id"], item["emoji"]) for item in data["occasions"])
    artists = tuple(read_artist(item, folder) for item in data["artists"])
    catalogue = Catalogue(tuple(data["topics"]), occasions, artists)
    check_catalogue(catalogue)
    return catalogue


def read_yaml(path: Path) -> Any:
    """The parsed file. Raises CatalogueError when it is missing or is not YAML."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error


def read_artist(item: dict[str, Any], folder: Path) -> CatalogueArtist:
    """One entry of catalogue.yaml with its prompts. Raises CatalogueError for a field missing or too many."""
    fields = dict(item)
    slug = fields.get("slug", "an artist without a slug")
    try:
        prompts = read_prompts(folder / "prompts" / f"{slug}.yaml")
        languages = fields.pop("languages")
        voices = {language: SpokenVoice(**fields["voice"][language]) for language in languages}
        del fields["voice"]
        fields["portrait"] = folder / fields["portrait"]
        fields["sample"] = read_sample(fields["sample"], prompts)
        for kind in ("whitelist_topics", "blacklist_topics"):
            fields[kind] = tuple(fields[kind])
        return CatalogueArtist(voices=voices, prompts=prompts, **fields)
    except (KeyError, TypeError) as error:
        raise CatalogueError(f"{slug}: {error}") from error


def read_prompts(path: Path) -> tuple[Prompt, ...]:
    """Prompts of one artist in the order of the file."""
    groups: dict[str, list[dict[str, str]]] = read_yaml(path)
    return tuple(
        Prompt(occasion, position, texts)
        for occasion, group in groups.items()
        for position, texts in enumerate(group)
    )


def read_sample(item: dict[str, str], prompts: tuple[Prompt, ...]) -> Sample:
    """The artist's first prompt for the occasion, said to the recipient."""
    texts = next((prompt.texts for prompt in prompts if prompt.occasion == item["occasion"]), None)
    if texts is None:
        raise KeyError(f"no prompt for the sample occasion {item['occasion']}")
    cyrillic = ("uz-Cyrl", "ru")
    recipients = {lang: item["recipient_cyrl" if lang in cyrillic else "recipient"] for lang in texts}
    said = {language: text.replace("{name}", recipients[language]) for language, text in texts.items()}
    return Sample(item["occasion"], recipients, said)


def check_catalogue(catalogue: Catalogue) -> None:
    """Raises CatalogueError at the first broken rule."""
    for noun in ("slug", "telegram_id", "name"):
        values = [getattr(artist, noun) for artist in catalogue.artists]
        require(len(set(values)) == len(values), f"two artists share a {noun}")
    for artist in catalogue.artists:
        check_artist(artist, catalogue)


def check_artist(artist: CatalogueArtist, catalogue: Catalogue) -> None:
    slug = artist.slug
    check_texts(artist.about, f"{slug}: about")
    for name in (artist.name, artist.name_cyrl):
        require(0 < len(name) <= NAME_LENGTH, f"{slug}: the name {name!r} is empty or too long")
    require(artist.portrait.is_file(), f"{slug}: no portrait {artist.portrait.name}")
    require(bool(artist.voices) and set(artist.voices) <= set(SPOKEN), f"{slug}: languages")
    for voice in artist.voices.values():
        require(
            all(0.4 <= ratio <= 2.5 for ratio in (voice.pitch, voice.timbre, voice.rate)), f"{slug}: voice"
        )
    for price in (artist.price_uzs, artist.price_xtr):
        require(type(price) is int and price >= 0, f"{slug}: the price {price!r} is not a whole number")
    require((artist.price_uzs == 0) == (artist.price_xtr == 0), f"{slug}: free in one currency alone")
    require(10 <= artist.max_duration_seconds <= 60, f"{slug}: max_duration_seconds")
    require(artist.daily_capacity > 0, f"{slug}: daily_capacity")
    allowed, banned = set(artist.whitelist_topics), set(artist.blacklist_topics)
    require(allowed | banned <= set(catalogue.topics), f"{slug}: unknown topics")
    require(not allowed & banned, f"{slug}: a topic is both welcome and unwelcome")
    check_prompts(artist, catalogue.occasions)


def check_prompts(artist: CatalogueArtist, occasions: tuple[Occasion, ...]) -> None:
    known = {occasion.id for occasion in occasions}
    require(
        {prompt.occasion for prompt in artist.prompts} == known, f"{artist.slug}: prompts for every occasion"
    )
    shortest, longest = PROMPT_LENGTH
    for prompt in artist.prompts:
        where = f"{artist.slug}: {prompt.occasion} {prompt.position}"
        check_texts(prompt.texts, where)
        for text in prompt.texts.values():
            require(text.count("{name}") == 1 and text.count("{") == 1, f"{where}: {{name}} must stand once")
            require(shortest <= len(text) <= longest, f"{where}: {len(text)} characters")


def check_texts(texts: Texts, where: str) -> None:
    require(set(texts) == set(LANGUAGES), f"{where}: languages {sorted(texts)}")
    require(all(text.strip() for text in texts.values()), f"{where}: an empty text")


def require(holds: bool, complaint: str) -> None:
    if not holds:
        raise CatalogueError(complaint)
