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
from bot.errors import Refusal, Unavailable, pack_refusal
from bot.services import open_services
from bot.settings import Settings
from bot.work import WORKER_CLASSES, WorkerClass
from workers.classes.contents import Call, Contents
from workers.rows import Bench, run_row

log = logging.getLogger("stario.worker")


async def work(name: str, settings: Settings) -> None:
    """Runs the worker class `name` until a signal. Raises EngineError when an engine cannot load."""
    worker_class = WORKER_CLASSES[name]
    async with AsyncExitStack() as stack:
        services = await stack.enter_async_context(open_services(settings, pool=worker_class.max_jobs + 3))
        bench = Bench(services, f"{socket.gethostname()}:{os.getpid()}"[:40])
        contents = await asyncio.to_thread(_load_contents, name, bench)
        stack.callback(lambda: bench.engines.close())
        await stack.enter_async_context(_beside([chore() for chore in contents.chores]))
        if contents.ready is not None:
            await contents.ready()
        gc.collect()
        gc.freeze()
        log.info("worker %s is ready", name)
        await _build_worker(worker_class, settings, bench, contents).async_run()


def _load_contents(name: str, bench: Bench) -> Contents:
    """Imports the class by its name, so that a worker carries only the libraries it needs."""
    contents: Contents = importlib.import_module(f"workers.classes.{name}").load(bench)
    return contents


@asynccontextmanager
async def _beside(chores: list[Coroutine[Any, Any, None]]) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(chore) for chore in chores]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _build_worker(worker_class: WorkerClass, settings: Settings, bench: Bench, contents: Contents) -> Worker:
    async def run(_: dict[Any, Any], row_id: int) -> None:
        await run_row(bench, contents.rows, contents.burials, row_id)

    async def call(_: dict[Any, Any], item: str, answer: str, *, job: Call) -> None:
        try:
            told = await job(bench, item)
        except Refusal as refusal:
            told = {"refused": pack_refusal(refusal)}
        except Exception:  # whoever waits hears so at once and not when their patience ends
            log.exception("%s could not be answered", job.__name__)
            told = {"refused": pack_refusal(Unavailable("error-part-busy"))}
        await _answer(bench, answer, told)

    functions = [func(run, name="run_row", keep_result=0, max_tries=1)]  # type: ignore[arg-type]
    for name, job in contents.calls.items():
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


async def _answer(bench: Bench, key: str, told: Any) -> None:
    """Lays the job's result where its caller waits; nobody fetches it, it is gone in a minute."""
    async with bench.services.redis.pipeline(transaction=True) as pipe:
        pipe.rpush(key, orjson.dumps(told or {}, default=str))
        pipe.expire(key, 60)
        await pipe.execute()
