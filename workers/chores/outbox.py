"""Rings queues about outbox rows as they are written, and sweeps up whatever a bell was lost for."""

import asyncio
import logging

import asyncpg

from bot.money.expiry import expire_attempts, expire_orders
from bot.outbox import CHANNEL, due_rows, mark_rung
from bot.services import Services

log = logging.getLogger("stario.outbox")
_SWEEP_SECONDS = 1.0
_EXPIRE_SECONDS = 60.0


async def ring_due(services: Services) -> int:
    """Rings every due row once; how many."""
    rows = await due_rows()
    for row in rows:
        await services.queue.ring(row.job, row.id, row.attempts)
    if rows:
        await mark_rung([row.id for row in rows])
    return len(rows)


async def dispatch_outbox(services: Services) -> None:
    """Runs until cancelled; Postgres or Redis going away for a while only delays it."""
    written = asyncio.Event()
    while True:
        try:
            listener = await asyncpg.connect(services.settings.database_url.get_secret_value())
            try:
                await listener.add_listener(CHANNEL, lambda *_: written.set())
                await _ring_forever(services, written, listener)
            finally:
                await listener.close(timeout=2)
        except Exception:
            log.exception("the outbox listener lost its connection")
            await asyncio.sleep(0.5)


async def _ring_forever(services: Services, written: asyncio.Event, listener: asyncpg.Connection) -> None:
    while not listener.is_closed():
        written.clear()
        await ring_due(services)
        try:
            await asyncio.wait_for(written.wait(), _SWEEP_SECONDS)
        except TimeoutError:
            continue


async def expire_unpaid() -> None:
    """Closes orders nobody paid in time, every minute until cancelled."""
    while True:
        try:
            await expire_attempts()
            await expire_orders()
        except Exception:
            log.exception("unpaid orders could not be closed")
        await asyncio.sleep(_EXPIRE_SECONDS)
