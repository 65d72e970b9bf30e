"""The poller: nothing is confirmed before it was handled, nobody waits for somebody else, nothing comes twice."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetUpdates
from aiogram.types import SuccessfulPayment, Update
from redis.exceptions import ConnectionError as RedisConnectionError

from tests.waiting import until
from webapp.telegram import polling
from webapp.telegram.line import LineDown, TelegramLine
from webapp.telegram.polling import Poller


def message(update_id: int, chat: int) -> Update:
    person = {"id": chat, "is_bot": False, "first_name": "A"}
    body = {"message_id": update_id, "date": 0, "chat": {"id": chat, "type": "private"}, "from": person, "text": "hi"}
    return Update.model_validate({"update_id": update_id, "message": body})


class FakeTelegram:
    """Gives out updates from an offset, as Telegram does: what is below it is forgotten."""

    def __init__(self, updates: list[Update]) -> None:
        self.updates = updates
        self.offsets: list[int | None] = []
        self.failures = 0

    async def delete_webhook(self, **_: Any) -> bool:
        return True

    async def get_updates(self, offset: int | None = None, timeout: int = 0, **_: Any) -> list[Update]:  # noqa: ASYNC109 - Telegram calls it so
        self.offsets.append(offset)
        if self.failures:
            self.failures -= 1
            raise TelegramNetworkError(GetUpdates(), "away")
        self.updates = [update for update in self.updates if update.update_id >= (offset or 0)]
        if not self.updates and timeout:
            await asyncio.Event().wait()  # a long poll that nobody answers
        return self.updates[:100]

    @property
    def confirmed(self) -> int:
        """Everything below this was given up by Telegram."""
        return max((offset for offset in self.offsets if offset is not None), default=0)


class FakeDispatcher:
    def __init__(self, handle: Callable[[Update], Awaitable[None]]) -> None:
        self._handle = handle

    def resolve_used_update_types(self) -> list[str]:
        return ["message"]

    async def feed_update(self, _: Any, update: Update) -> None:
        await self._handle(update)


class Run:
    """A poller at work, stopped at the end of the test."""

    def __init__(self, telegram: FakeTelegram, handle: Callable[[Update], Awaitable[None]]) -> None:
        self.line = TelegramLine()
        self.poller = Poller(telegram, FakeDispatcher(handle), self.line)  # type: ignore[arg-type]

    async def __aenter__(self) -> "Run":
        self.task = asyncio.create_task(self.poller.run())
        return self

    async def __aexit__(self, *_: object) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


async def test_confirmed_only_after_handling() -> None:
    telegram, gate, seen = FakeTelegram([message(10, 1)]), asyncio.Event(), []

    async def handle(update: Update) -> None:
        seen.append(update.update_id)
        await gate.wait()

    async with Run(telegram, handle):
        await until(lambda: seen == [10] and len(telegram.offsets) > 2)
        assert telegram.confirmed == 0
        gate.set()
        await until(lambda: telegram.confirmed == 11)
    assert seen == [10], "handled once, however often it was fetched"


async def test_nobody_waits_for_somebody_else() -> None:
    telegram, gate, done = FakeTelegram([message(1, 1), message(2, 2)]), asyncio.Event(), []

    async def handle(update: Update) -> None:
        if update.update_id == 1:
            await gate.wait()
        done.append(update.update_id)

    async with Run(telegram, handle):
        await until(lambda: done == [2])
        telegram.updates.append(message(3, 3))
        await until(lambda: done == [2, 3])
        assert telegram.confirmed == 0, "the first is still in hand"
        gate.set()
        await until(lambda: telegram.confirmed == 4)


async def test_one_person_is_served_in_order() -> None:
    telegram, done = FakeTelegram([message(1, 5), message(2, 5), message(3, 5)]), []
    gates = {number: asyncio.Event() for number in (1, 2, 3)}

    async def handle(update: Update) -> None:
        await gates[update.update_id].wait()
        done.append(update.update_id)

    async with Run(telegram, handle):
        gates[3].set()
        gates[2].set()
        await until(lambda: len(telegram.offsets) > 2)  # all three were fetched, and fetched again
        assert done == [], "the first is still in hand"
        gates[1].set()
        await until(lambda: len(done) == 3)
    assert done == [1, 2, 3]


async def test_an_outage_is_waited_out_and_a_defect_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    sleep = asyncio.sleep

    async def rest(seconds: float) -> None:
        pauses.append(seconds)
        await sleep(0.01)  # clock: the poller's own pauses, made short

    monkeypatch.setattr(polling.asyncio, "sleep", rest)
    telegram, tries = FakeTelegram([message(1, 1), message(2, 2)]), {1: 0, 2: 0}

    async def handle(update: Update) -> None:
        tries[update.update_id] += 1
        if update.update_id == 1 and tries[1] < 3:
            raise RedisConnectionError("restarting")
        if update.update_id == 2:
            raise ValueError("our own defect")

    async with Run(telegram, handle):
        await until(lambda: telegram.confirmed == 3)
    assert tries == {1: 3, 2: 1}


async def test_an_update_with_money_is_never_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    sleep = asyncio.sleep
    monkeypatch.setattr(polling.asyncio, "sleep", lambda _: sleep(0.01))  # clock: its pauses, made short
    paid = SuccessfulPayment(
        currency="XTR",
        total_amount=350,
        invoice_payload="12345678",
        telegram_payment_charge_id="charge",
        provider_payment_charge_id="",
    )
    update = message(1, 1)
    assert update.message is not None
    money = update.model_copy(update={"message": update.message.model_copy(update={"successful_payment": paid})})
    telegram, tries = FakeTelegram([money]), 0

    async def handle(_: Update) -> None:
        nonlocal tries
        tries += 1
        if tries < 8:
            raise ValueError("our own defect")

    async with Run(telegram, handle):
        await until(lambda: telegram.confirmed == 2)
    assert tries == 8


async def test_the_line_says_when_telegram_is_away() -> None:
    telegram, seen = FakeTelegram([message(1, 1)]), []
    telegram.failures = 2

    async def handle(update: Update) -> None:
        seen.append(update.update_id)

    async with Run(telegram, handle) as run:
        await until(lambda: telegram.failures < 2)
        with pytest.raises(LineDown, match="away"):
            run.line.require_alive()
        await until(lambda: seen == [1])
        run.line.require_alive()


async def test_stopping_finishes_what_is_in_hand() -> None:
    telegram, started, done = FakeTelegram([message(7, 1)]), asyncio.Event(), []

    async def handle(update: Update) -> None:
        started.set()
        await asyncio.sleep(0.3)  # clock: slow work, longer than the poller looks at once when it is told to stop
        done.append(update.update_id)

    async with Run(telegram, handle):
        await started.wait()
    assert done == [7]
    assert telegram.confirmed == 8
