"""Limits of rate: so many calls a minute for one person or one address, counted in Redis."""

import logging
import time
from dataclasses import dataclass

from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.adapters.redis_keys import rate_key
from bot.metrics import REFUSED_RATE
from webapp.problems import RateLimited

log = logging.getLogger("stario.web")


@dataclass(frozen=True)
class Rate:
    """`limit` calls in `seconds`."""

    name: str
    limit: int
    seconds: int = 60


async def spend_rate(redis: Redis, rate: Rate, who: str) -> None:
    """Counts one call. Raises RateLimited beyond the limit; a Redis that is away stops nobody."""
    window, passed = divmod(int(time.time()), rate.seconds)
    key = rate_key(rate.name, who, window)
    try:
        async with redis.pipeline(transaction=False) as pipe:
            pipe.incr(key)
            pipe.expire(key, rate.seconds + 1)
            used = (await pipe.execute())[0]
    except (RedisError, OSError) as error:
        log.warning("rate %s is not counted: %s", rate.name, error)
        return
    if used > rate.limit:
        REFUSED_RATE.labels(rate.name).inc()
        raise RateLimited(rate.seconds - passed)
