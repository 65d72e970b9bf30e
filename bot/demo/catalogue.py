"""Reads the demo catalogue – fictional stars, their prompts and topics – and refuses a faulty one.

The data lie beside this file: `catalogue.yaml`, `prompts/<slug>.yaml`, `portraits/<slug>.jpg`. Nothing here
touches a database; seeding it is another module's work.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.demo.rules import check_catalogue
from bot.demo.shapes import Catalogue, CatalogueArtist, CatalogueError, Prompt, Sample, SpokenVoice

__all__ = [
    "DEMO_DIR",
    "Catalogue",
    "CatalogueArtist",
    "CatalogueError",
    "Prompt",
    "Sample",
    "SpokenVoice",
    "load_catalogue",
]

DEMO_DIR = Path(__file__).resolve().parent


@lru_cache
def load_catalogue(folder: Path = DEMO_DIR) -> Catalogue:
    """The catalogue of `folder`. Raises CatalogueError naming the artist and the field that is wrong."""
    data = read_yaml(folder / "catalogue.yaml")
    artists = tuple(read_artist(item, folder) for item in data["artists"])
    catalogue = Catalogue(tuple(data["topics"]), artists)
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
        Prompt(occasion, position, texts) for occasion, group in groups.items() for position, texts in enumerate(group)
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
