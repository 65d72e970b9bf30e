"""Jobs that must happen: written with the decision, held under a lease, finished once, buried with a word.

The row is the truth, the queue is only a bell. A holder that dies lets its lease run out, and the sweeper
rings again; a Redis that forgot everything only costs the time until the next sweep.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from tortoise.connection import get_connection
from tortoise.expressions import F, Q

from bot.work import CLASS_OF_JOB, WORKER_CLASSES, WorkerClass
from db.outbox import OutboxRow

CHANNEL = "stario_outbox"
_RING_AGAIN = timedelta(seconds=3)


@dataclass(frozen=True)
class Held:
    """A claimed row: what to do, with which ids, for which time."""

    id: int
    job: str
    ids: dict[str, Any]
    attempt: int

    @property
    def worker_class(self) -> WorkerClass:
        return WORKER_CLASSES[CLASS_OF_JOB[self.job]]


async def write_job(job: str, key: str, **ids: Any) -> None:
    """Writes a job in the caller's transaction; the same `key` again writes nothing."""
    connection = get_connection("default")
    await connection.execute_query(
        "INSERT INTO outbox (job, key, payload, attempts, available_at, holder, last_error, created_at)"
        " VALUES ($1, $2, $3::jsonb, 0, now(), '', '', now()) ON CONFLICT (key) DO NOTHING",
        [job, key, _encode(ids)],
    )
    # Postgres delivers this when the transaction commits, and not at all when it does not.
    await connection.execute_query("SELECT pg_notify($1, '')", [CHANNEL])


async def reopen_job(key: str) -> bool:
    """Lets a finished or given-up job run once more; False when there is none, or it is still under way.

    One row a job keeps one holder a job: a second row would let two workers do the same at once.
    """
    reopened = (
        await OutboxRow.filter(key=key)
        .filter(Q(done_at__isnull=False) | Q(dead_at__isnull=False))
        .update(done_at=None, dead_at=None, rung_at=None, attempts=0, available_at=datetime.now(UTC))
    )
    await get_connection("default").execute_query("SELECT pg_notify($1, '')", [CHANNEL])
    return bool(reopened)


def _encode(ids: dict[str, Any]) -> str:
    return orjson.dumps(ids, default=str).decode()


async def due_rows(limit: int = 100) -> list[OutboxRow]:
    """Rows nobody holds whose time has come and whose bell is not fresh."""
    now = datetime.now(UTC)
    return await (
        OutboxRow.filter(done_at=None, dead_at=None, available_at__lte=now)
        .filter(Q(lease_until=None) | Q(lease_until__lt=now))
        .filter(Q(rung_at=None) | Q(rung_at__lt=now - _RING_AGAIN))
        .order_by("id")
        .limit(limit)
    )


async def mark_rung(ids: list[int]) -> None:
    await OutboxRow.filter(id__in=ids).update(rung_at=datetime.now(UTC))


async def claim_row(row_id: int, holder: str) -> Held | None:
    """Takes the lease of a row; None when it is done, held by somebody alive, or not due."""
    row = await OutboxRow.get_or_none(id=row_id)
    if row is None:
        return None
    now = datetime.now(UTC)
    lease = timedelta(seconds=WORKER_CLASSES[CLASS_OF_JOB[row.job]].lease)
    taken = (
        await OutboxRow.filter(id=row_id, done_at=None, dead_at=None, available_at__lte=now)
        .filter(Q(lease_until=None) | Q(lease_until__lt=now))
        .update(lease_until=now + lease, holder=holder, attempts=F("attempts") + 1)
    )
    return Held(row.id, row.job, row.payload, row.attempts + 1) if taken else None


async def renew_lease(held: Held, holder: str) -> bool:
    """False when the lease is no longer ours: somebody else has taken the row up."""
    until = datetime.now(UTC) + timedelta(seconds=held.worker_class.lease)
    return bool(await OutboxRow.filter(id=held.id, holder=holder, done_at=None).update(lease_until=until))


async def finish_row(held: Held) -> None:
    await OutboxRow.filter(id=held.id).update(done_at=datetime.now(UTC), lease_until=None, last_error="")


async def release_row(held: Held, error: str, wait: timedelta) -> bool:
    """Gives a failed row back for a later try; False when it has had all its tries and is now dead."""
    now = datetime.now(UTC)
    dead = held.attempt >= held.worker_class.attempts
    await OutboxRow.filter(id=held.id).update(
        lease_until=None, rung_at=None, last_error=error[:300], available_at=now + wait, dead_at=now if dead else None
    )
    return not dead


async def place_in_queue(job: str, key: str) -> int:
    """How many jobs of this kind stand before the one with `key` (0: it is next or running)."""
    row = await OutboxRow.get_or_none(key=key)
    if row is None or row.lease_until is not None:
        return 0
    return await OutboxRow.filter(job=job, done_at=None, dead_at=None, id__lt=row.id).count()
