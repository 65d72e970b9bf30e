"""The greeting conversation, played through the playground by people of every kind."""

import asyncio
from collections.abc import AsyncIterator

import pytest_asyncio

from admin import chat
from bot.services import Services
from db.orders import Order, OrderStatus
from db.payments import Payment, PaymentStatus
from db.users import User
from db.videos import Video, VideoStatus
from handlers import build_dispatcher
from tests.control import Control, buttons
from tests.flows.talking import Chatter, content, reach_summary, start_in
from webapp.polling import Poller
from webapp.telegram_line import TelegramLine

FREE = "Sabohat"
PRICED = "Elbek"
WORDS = "Onajon, tugʻilgan kuningiz muborak! Sizga sogʻliq va uzoq umr tilayman."


@pytest_asyncio.fixture
async def bot(services: Services, playground: Control) -> AsyncIterator[None]:
    """The bot of the product, listening to the playground."""
    poller = Poller(services.telegram, build_dispatcher(services, (chat.build_router(),)), TelegramLine())
    task = asyncio.create_task(poller.run())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest_asyncio.fixture
async def fan(bot: None, playground: Control) -> Chatter:
    return Chatter(await playground.new_person("Dilnoza"))


async def test_a_free_greeting_from_start_to_the_queue(fan: Chatter) -> None:
    await start_in(fan)
    await fan.expect("Salom, Dilnoza")
    await fan.tap("Tabrik buyurtma qilish")
    for line in await fan.show():
        print(line)
    summary = await reach_summary(fan, FREE, WORDS)
    print(summary)
    print((await fan.tap("Bepul"))["text"])
    await fan.expect("Buyurtma №")
    await fan.expect("Navbatdagi")
    video = await Video.get().select_related("user")
    assert (video.status, video.recipient, video.text) == (VideoStatus.QUEUED, "Onajon", WORDS)
