"""A presigned PUT is good for one object: the second one is refused, also when the first is long deleted.

Real stores do this by `If-None-Match: *` while the object is there; ours remembers each link it has honoured until the
link dies, across restarts too. An upload that breaks off is no use of its link; one that is still under way when its
link dies is cut off.
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_DRAIN_BYTES = 64 * 2**20  # read and thrown away, so that whoever sends too much hears why
_DRAIN_SECONDS = 20.0
_REFUSAL = b'<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>%s</Message></Error>'


class UsedLinks:
    """Signatures of links that were honoured, each until it dies; kept in a small file of lines `expiry signature`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._until = {signature: expiry for signature, expiry in _read_lines(path) if expiry > time.time()}
        path.write_text("".join(f"{expiry:.0f} {signature}\n" for signature, expiry in self._until.items()))

    def __contains__(self, signature: str) -> bool:
        return self._until.get(signature, 0.0) > time.time()

    def add(self, signature: str, expiry: float) -> None:
        now = time.time()
        for dead in [known for known, until in self._until.items() if until < now]:
            del self._until[dead]
        self._until[signature] = expiry
        with self._path.open("a") as lines:
            lines.write(f"{expiry:.0f} {signature}\n")
            lines.flush()
            os.fsync(lines.fileno())


def _read_lines(path: Path) -> list[tuple[str, float]]:
    if not path.exists():
        return []
    pairs = [line.split() for line in path.read_text().splitlines()]
    return [(pair[1], float(pair[0])) for pair in pairs if len(pair) == 2]


class PutOnce:
    """ASGI: lets a presigned PUT through once."""

    def __init__(self, app: App, path: Path) -> None:
        self._app, self._used = app, UsedLinks(path)
        self._busy: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        signature = query.get("X-Amz-Signature", [""])[0]
        if scope["type"] != "http" or scope["method"] != "PUT" or not signature:
            await self._app(scope, receive, send)
        elif signature in self._used or signature in self._busy:
            await _drain(receive)
            await _refuse(send, b"this link has been used")
        else:
            self._busy.add(signature)
            try:
                await self._let_through(scope, receive, send, signature, link_death(query))
            finally:
                self._busy.discard(signature)

    async def _let_through(self, scope: Scope, receive: Receive, send: Send, signature: str, death: float) -> None:
        whole = False

        async def receive_in_time() -> Message:
            nonlocal whole
            try:
                async with asyncio.timeout(max(0.0, death - time.time())):
                    message = await receive()
            except TimeoutError:
                message = {"type": "http.disconnect"}
            whole = message["type"] == "http.request" and not message.get("more_body", False)
            return message

        async def send_noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                if message["status"] < 300:
                    self._used.add(signature, death)
                elif not whole:
                    await _drain(receive)
            await send(message)

        await self._app(scope, receive_in_time, send_noting)


def link_death(query: dict[str, list[str]]) -> float:
    """When a presigned link dies, in seconds since 1970; now for one that does not say."""
    with suppress(KeyError, ValueError):
        signed = datetime.strptime(query["X-Amz-Date"][0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return signed.timestamp() + int(query["X-Amz-Expires"][0]) + 1
    return time.time()


async def _drain(receive: Receive) -> None:
    """Reads what is still being sent: a client cut off in mid-sentence would never read our answer."""
    size = 0
    with suppress(TimeoutError):
        async with asyncio.timeout(_DRAIN_SECONDS):
            while size < _DRAIN_BYTES:
                message = await receive()
                size += len(message.get("body", b""))
                if message["type"] != "http.request" or not message.get("more_body", False):
                    return


async def _refuse(send: Send, words: bytes) -> None:
    body = _REFUSAL % words
    headers = [(b"content-type", b"application/xml"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": body})
