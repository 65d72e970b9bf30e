"""One worker of a class at work inside the test: the real queue, the real worker, the jobs that are given."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.work import WORKER_CLASSES
from workers.classes.contents import Contents
from workers.main import _build_worker
from workers.rows import Bench


@asynccontextmanager
async def open_worker(name: str, bench: Bench, contents: Contents) -> AsyncIterator[None]:
    """Takes up what is asked of the class `name`; chores are left to the test. What has begun is finished."""
    worker = _build_worker(WORKER_CLASSES[name], bench.services.settings, bench, contents)
    worker._handle_signals = False
    working = asyncio.create_task(worker.async_run())
    try:
        yield
    finally:
        await asyncio.gather(*worker.tasks.values(), return_exceptions=True)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        await worker.close()
        bench.engines.close()
