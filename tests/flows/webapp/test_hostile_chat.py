"""Signs that no column takes, said in the chat: they go, and the conversation goes on."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from aiogram import Bot, Dispatcher

from admin import chat
from bot.services import Services
from db.users import User
from handlers import build_dispatcher
from tests.control import Control
from webapp.telegram.reading import read_update

UNFIT = ("\0", "a\0b", "\ud800", "a\x1b[0m", "\x7f\x85")


@pytest_asyncio.fixture
async def dispatcher(services: Services, playground: Control) -> AsyncIterator[Dispatcher]:
    yield build_dispatcher(services, (chat.build_router(),))


def described(person: int, unfit: str) -> dict[str, Any]:
    return {
        "id": person,
        "is_bot": False,
        "first_name": f"Lola{unfit}",
        "username": f"l{unfit}",
        "language_code": unfit,
    }


def updates_of(person: int, unfit: str) -> list[dict[str, Any]]:
    """What one can do with text in a chat, each as an update."""
    who, room = described(person, unfit), {"id": person, "type": "private", "first_name": f"Lola{unfit}"}
    head: dict[str, Any] = {"message_id": 1, "date": 1_795_000_000, "chat": room, "from": who}
    photo = [{"file_id": "x", "file_unique_id": "x", "width": 90, "height": 90}]
    things: list[dict[str, Any]] = [
        {"text": unfit},
        {"text": f"/start artist_{unfit}"},
        {"text": f"/verify {unfit}"},
        {"text": f"/verify {'x' * 60}"},
        {"caption": unfit, "photo": photo},
        {"contact": {"phone_number": f"+998{unfit}", "first_name": unfit, "user_id": person}},
    ]
    told: list[dict[str, Any]] = [{"message": head | thing} for thing in things]
    inline = {"id": "1", "from": who, "query": unfit, "offset": unfit}
    taps = [f"menu:{unfit}", unfit, "artist:" + unfit, "x" * 64]
    told += [{"callback_query": {"id": "1", "from": who, "chat_instance": "1", "data": data}} for data in taps]
    return [{"update_id": 900 + number, **one} for number, one in enumerate([*told, {"inline_query": inline}])]


@pytest.mark.parametrize("unfit", UNFIT, ids=ascii)
async def test_nothing_breaks_the_talk(
    services: Services, playground: Control, dispatcher: Dispatcher, caplog: pytest.LogCaptureFixture, unfit: str
) -> None:
    bot: Bot = services.telegram
    person = (await playground.new_person("Lola")).id
    for raw in updates_of(person, unfit):
        update = read_update(bot, raw)
        assert update is not None, raw
        await dispatcher.feed_update(bot, update)
    met = await User.get(telegram_id=person)
    assert met.first_name.startswith("Lola") and (met.username or "").startswith("l")
    defects = [record.getMessage() for record in caplog.records if record.exc_info and "failed" in record.getMessage()]
    assert defects == []
