"""Things die in the middle: a worker, Redis' memory, Postgres. The fan gets one video all the same."""

import os
import signal

import aiohttp
import asyncpg
from redis.asyncio import Redis

from tests.conftest import Stack
from tests.control import Control, Person
from tests.rest import RestFan, new_rest_fan
from tests.waiting import until

LONG = (
    "Onajon, tug'ilgan kuningiz muborak! Sizga sihat-salomatlik, uzoq umr va bitmas-tuganmas baxt tilayman. "
    "Har bir kuningiz quyoshdek yorug' bo'lsin."
)


async def videos_in(person: Person) -> int:
    return sum("video" in message for message in await person.messages())


async def video_arrives(person: Person, seconds: float = 120) -> None:
    await person.wait_for(lambda message: "video" in message, seconds=seconds)


async def _expect_mid_render(fan: RestFan, job_id: str) -> None:
    """Waits for the middle of the render, and sees that it was not over before."""
    job = await until(
        lambda: fan.job(job_id),
        lambda now: now["status"] not in ("queued", "processing") or now["progress"] >= 20,
        seconds=60,
    )
    assert job["status"] == "processing" and job["progress"] <= 80, job


async def test_a_killed_worker_is_replaced_and_the_fan_gets_one_video(
    stack: Stack, control: Control, http: aiohttp.ClientSession
) -> None:
    fan = await new_rest_fan(http, stack.web, control)
    job_id = (await fan.order(LONG))["job_id"]
    await _expect_mid_render(fan, job_id)
    worker = stack.pids("-m bot worker video")[0]
    os.kill(worker, signal.SIGKILL)
    # The job's own time limit is 300 s; the lease of a dead holder ends long before.
    await fan.wait_until(job_id, "completed", seconds=150)
    await video_arrives(fan.person)
    assert worker not in stack.pids("-m bot worker video")
    assert await videos_in(fan.person) == 1


async def test_a_wiped_redis_loses_no_order(stack: Stack, control: Control, http: aiohttp.ClientSession) -> None:
    fans = [await new_rest_fan(http, stack.web, control) for _ in range(3)]
    jobs = [(await fan.order())["job_id"] for fan in fans]
    redis = Redis.from_url(stack.addresses["redis_url"])
    await redis.flushall()
    await redis.aclose()
    for fan, job_id in zip(fans, jobs, strict=True):
        await fan.wait_until(job_id, "completed", seconds=150)
        await video_arrives(fan.person)
        assert await videos_in(fan.person) == 1


async def test_the_next_click_after_postgres_restarted_works(
    stack: Stack, control: Control, http: aiohttp.ClientSession
) -> None:
    fan = await new_rest_fan(http, stack.web, control)
    postmaster = next(pid for pid in stack.pids("postgres") if pid == int(_postmaster_pid(stack)))
    os.kill(postmaster, signal.SIGINT)
    await until(lambda: _new_postmaster(stack, postmaster), seconds=60)
    assert (await fan.call("GET", "/artists"))["items"]
    await fan.person.say("/start")
    answer = await fan.person.wait_for(lambda message: message["from"]["is_bot"], seconds=20)
    assert answer["text"]


def _postmaster_pid(stack: Stack) -> str:
    return (stack.folder / "postgres" / "postmaster.pid").read_text().split()[0]


async def _new_postmaster(stack: Stack, old: int) -> bool:
    """Whether another process than the old one answers for Postgres."""
    try:
        connection = await asyncpg.connect(stack.addresses["database_url"], timeout=2)
    except (OSError, asyncpg.PostgresError):
        return False
    await connection.close()
    return int(_postmaster_pid(stack)) != old


async def test_a_fan_who_blocked_the_bot_finds_the_video_on_coming_back(
    stack: Stack, control: Control, http: aiohttp.ClientSession
) -> None:
    fan = await new_rest_fan(http, stack.web, control)
    job_id = (await fan.order())["job_id"]
    await control.call("POST", f"/users/{fan.person.id}/block")
    await fan.wait_until(job_id, "completed", seconds=90)
    assert await videos_in(fan.person) == 0
    await control.call("POST", f"/users/{fan.person.id}/unblock")
    await fan.person.say("/start")
    await video_arrives(fan.person, seconds=30)
    assert await videos_in(fan.person) == 1


async def test_429_and_time_outs_delay_a_video_and_double_nothing(
    stack: Stack, control: Control, http: aiohttp.ClientSession
) -> None:
    fan = await new_rest_fan(http, stack.web, control)
    await control.make_fault("429", "sendVideo", times=2, retry_after=1)
    await control.make_fault("timeout", "editMessageText", times=1, seconds=1)
    await control.make_fault("reset", "sendVideo", times=1)
    job_id = (await fan.order())["job_id"]
    await fan.wait_until(job_id, "completed", seconds=90)
    await video_arrives(fan.person)
    assert await videos_in(fan.person) == 1


async def test_an_answer_that_got_lost_doubles_no_video(
    stack: Stack, control: Control, http: aiohttp.ClientSession
) -> None:
    fan = await new_rest_fan(http, stack.web, control)
    await control.make_fault("lost_answer", "sendVideo", times=1)
    await fan.order()
    await fan.person.wait_for(lambda message: "Tayyor!" in message.get("text", ""), seconds=90)
    assert await videos_in(fan.person) == 1
