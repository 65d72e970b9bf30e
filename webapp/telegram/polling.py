"""Long polling that loses nothing: an update is confirmed to Telegram only after it was handled.

Confirming means asking for a higher offset. People do not wait for each other: while somebody's update is
still being handled, the next ones are fetched under the old offset and those already in hand are skipped.
One that cannot be read is confirmed unhandled, and nothing that comes in ends the polling.
"""

import asyncio
import contextlib
import logging

from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.outages import OUTAGES
from webapp.telegram.line import TelegramLine, grow_pauses, handle_update, insist, note_trouble
from webapp.telegram.reading import Told, fetch_updates, note_unreadable

log = logging.getLogger("stario.line")
_WAIT = 25  # seconds Telegram keeps an empty poll open
_GLANCE = 0.1  # seconds between looks at new updates while old ones are in hand
_GOODBYE = 10.0


class Poller:
    """Fetches and handles updates until it is stopped."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, line: TelegramLine) -> None:
        self._bot, self._dispatcher, self._line = bot, dispatcher, line
        self._kinds = dispatcher.resolve_used_update_types()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._handled: set[int] = set()
        self._locks: dict[int, asyncio.Lock] = {}
        self._offset: int | None = None

    async def run(self) -> None:
        """Runs until cancelled; then finishes what is in hand and confirms it."""
        await insist(self._line, lambda: self._bot.delete_webhook(drop_pending_updates=False))
        self._line.report_alive()
        try:
            while True:
                await self._take_turn()
        finally:
            await self._say_goodbye()

    async def _take_turn(self) -> None:
        """One round, as often as it takes: neither Telegram nor a defect of ours leaves people without a bot."""
        async for _ in grow_pauses():
            try:
                await self._fetch()
                await self._settle()
            except Exception as error:
                note_trouble(self._line, error)
            else:
                return

    async def _fetch(self) -> None:
        told = await fetch_updates(self._bot, self._offset, 0 if self._tasks else _WAIT, self._kinds)
        self._line.report_alive()
        for one in told:
            self._take(one)

    def _take(self, told: Told) -> None:
        if told.number in self._tasks or told.number in self._handled:
            return
        if told.update is None:
            note_unreadable(told.number, told.raw)
            self._handled.add(told.number)
        else:
            self._tasks[told.number] = asyncio.create_task(self._handle(told.update))

    async def _handle(self, update: Update) -> None:
        person = _serial_person(update)
        if person is None:
            return await self._try_update(update)
        # What one person does is handled in the order it was done.
        lock = self._locks.setdefault(person, asyncio.Lock())
        async with lock:
            await self._try_update(update)
        if not lock.locked():
            self._locks.pop(person, None)
        return None

    async def _try_update(self, update: Update) -> None:
        # Until it is handled it is not confirmed, so what waits out an outage survives a restart of ours too.
        async for _ in grow_pauses():
            try:
                return await handle_update(self._bot, self._dispatcher, update)
            except OUTAGES as error:
                log.warning("update %s waits: %r", update.update_id, error)
            except Exception:
                if not _carries_money(update):
                    log.exception("update %s is given up", update.update_id)
                    return None
                log.exception("update %s carries money and is tried again", update.update_id)
        return None

    async def _settle(self) -> None:
        """Waits a moment for what is in hand and moves the offset over what is done."""
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=_GLANCE)
        for update_id in [number for number, task in self._tasks.items() if task.done()]:
            del self._tasks[update_id]
            self._handled.add(update_id)
        self._move_offset()

    def _move_offset(self) -> None:
        lowest = min(self._tasks, default=None)
        done = {number for number in self._handled if lowest is None or number < lowest}
        if done:
            self._offset = max(done) + 1
            self._handled -= done

    async def _say_goodbye(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=_GOODBYE)
        await self._settle()
        for task in self._tasks.values():
            task.cancel()
        if self._offset is None:
            return
        with contextlib.suppress(Exception):  # what is not confirmed comes again, and is known
            await self._bot.get_updates(self._offset, limit=1, timeout=0, request_timeout=3)


def _carries_money(update: Update) -> bool:
    return update.message is not None and update.message.successful_payment is not None


def _serial_person(update: Update) -> int | None:
    """Whose turn this is; None for what has to be answered at once whatever else goes on."""
    if update.message is not None:
        return update.message.chat.id
    if update.callback_query is not None:
        return update.callback_query.from_user.id
    return None
