"""`make bench`: how fast a greeting is, as ratios measured in one run on this machine.

Method. Everything runs as in production: the whole product in its own processes, a fan who orders through REST from a
free artist whose face is prepared, Telegram played by the playground. Clocks are the product's own: `queued_at` is
the moment an order counts as paid, `delivered_at` the moment Telegram has confirmed the video. The words take about
10 s to say. Ratios are taken to the clip's length; one greeting warms up and is not counted. Job pickup is measured
apart, on an idle worker: from `enqueue` to the first line of the job. Nothing else should run meanwhile: the load
average is printed so that a noisy figure can be told from a slow one.
"""

import argparse
import asyncio
import os
import signal
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import orjson
from arq.worker import Worker, func

from bot.adapters.queue import WAIT_SECONDS, Queue, arq_settings
from tests.chaos.test_break import video_arrives
from tests.conftest import Stack
from tests.control import Control
from tests.load.bench_poster import bench_posters
from tests.load.bench_quiz import bench_quiz, print_quiz
from tests.rest import new_rest_fan

WORDS = (
    "Onajon, tug'ilgan kuningiz muborak bo'lsin! Sizga sihat-salomatlik, uzoq umr va bitmas-tuganmas baxt tilayman. "
    "Har bir kuningiz quyoshdek yorug' o'tsin, yuzingizdan tabassum hech qachon ketmasin."
)
RINGS = 200


async def bench_greetings(stack: Stack, count: int) -> list[dict[str, Any]]:
    """Orders greetings one after another; their rows as Postgres has them."""
    async with Control(stack.playground) as control, aiohttp.ClientSession() as http:
        for _ in range(count + 1):
            fan = await new_rest_fan(http, stack.web, control, "Bahor")
            await fan.order(WORDS)
            await video_arrives(fan.person, seconds=180)
    connection = await asyncpg.connect(stack.addresses["database_url"])
    try:
        rows = await connection.fetch(
            "SELECT stages, duration_ms, extract(epoch FROM delivered_at - queued_at)::float AS seconds"
            " FROM videos WHERE delivered_at IS NOT NULL ORDER BY queued_at OFFSET 1"
        )
    finally:
        await connection.close()
    return [{**dict(row), "stages": orjson.loads(row["stages"])} for row in rows]


def print_greetings(rows: list[dict[str, Any]], fps: int, size: int) -> None:
    clip = statistics.median(row["duration_ms"] / 1000 for row in rows)
    whole = statistics.median(row["seconds"] for row in rows)
    ratios = sorted(row["seconds"] / (row["duration_ms"] / 1000) for row in rows)
    frames = statistics.median(row["duration_ms"] / 1000 * fps / row["stages"]["video"] for row in rows)
    print(f"\norder paid → video delivered, {size} px, {len(rows)} greetings of {clip:.1f} s")
    print(f"  seconds, median         {whole:6.2f}")
    print(f"  ratio to the clip       {ratios[len(ratios) // 2]:6.2f}   (min {ratios[0]:.2f}, max {ratios[-1]:.2f})")
    print(f"  frames rendered a second{frames:6.1f}   ({frames / fps:.2f} × real time)")
    print("  share of each stage")
    names = sorted({name for row in rows for name in row["stages"] if name != "total"})
    for name in names:
        seconds = statistics.median(row["stages"].get(name, 0.0) for row in rows)
        print(f"    {name:18} {seconds:6.2f} s  {seconds / whole:5.0%}")
    made = statistics.median(row["stages"]["total"] for row in rows)
    print(f"    {'queue + delivery':18} {whole - made:6.2f} s  {(whole - made) / whole:5.0%}")


async def bench_pickup(redis_url: str) -> list[float]:
    """Milliseconds from `enqueue` to the start of the job, on an idle worker, one after another."""
    started: asyncio.Queue[float] = asyncio.Queue()

    async def note(_: dict[Any, Any], row_id: int) -> None:
        started.put_nowait(time.perf_counter())

    queue = Queue(redis_url)
    worker = Worker(
        functions=[func(note, name="run_row", keep_result=0)],
        redis_settings=arq_settings(redis_url),
        queue_name="stario:voice",
        poll_delay=WAIT_SECONDS,
        job_serializer=orjson.dumps,
        job_deserializer=orjson.loads,
        handle_signals=False,
    )
    running = asyncio.create_task(worker.async_run())
    took = []
    for number in range(RINGS):
        asked = time.perf_counter()
        await queue.ring("say_name", 10**9 + number, 0)
        took.append((await started.get() - asked) * 1000)
        await asyncio.sleep(0.005 * (number % 7))  # clock: fall anywhere between two looks of the worker
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await queue.close()
    return sorted(took)


def print_pickup(took: list[float]) -> None:
    print(f"\njob pickup, enqueue → start, {len(took)} jobs (the worker looks every {WAIT_SECONDS * 1000:.0f} ms)")
    for share in (0.5, 0.95, 0.99):
        print(f"  p{share * 100:<3.0f} {took[int(len(took) * share)]:6.1f} ms")


async def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__.splitlines()[0])
    parser.add_argument("--greetings", type=int, default=5)
    parser.add_argument("--size", type=int, default=720)
    parser.add_argument("--quizzes", type=int, default=60, help="face quizzes a size of gallery (0: none)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stario-bench-") as folder:
        stack = Stack(Path(folder), video_size=options.size)
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f} before the run", flush=True)
        await stack.start()
        try:
            if options.greetings:
                print_greetings(await bench_greetings(stack, options.greetings), 25, options.size)
            for worker in stack.pids("-m bot worker voice"):
                os.kill(worker, signal.SIGSTOP)  # its queue is ours for the measurement
            print_pickup(await bench_pickup(stack.addresses["redis_url"]))
            for worker in stack.pids("-m bot worker voice"):
                os.kill(worker, signal.SIGCONT)
            for artists in (1_000, 100_000) if options.quizzes else ():
                print_quiz(await bench_quiz(stack, artists, options.quizzes), artists)
        finally:
            await stack.stop()
        await asyncio.to_thread(bench_posters)
        print(f"\nload {os.getloadavg()[0]:.2f} after the run")


if __name__ == "__main__":
    asyncio.run(main())
