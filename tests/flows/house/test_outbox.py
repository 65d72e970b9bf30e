"""Jobs that must happen: written with the decision or not at all, held by one, taken over from the dead."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tortoise.transactions import in_transaction

from bot.outbox import claim_row, due_rows, finish_row, place_in_queue, release_row, renew_lease, write_job
from bot.services import Services
from db.outbox import OutboxRow
from tests.waiting import until
from workers.chores.outbox import dispatch_outbox, ring_due
from workers.rows import Bench, run_row


async def _row(job: str = "deliver_video", key: str = "k1") -> OutboxRow:
    await write_job(job, key, video_id="7")
    return await OutboxRow.get(key=key)


async def test_a_rolled_back_decision_leaves_no_job(services: Services) -> None:
    with pytest.raises(RuntimeError):
        async with in_transaction():
            await write_job("deliver_video", "k", video_id="1")
            raise RuntimeError
    assert await OutboxRow.all().count() == 0


async def test_the_same_key_is_one_job(services: Services) -> None:
    await asyncio.gather(*(write_job("deliver_video", "k", video_id="1") for _ in range(5)))
    assert await OutboxRow.all().count() == 1


async def test_two_workers_cannot_hold_one_row(services: Services) -> None:
    row = await _row()
    claims = await asyncio.gather(*(claim_row(row.id, f"w{n}") for n in range(8)))
    assert sum(claim is not None for claim in claims) == 1


async def test_a_dead_holders_row_is_taken_over(services: Services) -> None:
    row = await _row()
    first = await claim_row(row.id, "dead")
    assert first is not None
    assert await claim_row(row.id, "alive") is None
    await OutboxRow.filter(id=row.id).update(lease_until=datetime.now(UTC) - timedelta(seconds=1))
    second = await claim_row(row.id, "alive")
    assert second is not None and second.attempt == 2
    assert not await renew_lease(first, "dead")
    assert await renew_lease(second, "alive")


async def test_a_row_that_failed_too_often_is_dead_and_rings_no_more(services: Services) -> None:
    row = await _row(job="say_name")
    for _ in range(2):
        held = await claim_row(row.id, "w")
        assert held is not None
        await release_row(held, "broken", timedelta())
    assert (await OutboxRow.get(id=row.id)).dead_at is not None
    assert await due_rows() == []


async def test_a_finished_row_is_never_run_again(services: Services) -> None:
    row = await _row()
    held = await claim_row(row.id, "w")
    assert held is not None
    await finish_row(held)
    assert await claim_row(row.id, "w") is None
    assert await due_rows() == []


async def test_redis_may_forget_everything(services: Services) -> None:
    await _row()
    assert await ring_due(services) == 1
    assert await ring_due(services) == 0  # a fresh bell is not rung twice
    await services.redis.flushall()
    await OutboxRow.all().update(rung_at=datetime.now(UTC) - timedelta(seconds=10))
    assert await ring_due(services) == 1
    assert (await services.queue.waiting())["delivery"] == 1


async def test_a_written_job_is_rung_at_once(services: Services) -> None:
    dispatcher = asyncio.create_task(dispatch_outbox(services))
    try:
        await write_job("deliver_video", "k", video_id="1")
        await until(services.queue.waiting, lambda bells: bells["delivery"], seconds=5)
    finally:
        dispatcher.cancel()


async def test_a_failing_job_is_tried_again_and_then_buried(services: Services) -> None:
    row, calls, buried = await _row(job="say_name"), [], []

    async def broken(_: Bench, video_id: str) -> None:
        calls.append(video_id)
        raise ValueError("no")

    async def bury(_: Bench, video_id: str) -> None:
        buried.append(video_id)

    bench = Bench(services, "w")
    for _ in range(4):
        await OutboxRow.filter(id=row.id).update(available_at=datetime.now(UTC))
        await run_row(bench, {"say_name": broken}, {"say_name": bury}, row.id)
    assert calls == ["7", "7"]
    assert buried == ["7"]


async def test_a_stopped_worker_gives_its_row_back_at_once(services: Services) -> None:
    row, started = await _row(), asyncio.Event()

    async def long(_: Bench, video_id: str) -> None:
        started.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(run_row(Bench(services, "w"), {"deliver_video": long}, {}, row.id))
    await started.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await claim_row(row.id, "next") is not None


async def test_places_in_the_queue_count_those_before(services: Services) -> None:
    for key in ("a", "b", "c"):
        await write_job("make_video", key, video_id=key)
    assert [await place_in_queue("make_video", key) for key in ("a", "b", "c")] == [0, 1, 2]
