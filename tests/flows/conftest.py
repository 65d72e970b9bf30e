"""The bot of the product, listening to the playground in this process, and people who talk with it."""

import asyncio
from collections.abc import AsyncIterator

import pytest_asyncio

from admin import chat
from bot.services import Services
from handlers import build_dispatcher
from tests.control import Control
from tests.flows.talking import Chatter
from webapp.telegram.line import TelegramLine
from webapp.telegram.polling import Poller


class Listener:
    """The bot as a process would run it; `restart` is a new process that knows nothing but Redis and Postgres."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        dispatcher = build_dispatcher(self._services, (chat.build_router(),))
        self._task = asyncio.create_task(Poller(self._services.telegram, dispatcher, TelegramLine()).run())

    async def stop(self) -> None:
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def restart(self) -> None:
        await self.stop()
        self.start()


@pytest_asyncio.fixture
async def listener(services: Services, playground: Control) -> AsyncIterator[Listener]:
    listener = Listener(services)
    listener.start()
    yield listener
    await listener.stop()


@pytest_asyncio.fixture
async def fan(listener: Listener, playground: Control) -> Chatter:
    """Somebody new, whose telephone speaks Uzbek."""
    return Chatter(await playground.new_person("Dilnoza"))
