"""The card of a quiz result: its size, its words in every language, one accent a badge, and the code that is read."""

import io
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from bot.i18n import LANGUAGES, text
from bot.quiz.badges import BADGES, badge_key
from bot.quiz.card_keys import SHAPES, Shape
from bot.quiz.cards import whole_percent
from workers.engines.cards import CardContent, draw_card
from workers.engines.cards.card import SIZES
from workers.engines.cards.palette import choose_palette
from workers.engines.film.fonts import DISPLAY, TEXT, has_glyph

PORTRAIT = (Path(__file__).resolve().parents[3] / "bot/demo/portraits/elbek-chaqmoqov.jpg").read_bytes()
LINK = "https://t.me/stario_playground_bot?start=match_elbek-chaqmoqov"
LONGEST = {"uz": "Gʻayrat Oʻtkirbek Zirayevich", "ru": "Сурайё Бахтиёровна Самовий"}


def content(language: str = "en", percent: int = 87, name: str = "Elbek Chaqmoqov") -> CardContent:
    return CardContent(
        percent=percent,
        name=name,
        badge=max((text(language, badge_key(badge)) for badge in BADGES), key=len),
        looks_like=text(language, "quiz-card-label"),
        invitation=text(language, "quiz-card-invitation"),
        mark=text(language, "quiz-card-mark"),
        link=LINK,
    )


def picture(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_card_has_the_size_of_its_place(shape: Shape) -> None:
    card = picture(draw_card(content(), PORTRAIT, shape))
    assert (card.format, card.size) == ("JPEG", SIZES[shape])
    assert not card.getexif(), "nothing but the picture"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_a_card_leads_back(language: str) -> None:
    card = picture(draw_card(content(language), PORTRAIT, "chat"))
    corner = np.asarray(card.crop((700, 1030, 1080, 1350)).convert("L"))
    read, _, _ = cv2.QRCodeDetector().detectAndDecode(corner)
    assert read == LINK


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_can_be_set(language: str) -> None:
    words = content(language)
    assert all(has_glyph(TEXT, letter) for letter in words.badge + words.invitation + words.mark)
    assert all(has_glyph(TEXT, letter) for letter in words.looks_like.upper())


@pytest.mark.parametrize("name", [*LONGEST.values(), "Ў", "🙂"])
def test_no_name_leaves_the_card(name: str) -> None:
    """The margin on the right stays the ground's own, whatever is written."""
    card = np.asarray(picture(draw_card(content("ru", 100, name), PORTRAIT, "chat"))).astype(int)
    margin = card[1000:1330, -40:-6]
    assert int(np.ptp(margin.mean(axis=(1, 2)))) < 40
    assert margin.max() < 120, "type in the margin"


def test_each_badge_has_an_accent_of_its_own() -> None:
    accents = [choose_palette(int(least)).accent for least in BADGES.values()]
    assert len(set(accents)) == len(BADGES)
    assert all(
        choose_palette(int(least) - 1).accent == before
        for before, least in zip(accents, list(BADGES.values())[1:], strict=False)
    )


def test_a_broken_portrait_is_said() -> None:
    with pytest.raises(OSError, match="cannot identify"):
        draw_card(content(), b"no picture", "chat")


def test_percent_are_rounded_as_people_do() -> None:
    assert [whole_percent(value) for value in (72.4, 72.5, 99.9, 0.0)] == [72, 73, 100, 0]
    assert all(whole_percent(a) <= whole_percent(b) for a, b in pairwise([0.4, 0.5, 1.5, 2.5]))


def test_type_shows_both_scripts() -> None:
    assert all(has_glyph(DISPLAY, letter) for letter in "OʻzbekҚаҳқаҳовЎў 0123456789%")
