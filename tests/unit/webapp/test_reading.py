"""Updates that cannot be read: told by number, counted, confirmed and left behind; the others are handled."""

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetUpdates, TelegramMethod
from aiogram.types import Update
from prometheus_client import REGISTRY

from tests.waiting import until
from webapp.telegram.line import TelegramLine
from webapp.telegram.polling import Poller
from webapp.telegram.reading import name_members, read_update

SECRET = "words that no log may hold"
SOMEBODY = {"id": 7001, "is_bot": False, "first_name": "Lola"}


def told(number: int, **more: Any) -> dict[str, Any]:
    chat = {"id": 7001, "type": "private", "first_name": "Lola"}
    message = {"message_id": number, "date": 1_795_000_000, "chat": chat, "from": SOMEBODY, "text": SECRET, **more}
    return {"update_id": number, "message": message}


DEEP: dict[str, Any] = {}
for _ in range(300):
    DEEP = {"reply_to_message": DEEP}

UNREADABLE: dict[str, dict[str, Any]] = {
    "a sender who hides and has no name": told(2, forward_origin={"type": "hidden_user", "date": 1_400_000_000}),
    "a story without anything": told(2, external_reply={"origin": {"type": "user", "date": 1}, "story": {}}),
    "an origin of a new kind": told(2, forward_origin={"type": "starship", "date": 1}),
    "a chat without a number": {"update_id": 2, "message": {"message_id": 2, "date": 1, "chat": {"type": "private"}}},
    "an update of a new kind": {"update_id": 2, "telepathy": {"thought": SECRET}},
    "an update of nothing": {"update_id": 2},
    "a message that is a list": {"update_id": 2, "message": [SECRET]},
    "a tap by nobody": {"update_id": 2, "callback_query": {"id": "1", "chat_instance": "1", "data": SECRET}},
    "a date beyond the calendar": told(2, date=10**30),
    "words that are a number": told(2, text=5),
    "a well without a floor": told(2, **DEEP),
}


class Ear:
    """A dispatcher that keeps what it hears."""

    def __init__(self) -> None:
        self.heard: list[Update] = []

    def resolve_used_update_types(self) -> list[str]:
        return ["message"]

    async def feed_update(self, _: Any, update: Update) -> None:
        self.heard.append(update)


class Wire(BaseSession):
    """Telegram as text: updates from an offset on, which the library reads; `strange` answers come first."""

    def __init__(self, updates: list[Any], *strange: str) -> None:
        super().__init__()
        self.updates, self.strange, self.confirmed = updates, list(strange), 0

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - the library calls it so
        if not isinstance(method, GetUpdates):
            return True
        self.confirmed = method.offset or 0
        if self.strange:
            return self.check_response(bot, method, 200, self.strange.pop(0)).result
        left = [one for one in self.updates if one.get("update_id", self.confirmed) >= self.confirmed]
        if not left and method.timeout:
            await asyncio.Event().wait()  # a long poll that nobody answers
        return self.check_response(bot, method, 200, json.dumps({"ok": True, "result": left})).result

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""


async def poll(wire: Wire, confirmed: int) -> list[Update]:
    """Polls until everything below `confirmed` is confirmed; what was handled."""
    ear = Ear()
    task = asyncio.create_task(Poller(Bot("1:a", wire), ear, TelegramLine()).run())  # type: ignore[arg-type]
    await until(lambda: wire.confirmed == confirmed or task.done())
    ended = task.done()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return [] if ended else ear.heard


def count_unreadable() -> float:
    labels = {"kind": "unreadable", "outcome": "unreadable"}
    return REGISTRY.get_sample_value("stario_telegram_updates_total", labels) or 0.0


@pytest.mark.parametrize("strange", UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_the_others_of_a_batch_are_handled(strange: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    before = count_unreadable()
    heard = await poll(Wire([told(1), strange, told(3)]), confirmed=4)
    assert [update.update_id for update in heard] == [1, 3]
    assert count_unreadable() == before + 1
    assert "update 2 cannot be read" in caplog.text and SECRET not in caplog.text and "Lola" not in caplog.text


async def test_one_without_a_number_goes_with_the_next() -> None:
    heard = await poll(Wire([{"message": {}}, told(1)]), confirmed=2)
    assert [update.update_id for update in heard] == [1]


ANSWERS = (
    "<html>Bad Gateway</html>",
    '{"ok": true, "result": "' + SECRET + '"}',
    '{"ok": true, "result": [{}]}',
    '{"ok": true, "result": [5, "' + SECRET + '"]}',
    '{"result": []}',
    "[]",
    "null",
    '{"ok": true, "result": [null]}',
)


async def test_no_answer_ends_the_polling(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    sleep = asyncio.sleep
    monkeypatch.setattr(asyncio, "sleep", lambda _: sleep(0))  # clock: the line's own pauses, made short
    heard = await poll(Wire([told(1)], *ANSWERS), confirmed=2)
    assert [update.update_id for update in heard] == [1]
    assert SECRET not in caplog.text


async def test_a_defect_of_ours_does_not_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sleep = asyncio.sleep
    monkeypatch.setattr(asyncio, "sleep", lambda _: sleep(0))  # clock: the line's own pauses, made short
    settle, broken = Poller._settle, iter([True, True])

    async def settle_late(self: Poller) -> None:
        if next(broken, False):
            raise KeyError("a defect")
        await settle(self)

    monkeypatch.setattr(Poller, "_settle", settle_late)
    assert len(await poll(Wire([told(1)]), confirmed=2)) == 1


@pytest.mark.parametrize("unfit", ["\0", "\x1b", "\x7f", "\ud800"])
async def test_words_with_signs_that_nobody_keeps_are_cleaned(unfit: str) -> None:
    person = {**SOMEBODY, "first_name": f"Lo{unfit}la"}
    strange = told(2, text=f"sa{unfit}lom", **{"from": person})
    heard = await poll(Wire([told(1), strange, told(3)]), confirmed=4)
    assert [update.message.text for update in heard if update.message] == [SECRET, "salom", SECRET]
    message = heard[1].message
    assert message is not None and message.from_user is not None and message.from_user.first_name == "Lola"


def test_members_are_named_and_nothing_else() -> None:
    named = name_members({"update_id": 1, "message": {"text": SECRET, SECRET: {"chat": 1}}})
    assert named == "update_id, message, message.text, message.?, message.?.chat"
    assert name_members(SECRET) == "no members"


def test_a_whole_update_is_read() -> None:
    update = read_update(Bot("1:a"), told(5))
    assert update is not None and update.message is not None and update.message.text == SECRET
