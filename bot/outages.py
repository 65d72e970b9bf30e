"""The errors that mean that a part we depend on is away for a moment, not that we did wrong."""

import asyncpg
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError
from tortoise.exceptions import DBConnectionError

from bot.adapters.s3 import STORE_ERRORS

OUTAGES: tuple[type[Exception], ...] = (
    DBConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a connection that was cut in the middle of an answer
    RedisConnectionError,
    RedisTimeoutError,
    TimeoutError,
    *STORE_ERRORS,
)
