"""What the demo catalogue is made of: artists, prompts, voices – plain frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Texts = Mapping[str, str]  # interface language → text


class CatalogueError(ValueError):
    """The catalogue breaks its own rules; the message names the place."""


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
    artists: tuple[CatalogueArtist, ...]

    @property
    def categories(self) -> tuple[str, ...]:
        """Categories in the order their first artist appears."""
        return tuple(dict.fromkeys(artist.category for artist in self.artists))
