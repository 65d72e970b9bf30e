"""One outbox row from bell to done: claimed under a lease, kept alive, finished, or given back."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from aiogram.exceptions import TelegramRetryAfter

from bot.outbox import Held, claim_row, finish_row, release_row, renew_lease
from bot.services import Services
from workers.engines.loaded import Engines

log = logging.getLogger("stario.rows")


@dataclass
class Bench:
    """What a worker has at hand: the outside world, its engines, and the name it signs leases with."""

    services: Services
    holder: str
    engines: Engines = field(default_factory=Engines)


Job = Callable[..., Awaitable[None]]


async def run_row(bench: Bench, jobs: dict[str, Job], burials: dict[str, Job], row_id: int) -> None:
    """Does what the row says. A row that is done, or held by somebody alive, is left alone."""
    held = await claim_row(row_id, bench.holder)
    if held is None:
        return
    if held.attempt > held.worker_class.attempts:  # its holders died without a word
        await release_row(held, "every holder died", timedelta())
        await _bury(bench, burials, held)
        return
    try:
        async with _keeping_lease(held, bench.holder):
            await jobs[held.job](bench, **held.ids)
    except asyncio.CancelledError:
        await asyncio.shield(release_row(held, "stopped", timedelta()))
        raise
    except Exception as error:
        log.exception("%s %s failed (try %d)", held.job, held.ids, held.attempt)
        if not await release_row(held, repr(error), _pause(held, error)):
            await _bury(bench, burials, held)
    else:
        await finish_row(held)


def _pause(held: Held, error: Exception) -> timedelta:
    if isinstance(error, TelegramRetryAfter):
        return timedelta(seconds=error.retry_after)
    return timedelta(seconds=min(60, 0.5 * 2**held.attempt))


async def _bury(bench: Bench, burials: dict[str, Job], held: Held) -> None:
    log.error("%s %s is given up", held.job, held.ids)
    if held.job in burials:
        await burials[held.job](bench, **held.ids)


@asynccontextmanager
async def _keeping_lease(held: Held, holder: str) -> AsyncIterator[None]:
    owner = asyncio.current_task()

    async def renew() -> None:
        while True:
            await asyncio.sleep(held.worker_class.lease / 3)
            try:
                kept = await renew_lease(held, holder)
            except Exception:
                log.exception("the lease of row %s could not be renewed", held.id)
                continue
            if not kept and owner is not None:
                log.warning("row %s was taken over; stopping", held.id)
                owner.cancel()
                return

    keeper = asyncio.create_task(renew())
    try:
        yield
    finally:
        keeper.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await keeper
