"""How a process reaches Postgres, and how the schema gets there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from tortoise import Tortoise
from tortoise.migrations.api import migrate

_MIGRATION_LOCK = 7_382_114  # any number, the same in every process


def tortoise_config(url: str, pool: int = 10) -> dict[str, Any]:
    """Tortoise's configuration for a `postgres://` URL with at most `pool` connections."""
    separator = "&" if "?" in url else "?"
    return {
        "connections": {"default": f"{url}{separator}minsize=1&maxsize={pool}"},
        "apps": {"db": {"models": ["db.models"], "default_connection": "default", "migrations": "db.migrations"}},
        "use_tz": True,
        "timezone": "UTC",
    }


async def open_database(url: str, pool: int = 10) -> None:
    await Tortoise.init(config=tortoise_config(url, pool), _enable_global_fallback=True)


async def close_database() -> None:
    await Tortoise.close_connections()


@asynccontextmanager
async def _migration_lock(url: str) -> AsyncIterator[None]:
    # Two starting processes must not migrate at once: the second one crashes in the middle.
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _MIGRATION_LOCK)
        yield
    finally:
        await connection.close()


async def migrate_database(url: str) -> None:
    """Brings the schema to the newest migration; safe to call from several processes at once."""
    async with _migration_lock(url):
        try:
            await migrate(config=tortoise_config(url, 4))
        finally:
            await close_database()
