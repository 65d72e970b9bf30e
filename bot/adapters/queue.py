"""The queue (arq over Redis): it rings about outbox rows and asks, so it may be wiped at any moment.

The classes of work stand in `bot.work`.
"""

import secrets
from typing import Any

import orjson
from arq.connections import ArqRedis, RedisSettings
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import BusyLoadingError, ConnectionError, TimeoutError

from bot.adapters.redis_keys import answer_key
from bot.errors import Unavailable, unpack_refusal
from bot.work import CLASS_OF_JOB, WORKER_CLASSES

HEALTH_SECONDS = 2
WAIT_SECONDS = 0.02  # how often an idle worker looks: 13 ms median pickup for 3 % of a core


def open_redis(url: str) -> Redis:
    """A client that rides out a restart of Redis instead of failing the caller."""
    retry = Retry(ExponentialBackoff(cap=0.5, base=0.05), 20)
    errors: list[type[Exception]] = [ConnectionError, TimeoutError, BusyLoadingError, OSError]
    client: Redis = Redis.from_url(url, retry=retry, retry_on_error=errors, health_check_interval=15)
    return client


def arq_settings(url: str) -> RedisSettings:
    settings = RedisSettings.from_dsn(url)
    settings.retry_on_error = [ConnectionError, TimeoutError, BusyLoadingError, OSError]
    settings.retry = Retry(ExponentialBackoff(cap=0.5, base=0.05), 20)
    return settings


def serialize_job(job: dict[str, Any]) -> bytes:
    # arq pickles by default; bytes from Redis must never become code.
    return orjson.dumps(job, default=repr)


class Queue:
    """Rings worker classes about rows by their number, and asks them what somebody waits for."""

    def __init__(self, url: str) -> None:
        self._redis = ArqRedis(
            open_redis(url).connection_pool, job_serializer=serialize_job, job_deserializer=orjson.loads
        )

    async def ring(self, job: str, row_id: int, attempt: int) -> None:
        """Says that an outbox row waits; ringing twice while it is queued is one ring."""
        queue = WORKER_CLASSES[CLASS_OF_JOB[job]].queue_name
        await self._redis.enqueue_job("run_row", row_id, _queue_name=queue, _job_id=f"row:{row_id}:{attempt}")

    async def ask(self, job: str, item: str, seconds: float) -> dict[str, Any]:
        """Starts a job that keeps nothing and waits for what it returns; unanswered, the question expires.

        Raises Unavailable when no worker answers in time, and the Refusal that the job itself raised.
        """
        answer = answer_key(secrets.token_hex(12))
        queue = WORKER_CLASSES[CLASS_OF_JOB[job]].queue_name
        await self._redis.enqueue_job(job, item, answer, _queue_name=queue, _job_id=answer, _expires=seconds)
        told = await self._redis.execute_command("BLPOP", answer, seconds)  # type: ignore[no-untyped-call]
        if told is None:
            raise Unavailable("error-part-busy")
        found: dict[str, Any] = orjson.loads(told[1])
        if "refused" in found:
            raise unpack_refusal(found["refused"])
        return found

    async def waiting(self) -> dict[str, int]:
        """How many rings each worker class has before it."""
        return {name: await self._redis.zcard(cls.queue_name) for name, cls in WORKER_CLASSES.items()}

    async def close(self) -> None:
        await self._redis.aclose()
