"""Misbehaviour on demand, and updates by webhook."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Dispatcher
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.contracts.telegram.bot_api_house import FAN, House

SECRET = "s3cret-of_the-webhook"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    await house.say("/start")
    yield house
    await house.close()


async def texts(house: House) -> list[str]:
    return [message.get("text", "") for message in await house.chat(after=1)]


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (429, TelegramRetryAfter),
        ("too_many_requests", TelegramRetryAfter),
        ("403", TelegramForbiddenError),
        ("blocked", TelegramForbiddenError),
        ("500", TelegramServerError),
        ("reset", TelegramNetworkError),
    ],
)
async def test_one_call_fails_and_the_next_works(house: House, kind: object, error: type[Exception]) -> None:
    await house.call("POST", "/control/faults", service="telegram", kind=kind, times=1, retry_after=7)
    await house.bot.get_me()
    with pytest.raises(error) as caught:
        await house.bot.send_message(FAN, "bir")
    if isinstance(caught.value, TelegramRetryAfter):
        assert caught.value.retry_after == 7
    await house.bot.send_message(FAN, "ikki")
    assert await texts(house) == ["ikki"]


async def test_a_lost_answer_is_done_and_a_timeout_is_not(house: House) -> None:
    await house.fault("lost_answer", method="sendMessage")
    with pytest.raises(TelegramNetworkError):
        await house.bot.send_message(FAN, "yetib bordi")
    await house.fault("time-out", method="sendMessage", seconds=0.05)
    with pytest.raises(TelegramNetworkError):
        await house.bot.send_message(FAN, "yetib bormadi")
    assert await texts(house) == ["yetib bordi"]


async def test_updates_come_twice_or_out_of_order(house: House) -> None:
    await house.bot.get_updates(offset=-1)
    await house.fault("duplicates")
    await house.say("bir")
    ids = [update.update_id for update in await house.bot.get_updates()][-2:]
    assert ids[0] == ids[1]
    await house.bot.get_updates(offset=ids[0] + 1)
    await house.fault("reordering")
    await house.say("ikki")
    await house.say("uch")
    updates = await house.bot.get_updates()
    assert [update.message.text for update in updates if update.message] == ["uch", "ikki"]


async def test_unknown_orders_are_refused_and_known_ones_listed(house: House) -> None:
    told = await house.call("POST", "/control/faults", expect=422, service="telegram", kind="earthquake")
    assert "lost_answer" in told["error"]
    told = await house.call("POST", "/control/faults", expect=422, service="nobody", kind="429")
    assert "telegram" in told["error"]
    await house.fault("slow", times=2, seconds=1)
    (order,) = await house.call("GET", "/control/faults")
    assert (order["kind"], order["times"]) == ("slow", 2)
    assert await house.call("DELETE", "/control/faults") == []


async def test_webhook_updates_come_with_the_secret_until_they_are_taken(house: House) -> None:
    dispatcher, heard, failures = Dispatcher(), asyncio.Queue[str](), [1]

    @dispatcher.message()
    async def hear(message: Message) -> object:
        if failures:
            failures.pop()
            raise RuntimeError("not ready")
        heard.put_nowait(message.text or "")
        return message.answer(f"eshitdim: {message.text}")

    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, house.bot, handle_in_background=False, secret_token=SECRET)
    handler.register(app, path="/hook")
    async with TestServer(app, host="127.0.0.1") as server:
        await house.bot.set_webhook(str(server.make_url("/hook")), secret_token=SECRET)
        with pytest.raises(TelegramConflictError, match="webhook is active"):
            await house.bot.get_updates()
        sent = await house.say("ikki")
        assert await asyncio.wait_for(heard.get(), 5) == "/start"
        assert await asyncio.wait_for(heard.get(), 5) == "ikki"
        answers = await house.chat(after=sent["message_id"], wait=5)
        assert answers[0]["text"].startswith("eshitdim")
        info = await house.bot.get_webhook_info()
        assert info.last_error_message and "500" in info.last_error_message
        await house.bot.delete_webhook()
