"""Telegram's refusals by their own words: each is of one kind, and a person's setting is never our failure."""

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge, TelegramForbiddenError
from aiogram.methods import SendMessage

from bot.adapters.telegram_errors import WORDS, Trouble, has_no_room, read_trouble
from bot.i18n import LANGUAGES, text

METHOD = SendMessage(chat_id=1, text="salom")
T = Trouble


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("message is not modified: specified new message content and reply markup are exactly the same", T.UNCHANGED),
        ("message to edit not found", T.GONE),
        ("query is too old and response timeout expired or query ID is invalid", T.GONE),
        ("wrong file identifier/HTTP URL specified", T.STALE_FILE),
        ("wrong remote file identifier specified: Wrong character in the string", T.STALE_FILE),
        ("VOICE_MESSAGES_FORBIDDEN", T.VOICE_CLOSED),
        ("chat not found", T.OUT_OF_REACH),
        ("PEER_ID_INVALID", T.OUT_OF_REACH),
        ("USER_IS_BLOCKED", T.OUT_OF_REACH),
        ("TOPIC_CLOSED", T.NO_PLACE),
        ("message thread not found", T.NO_PLACE),
        ("not enough rights to send text messages to the chat", T.NO_RIGHT),
        ("have no rights to send a message", T.NO_RIGHT),
        ("CHAT_WRITE_FORBIDDEN", T.NO_RIGHT),
        ("CHAT_SEND_PHOTOS_FORBIDDEN", T.NO_RIGHT),
        ("message is too long", T.TOO_LONG),
        ("message caption is too long", T.TOO_LONG),
        ("file is too big", T.TOO_BIG),
        ("message can't be copied", T.NOT_COPIED),
        ("can't parse entities: Unsupported start tag", T.UNKNOWN),
        ("BUTTON_DATA_INVALID", T.UNKNOWN),
    ],
)
def test_a_refusal_has_one_kind(said: str, trouble: Trouble) -> None:
    assert read_trouble(TelegramBadRequest(METHOD, f"Bad Request: {said}")) is trouble


@pytest.mark.parametrize(
    "said",
    ["bot was blocked by the user", "user is deactivated", "bot was kicked from the supergroup chat", "new words"],
)
def test_every_403_is_final(said: str) -> None:
    error = TelegramForbiddenError(METHOD, f"Forbidden: {said}")
    assert read_trouble(error) is T.OUT_OF_REACH
    assert has_no_room(error)


def test_too_large_is_too_big() -> None:
    assert read_trouble(TelegramEntityTooLarge(METHOD, "Request Entity Too Large")) is T.TOO_BIG


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_fit_the_window_of_a_tap_and_do_not_promise_a_second_try(language: str) -> None:
    again = text(language, "error-unexpected")
    for key in WORDS.values():
        words = text(language, key)
        assert len(words) <= 200
        assert words != again
