"""The outside world, wired once: every process opens it at start and hands it to use-cases."""

import base64
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiogram import Bot
from redis.asyncio import Redis

from bot.adapters.queue import Queue, open_redis
from bot.adapters.s3 import ObjectStore, S3Store
from bot.adapters.telegram import open_telegram
from bot.settings import Settings
from db.connection import close_database, open_database
from db.sealing import use_key
from db.users import User


@dataclass
class Services:
    """What a use-case may reach. `telegram` is aiogram's Bot."""

    settings: Settings
    redis: Redis
    store: ObjectStore
    queue: Queue
    telegram: Bot

    def secret(self, purpose: str) -> str:
        """A secret of its own for each purpose (tokens, webhook), derived from the master key."""
        return derive_secret(self.settings, purpose)


def derive_secret(settings: Settings, purpose: str) -> str:
    master = settings.master_key.get_secret_value().encode()
    return hashlib.blake2b(purpose.encode(), key=hashlib.sha256(master).digest()).hexdigest()


def master_bytes(settings: Settings) -> bytes:
    """The 32 bytes of MASTER_KEY. Raises ValueError with what is wrong with it."""
    try:
        key = base64.urlsafe_b64decode(settings.master_key.get_secret_value())
    except ValueError as error:
        raise ValueError("MASTER_KEY is not base64url") from error
    if len(key) != 32:
        raise ValueError(f"MASTER_KEY holds {len(key)} bytes, not 32")
    return key


async def _mark_blocked(telegram_id: int) -> None:
    await User.filter(telegram_id=telegram_id).update(has_blocked_bot=True)


@asynccontextmanager
async def open_services(settings: Settings, pool: int = 10) -> AsyncIterator[Services]:
    """Opens Postgres, Redis, the object store and Telegram; closes them in the other order."""
    use_key(master_bytes(settings))
    await open_database(settings.database_url.get_secret_value(), pool)
    redis_url = settings.redis_url.get_secret_value()
    redis, queue, store = open_redis(redis_url), Queue(redis_url), S3Store(settings)
    telegram = open_telegram(settings, _mark_blocked)
    try:
        await store.open()
        yield Services(settings, redis, store, queue, telegram)
    finally:
        await telegram.session.close()
        await store.close()
        await queue.close()
        await redis.aclose()
        await close_database()
