"""What Telegram refuses is never sent: lengths of buttons, labels, commands and descriptions, in every language."""

from uuid import uuid4

import pytest
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import Chat, Message

from bot.chat.buttons import ArtistButton, PosterReviewButton, VideoButton
from bot.demo.catalogue import load_catalogue
from bot.i18n import LANGUAGES, text, text_key
from bot.ids import pack_id
from bot.settings import Settings
from db.artists import Artist
from handlers.catalogue import Place, paging_row, sample_for
from handlers.greeting.drafts import new_draft
from handlers.greeting.words import spoken_language
from handlers.start import find_payload
from handlers.talk.buttons import AskButton, PageButton, SampleButton
from handlers.talk.keyboards import app_link, menu_keyboard
from handlers.talk.setup import list_commands

LONGEST_SLUG = "x" * 48


def settings(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[call-arg, arg-type]


@pytest.mark.parametrize(
    "button",
    [
        ArtistButton(slug=LONGEST_SLUG),
        AskButton(slug=LONGEST_SLUG),
        SampleButton(slug=LONGEST_SLUG),
        PageButton(category="x" * 32, index=9999),
        VideoButton(action="refresh", video=pack_id(uuid4())),
        PosterReviewButton(verdict="offtopic", poster=pack_id(uuid4())),
        new_draft(LONGEST_SLUG).button("occasion", "x" * 32),
    ],
)
def test_every_button_fits_into_sixty_four_bytes(button: CallbackData) -> None:
    assert len(button.pack().encode()) <= 64


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_and_descriptions_fit(language: str) -> None:
    commands = list_commands(language)
    assert all(1 <= len(command.description) <= 256 for command in commands)
    assert {"start", "greeting", "orders", "language", "privacy", "terms", "paysupport", "help"} <= {
        command.command for command in commands
    }
    assert len(text(language, "menu-description")) <= 512
    assert len(text(language, "menu-short-description")) <= 120
    assert 1 <= len(text(language, "menu-inline-open")) <= 64
    assert 1 <= len(text(language, "staff-reason-hint")) <= 64


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_fits_under_its_picture(language: str) -> None:
    for artist in load_catalogue().artists:
        words = text(
            language,
            "greeting-card",
            artist=artist.name,
            category=text(language, text_key("category", artist.category)),
            about=artist.about[language],
            price="⭐ 100000 · 1 000 000 000 soʻm",
            seconds=60,
            spoken="x" * 60,
        )
        assert len(words) + len(text(language, "greeting-card-approves")) < 1024


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_to_taps_fit_into_their_window(language: str) -> None:
    keys = [
        "menu-old-button",
        "greeting-already-ordered",
        "greeting-already-invoice",
        "greeting-ordered-toast",
        "greeting-sample-comes",
        "greeting-hear-comes",
        "orders-cancelled",
        "staff-clip-thanks",
        "staff-clip-sorry",
        "settings-chosen",
        "settings-erase-later",
        "settings-erase-parcel",
        "settings-erase-money",
        "settings-erase-contract",
    ]
    assert all(len(text(language, key)) <= 200 for key in keys)


def test_the_mini_app_is_offered_where_telegram_takes_its_address() -> None:
    assert app_link(settings(bot_token="")) is not None
    assert app_link(settings(bot_token="1:x")) is None
    assert app_link(settings(bot_token="1:x", public_url="https://stario.uz")) == "https://stario.uz/app/"


def test_the_menu_without_a_mini_app_has_no_hole() -> None:
    keyboard = menu_keyboard("uz", settings(bot_token="1:x"))
    assert all(row for row in keyboard.inline_keyboard)


def test_pages_go_round() -> None:
    first = paging_row(Place("", 0, 3))
    assert [button.callback_data for button in first] == ["page::2", None, "page::1"]
    assert first[1].text == "1 / 3"
    assert paging_row(Place("", 0, 1)) == []


@pytest.mark.parametrize(
    ("keys", "language", "expected"),
    [
        ({"uz": "a", "ru": "b"}, "ru", "b"),
        ({"uz": "a", "ru": "b"}, "uz-Cyrl", "a"),
        ({"ru": "b"}, "en", "b"),
        ({}, "en", None),
    ],
)
def test_a_sample_is_in_the_persons_language_where_there_is_one(
    keys: dict[str, str], language: str, expected: str | None
) -> None:
    assert sample_for(Artist(sample_keys=keys), language) == expected


def test_a_name_is_said_in_a_language_the_artist_speaks() -> None:
    assert spoken_language(Artist(languages=["uz", "ru"]), "uz-Cyrl") == "uz"
    assert spoken_language(Artist(languages=["ru", "en"]), "uz") == "ru"


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ("artist_elbek-chaqmoqov", ("artist", "elbek-chaqmoqov")),
        ("video_abcdefghjk", ("video", "abcdefghjk")),
        ("artist_<script>", ("", "")),
        ("inline", ("", "")),
        ("", ("", "")),
    ],
)
def test_deep_links_are_read_strictly(payload: str, expected: tuple[str, str]) -> None:
    assert find_payload(payload) == expected


async def test_the_second_piece_of_a_long_text_is_passed_over() -> None:
    from aiogram.fsm.storage.base import StorageKey
    from aiogram.fsm.storage.memory import MemoryStorage

    from handlers.middlewares.tails import TailsMiddleware

    state = FSMContext(MemoryStorage(), StorageKey(bot_id=1, chat_id=1, user_id=1))
    handled: list[int] = []

    async def handler(event: object, data: dict[str, object]) -> None:
        assert isinstance(event, Message)
        handled.append(event.message_id)

    for number, words in ((1, "a" * 4000), (2, "tail"), (4, "answer"), (5, "answer")):
        message = Message(message_id=number, date=0, chat=Chat(id=1, type="private"), text=words)
        await TailsMiddleware()(handler, message, {"state": state})  # type: ignore[arg-type]
    assert handled == [1, 4, 5]
