"""Where a conversation is remembered: Redis, on the connection that the whole process shares."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta

from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage
from redis.asyncio import Redis
from redis.exceptions import LockNotOwnedError

KEEP = timedelta(days=7)
_LOCK_SECONDS = 40  # longer than the longest handler: hearing a name may take fifteen


class SharedStorage(RedisStorage):
    """Steps and drafts of every conversation, forgotten after a silent week."""

    def __init__(self, redis: Redis) -> None:
        super().__init__(redis, state_ttl=KEEP, data_ttl=KEEP)

    async def close(self) -> None:
        """The connection belongs to `Services`; stopping the dispatcher must not take it away."""


class SharedIsolation(RedisEventIsolation):
    """One update at a time for a person in a chat."""

    def __init__(self, redis: Redis) -> None:
        super().__init__(redis, lock_kwargs={"timeout": _LOCK_SECONDS, "sleep": 0.02})

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        # A Redis wiped in mid-handling has forgotten the lock; what was handled stays handled.
        handled = False
        try:
            async with super().lock(key):
                yield
                handled = True
        except LockNotOwnedError:
            if not handled:
                raise
