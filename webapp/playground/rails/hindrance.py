"""Misbehaviour of a provider's own API: what the shop's adapter meets when it calls."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable

from aiohttp import web

from webapp.playground.faults import Faults

API_FAULTS = ("429", "500", "timeout", "lost_answer", "reset", "slow")
HANG_SECONDS, SLOW_SECONDS = 30.0, 3.0
Play = Callable[[], Awaitable[web.Response]]


async def hinder(request: web.Request, faults: Faults, service: str, method: str, play: Play) -> web.StreamResponse:
    """Plays one API call, or fails at it as the next order for this service says."""
    fault = faults.take(service, method, API_FAULTS)
    if fault is None:
        return await play()
    if fault.kind == "429":
        return web.json_response(
            {"error": {"type": "rate_limit_error", "message": "Too many requests"}},
            status=429,
            headers={"Retry-After": str(fault.retry_after)},
        )
    if fault.kind == "500":
        return web.json_response({"error": {"type": "api_error", "message": "Internal error"}}, status=500)
    pause = HANG_SECONDS if fault.kind == "timeout" else SLOW_SECONDS
    if fault.kind in ("timeout", "slow"):
        await asyncio.sleep(pause if fault.seconds is None else fault.seconds)
    if fault.kind in ("slow", "lost_answer"):
        answer = await play()
        if fault.kind == "slow":
            return answer
    _hang_up(request, reset=fault.kind == "reset")
    return web.Response()  # goes nowhere: the connection is gone


def _hang_up(request: web.Request, reset: bool) -> None:
    if request.transport is None:
        return
    if reset:
        pipe = request.transport.get_extra_info("socket")
        pipe.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()
