"""The demo catalogue is whole: every star, prompt and name in four languages; a fault is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from bot.artists.occasions import OCCASIONS
from bot.demo.catalogue import DEMO_DIR, Catalogue, CatalogueError, load_catalogue
from bot.demo.stars.looks import load_looks
from bot.i18n import LANGUAGES, text, text_key
from bot.words.moderation import Limits, judge_text

Spoil = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A catalogue of its own that a test may spoil."""
    folder = tmp_path / "demo"
    shutil.copytree(DEMO_DIR, folder, ignore=shutil.ignore_patterns("*.py", "stars", "__pycache__"))
    return folder


def spoil_file(path: Path, change: Spoil) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def test_catalogue_offers_choice(catalogue: Catalogue) -> None:
    assert len(catalogue.artists) >= 8
    assert len(catalogue.categories) >= 4
    free = [artist for artist in catalogue.artists if artist.price_xtr == 0]
    assert len(free) >= 3
    assert any(not artist.asks_approval for artist in free), "a greeting can be had with neither payment nor wait"
    assert any(artist.price_xtr > 0 and not artist.asks_approval for artist in catalogue.artists)
    assert any(artist.asks_approval for artist in catalogue.artists)


def test_telegram_ids_are_free(catalogue: Catalogue) -> None:
    people = yaml.safe_load((DEMO_DIR / "people.yaml").read_text(encoding="utf-8"))
    taken = {person["id"] for group in ("fans", "staff") for person in people[group]}
    assert not taken & {artist.telegram_id for artist in catalogue.artists}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_has_words(catalogue: Catalogue, language: str) -> None:
    keys = [text_key("occasion", occasion) for occasion in OCCASIONS]
    keys += [text_key("category", artist.category) for artist in catalogue.artists]
    keys += [text_key("topic", topic) for topic in catalogue.topics]
    assert all(text(language, key) for key in keys)


def test_portraits_are_light_squares(catalogue: Catalogue) -> None:
    for artist in catalogue.artists:
        assert artist.portrait.stat().st_size <= 250 * 1024, artist.slug
        with Image.open(artist.portrait) as picture:
            assert picture.format == "JPEG"
            assert picture.width == picture.height >= 720


def test_cyrillic_is_cyrillic(catalogue: Catalogue) -> None:
    """No Latin letter hides among Cyrillic ones, nor a plain apostrophe in Uzbek words."""
    for artist in catalogue.artists:
        texts = [artist.about, artist.sample.texts, *(prompt.texts for prompt in artist.prompts)]
        for said in texts:
            for language in ("uz-Cyrl", "ru"):
                words = said[language].replace("{name}", "")
                assert not any(letter.isascii() and letter.isalpha() for letter in words), words
            assert "'" not in said["uz"]


def test_sample_is_ready_to_say(catalogue: Catalogue) -> None:
    for artist in catalogue.artists:
        for language in LANGUAGES:
            assert artist.sample.recipients[language] in artist.sample.texts[language]
            assert "{" not in artist.sample.texts[language]


def test_prompts_pass_the_artists_own_limits(catalogue: Catalogue) -> None:
    for artist in catalogue.artists:
        limits = Limits(artist.whitelist_topics, artist.blacklist_topics, artist.max_duration_seconds)
        for prompt in artist.prompts:
            for language, words in prompt.texts.items():
                name = artist.sample.recipients[language]
                judged = judge_text(words.replace("{name}", name), limits, language)
                assert judged.verdict == "pass", (artist.slug, prompt.occasion, language, judged)


def test_every_star_can_be_drawn_again(catalogue: Catalogue) -> None:
    looks = load_looks(DEMO_DIR / "stars" / "stars.yaml")
    assert {artist.slug for artist in catalogue.artists} <= set(looks)


def test_voice_record_suits_the_engines(catalogue: Catalogue) -> None:
    for artist in catalogue.artists:
        for language, record in artist.voice_record().items():
            assert set(record) == {"speakers", "pitch", "timbre", "rate"}
            assert set(record["speakers"]) == {language}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda data: data["artists"][0].update(price_uzs=99.5), "whole number"),
        (lambda data: data["artists"][0].update(price_xtr=0), "free in one currency"),
        (lambda data: data["artists"][0].update(portrait="portraits/nobody.jpg"), "no portrait"),
        (lambda data: data["artists"][0]["about"].pop("uz-Cyrl"), "languages"),
        (lambda data: data["artists"][0].pop("asks_approval"), "asks_approval"),
        (lambda data: data["artists"][0]["blacklist_topics"].append("weather"), "unknown topics"),
        (lambda data: data["artists"][1].update(slug=data["artists"][0]["slug"]), "share a slug"),
        (lambda data: data["artists"][0].update(slug="nobody"), "nobody"),
    ],
)
def test_faulty_entry_is_refused(copy: Path, change: Spoil, complaint: str) -> None:
    spoil_file(copy / "catalogue.yaml", change)
    with pytest.raises(CatalogueError, match=complaint):
        load_catalogue(copy)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda data: data.pop("navruz"), "every occasion"),
        (lambda data: data["birthday"][0].pop("ru"), "languages"),
        (lambda data: data["birthday"][0].update(uz="Tugʻilgan kuningiz muborak boʻlsin! " * 3), "must stand once"),
        (lambda data: data["birthday"][0].update(en="{name}, happy birthday!"), "characters"),
    ],
)
def test_faulty_prompt_is_refused(copy: Path, change: Spoil, complaint: str) -> None:
    spoil_file(copy / "prompts" / f"{load_catalogue().artists[0].slug}.yaml", change)
    with pytest.raises(CatalogueError, match=complaint):
        load_catalogue(copy)
