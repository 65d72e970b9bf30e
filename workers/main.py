"""One worker process: a class of jobs, the engines it needs, and its place on the queue."""

import asyncio
import functools
import gc
import importlib
import logging
import os
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import orjson
from arq.worker import Worker, func

from bot.adapters.queue import HEALTH_SECONDS, WAIT_SECONDS, arq_settings, serialize_job
from bot.services import open_services
from bot.settings import Settings
from bot.work import WORKER_CLASSES, WorkerClass
from workers.ask_approval import ask_approval
from workers.ask_review import ask_review
from workers.deliver_video import deliver_video
from workers.outbox import dispatch_outbox, expire_unpaid
from workers.queue_watch import watch_queue
from workers.refund_payment import refund_payment
from workers.rows import Bench, Job, run_row
from workers.tell_fan import tell_fan

log = logging.getLogger("stario.worker")


async def work(name: str, settings: Settings) -> None:
    """Runs the worker class `name` until a signal. Raises EngineError when an engine cannot load."""
    worker_class = WORKER_CLASSES[name]
    async with AsyncExitStack() as stack:
        services = await stack.enter_async_context(open_services(settings, pool=worker_class.max_jobs + 3))
        bench = Bench(services, f"{socket.gethostname()}:{os.getpid()}"[:40])
        jobs, burials, calls = await asyncio.to_thread(_load_jobs, name, bench)
        stack.callback(_close_engines, bench)
        await stack.enter_async_context(_beside(_chores(name, bench)))
        gc.collect()
        gc.freeze()
        log.info("worker %s is ready", name)
        await _build_worker(worker_class, settings, bench, jobs, burials, calls).async_run()


def _load_jobs(name: str, bench: Bench) -> tuple[dict[str, Job], dict[str, Job], dict[str, Job]]:
    """Jobs of a class, what to do when one is given up, and jobs that keep nothing."""
    if name == "video":
        from workers.engines.mesh_warp import open_animator
        from workers.engines.speech import open_speech
        from workers.make_video import bury_video, make_video

        bench.engines = {
            "speech": open_speech(bench.services.settings),
            "face": open_animator(bench.services.settings),
        }
        return {"make_video": make_video}, {"make_video": bury_video}, {}
    if name == "voice":
        from workers.engines.speech import open_speech
        from workers.say_name import say_name

        bench.engines = {"speech": open_speech(bench.services.settings)}
        return {}, {}, {"say_name": say_name}
    jobs: dict[str, Job] = {
        "deliver_video": deliver_video,
        "ask_approval": ask_approval,
        "ask_review": ask_review,
        "tell_fan": tell_fan,
        "refund_payment": refund_payment,
    }
    return jobs, {}, {}


def _close_engines(bench: Bench) -> None:
    for engine in bench.engines.values():
        close = getattr(engine, "close", None)
        if close is not None:
            close()


def _chores(name: str, bench: Bench) -> list[Coroutine[Any, Any, None]]:
    """What runs beside the jobs: delivery keeps the outbox going, for it is light and always there."""
    if name == "delivery":
        return [dispatch_outbox(bench.services), watch_queue(bench.services), expire_unpaid()]
    if name == "voice":  # somebody waits for a name, so the slow start of an engine is not theirs
        return [asyncio.to_thread(bench.engines["speech"].warm), asyncio.to_thread(_import_slowly)]
    return [asyncio.to_thread(_import_slowly)]


def _import_slowly() -> None:
    """What engines import at their first use, imported while nobody waits for it."""
    for module in ("scipy.signal", "scipy.ndimage", "scipy.interpolate"):
        importlib.import_module(module)


@asynccontextmanager
async def _beside(chores: list[Coroutine[Any, Any, None]]) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(chore) for chore in chores]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _build_worker(
    worker_class: WorkerClass,
    settings: Settings,
    bench: Bench,
    jobs: dict[str, Job],
    burials: dict[str, Job],
    calls: dict[str, Job],
) -> Worker:
    async def run(_: dict[Any, Any], row_id: int) -> None:
        await run_row(bench, jobs, burials, row_id)

    async def call(_: dict[Any, Any], item_id: str, *, job: Job) -> None:
        await job(bench, item_id)

    functions = [func(run, name="run_row", keep_result=0, max_tries=1)]  # type: ignore[arg-type]
    for name, job in calls.items():
        functions.append(func(functools.partial(call, job=job), name=name, keep_result=0, max_tries=1))  # type: ignore[arg-type]
    return Worker(
        functions=functions,
        redis_settings=arq_settings(settings.redis_url.get_secret_value()),
        queue_name=worker_class.queue_name,
        max_jobs=worker_class.max_jobs,
        job_timeout=worker_class.timeout,
        poll_delay=WAIT_SECONDS,
        health_check_interval=HEALTH_SECONDS,
        health_check_key=worker_class.health_key,
        job_serializer=serialize_job,
        job_deserializer=orjson.loads,
        handle_signals=True,
    )
