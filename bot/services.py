"""The outside world, wired once: every process opens it at start and hands it to use-cases."""

import base64
import hashlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from aiogram import Bot
from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.adapters.queue import Queue, open_redis
from bot.adapters.redis_keys import moved_key
from bot.adapters.s3 import ObjectStore, S3Store
from bot.adapters.telegram import open_telegram
from bot.settings import Settings
from bot.trivia.trivia import move_games
from db.connection import close_database, open_database
from db.sealing import use_key
from db.users import User

log = logging.getLogger("stario.services")


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

    async def follow_chat(self, old: int, new: int) -> None:
        """A group has become a supergroup: everything that keeps its number gets the new one."""
        await _follow_chat(self.settings, self.redis, old, new)


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


async def _follow_chat(settings: Settings, redis: Redis, old: int, new: int) -> None:
    await move_games(old, new)
    await redis.set(moved_key(old), new)
    _follow_staff(settings, old, new)


def _follow_staff(settings: Settings, old: int, new: int) -> None:
    if settings.staff_chat == old:
        settings.staff_chat_id = new
        log.warning("the staff chat %s has become the supergroup %s: set STAFF_CHAT_ID=%s", old, new, new)


async def _find_staff(settings: Settings, redis: Redis) -> None:
    """After a restart: another process, or an earlier one, may know that the staff chat has moved."""
    try:
        new: bytes | None = await redis.get(moved_key(settings.staff_chat))
    except (RedisError, OSError):
        return  # it is learned again from Telegram's first refusal
    if new is not None:
        _follow_staff(settings, settings.staff_chat, int(new))


@asynccontextmanager
async def open_services(settings: Settings, pool: int = 10) -> AsyncIterator[Services]:
    """Opens Postgres, Redis, the object store and Telegram; closes them in the other order."""
    use_key(master_bytes(settings))
    await open_database(settings.database_url.get_secret_value(), pool)
    redis_url = settings.redis_url.get_secret_value()
    redis, queue, store = open_redis(redis_url), Queue(redis_url), S3Store(settings)
    telegram = open_telegram(settings, _mark_blocked, partial(_follow_chat, settings, redis))
    try:
        await store.open()
        await _find_staff(settings, redis)
        yield Services(settings, redis, store, queue, telegram)
    finally:
        await telegram.session.close()
        await store.close()
        await queue.close()
        await redis.aclose()
        await close_database()
