"""The same write twice is one write: answers kept for a day by `Idempotency-Key`.

Follows draft-ietf-httpapi-idempotency-key-header: another body under the same key is 422, a first request
still on its way is 409.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import orjson
from aiohttp import web
from redis.asyncio import Redis

from bot.adapters.redis_keys import once_key
from bot.errors import Conflict, Invalid
from db.sealing import seal, unseal
from webapp.problems import Unreadable

HEADER = "Idempotency-Key"
_LONGEST = 255
_KEEP = 24 * 3600
_RUNNING = 60  # seconds a first request may take before its key is free again
_PLACE = "idempotency.answer"
# What may be different a moment later is never replayed.
_PASSING = {401, 408, 409, 429}

Act = Callable[[], Awaitable[web.Response]]


@dataclass(frozen=True)
class Write:
    """A write to make once: who, where, under which key, with which body."""

    who: str
    path: str
    key: str
    body: bytes

    @property
    def redis_key(self) -> str:
        name = f"{self.who}|{self.path}|{self.key}"
        return once_key(hashlib.sha256(name.encode()).hexdigest())

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


def read_key(request: web.Request) -> str | None:
    """The client's key. Raises Unreadable for one that is empty, long or not printable."""
    key = request.headers.get(HEADER)
    if key is None:
        return None
    key = key.strip().strip('"')
    if not 0 < len(key) <= _LONGEST or not key.isprintable() or not key.isascii():
        raise Unreadable("site-bad-key")
    return key


async def answer_once(redis: Redis, write: Write, act: Act) -> web.Response:
    """The answer of `act`, or the one it gave before. Raises Invalid or Conflict as the draft says."""
    mark = orjson.dumps({"fingerprint": write.fingerprint})
    if not await redis.set(write.redis_key, mark, nx=True, ex=_RUNNING):
        return await _replay(redis, write, act)
    try:
        answer = await act()
    except BaseException:
        await redis.delete(write.redis_key)
        raise
    if answer.status >= 500 or answer.status in _PASSING:
        await redis.delete(write.redis_key)
    else:
        await redis.set(write.redis_key, _pack(write, answer), ex=_KEEP)
    return answer


async def _replay(redis: Redis, write: Write, act: Act) -> web.Response:
    for _ in range(50):
        kept = await redis.get(write.redis_key)
        if kept is None:
            return await answer_once(redis, write, act)
        record = orjson.loads(kept)
        if record["fingerprint"] != write.fingerprint:
            raise Invalid("site-key-other-body")
        if "answer" in record:
            return _unpack(record["answer"])
        await asyncio.sleep(0.1)
    raise Conflict("site-key-in-use")


def _pack(write: Write, answer: web.Response) -> bytes:
    body = answer.body if isinstance(answer.body, bytes) else b""
    kept = {"status": answer.status, "type": answer.content_type, "body": body.decode()}
    # An answer may hold tokens or somebody's words, so Redis only sees it sealed.
    sealed = seal(orjson.dumps(kept), _PLACE).hex()
    return orjson.dumps({"fingerprint": write.fingerprint, "answer": sealed})


def _unpack(sealed: str) -> web.Response:
    kept = orjson.loads(unseal(bytes.fromhex(sealed), _PLACE))
    headers = {"Idempotent-Replayed": "true", "Cache-Control": "no-store"}
    return web.Response(body=kept["body"].encode(), status=kept["status"], content_type=kept["type"], headers=headers)
