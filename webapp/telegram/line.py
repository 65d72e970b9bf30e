"""The line to Telegram: how updates come in, and whether they can."""

import asyncio
import logging
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update
from aiohttp import web

from bot.metrics import UPDATE_SECONDS, UPDATES
from webapp.telegram.reading import UnreadableAnswer

log = logging.getLogger("stario.line")
_SILENCE = 60.0  # seconds without a word from Telegram, longer than any long poll
_LONGEST_PAUSE = 15.0


class LineDown(RuntimeError):
    """Updates do not come in; the message says why."""


class TelegramLine:
    """What is known of the line: when Telegram last answered, or why it does not."""

    def __init__(self) -> None:
        self._error = "starting"
        self._heard = 0.0
        self._listens_always = False

    def report_alive(self, listens_always: bool = False) -> None:
        """Telegram answered; with a webhook it calls us, so silence means nothing."""
        self._error, self._heard, self._listens_always = "", time.monotonic(), listens_always

    def report_down(self, error: Exception) -> None:
        self._error = f"{type(error).__name__}: {error}"[:160]

    def require_alive(self) -> None:
        """Raises LineDown."""
        if self._error:
            raise LineDown(self._error)
        if not self._listens_always and time.monotonic() - self._heard > _SILENCE:
            raise LineDown(f"nothing heard for {time.monotonic() - self._heard:.0f} s")


LINE: web.AppKey[TelegramLine] = web.AppKey("line", TelegramLine)


async def handle_update(bot: Bot, dispatcher: Dispatcher, update: Update) -> None:
    """One update through the conversations, counted and timed. Raises what the conversations raise."""
    kind, outcome = update.event_type, "failed"
    started = time.perf_counter()
    try:
        await dispatcher.feed_update(bot, update)
        outcome = "handled"
    finally:
        UPDATES.labels(kind, outcome).inc()
        UPDATE_SECONDS.observe(time.perf_counter() - started)


async def insist(line: TelegramLine, act: Callable[[], Awaitable[object]]) -> None:
    """Does `act` as often as it takes, with growing pauses; the line says meanwhile what is wrong."""
    async for _ in grow_pauses():
        try:
            await act()
        except Exception as error:
            note_trouble(line, error)
        else:
            return


def note_trouble(line: TelegramLine, error: Exception) -> None:
    """Says that Telegram is away, or, of anything else, where it broke: the caller goes on either way."""
    if isinstance(error, (TelegramAPIError, OSError, UnreadableAnswer)):
        log.warning("Telegram does not answer: %s", error)
        return line.report_down(error)
    # The error's own words may hold what somebody wrote: its kind and its place are enough to find it.
    place = traceback.format_list(traceback.extract_tb(error.__traceback__)[-3:])
    log.error("the line to Telegram stumbled over %s at\n%s", type(error).__name__, "".join(place))
    return line.report_down(RuntimeError(type(error).__name__))


async def grow_pauses() -> AsyncIterator[float]:
    """At once, then after 0.3 s, 0.6 s … 15 s."""
    pause = 0.3
    while True:
        yield pause
        await asyncio.sleep(pause)
        pause = min(_LONGEST_PAUSE, pause * 2)
