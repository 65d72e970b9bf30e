"""Who may talk to the playground: programs and pages of this machine only."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from webapp.playground.errors import ControlError
from webapp.playground.links import is_loopback

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def admit_local(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses other machines, and pages of other sites that point a name of theirs here (DNS rebinding)."""
    if not is_loopback(request.remote):
        return _refuse("The playground answers only to this machine.")
    if not is_loopback(urlsplit(f"//{request.host}").hostname):
        return _refuse("The Host header must name this machine: 127.0.0.1 or localhost.")
    origin = request.headers.get("Origin")
    if origin and not is_loopback(urlsplit(origin).hostname):
        return _refuse("Pages of other sites may not use the playground.")
    return await handler(request)


@web.middleware
async def explain_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Control errors as JSON `{error}`."""
    try:
        return await handler(request)
    except ControlError as problem:
        return web.json_response({"error": problem.message}, status=problem.status)
    except web.HTTPException as problem:
        if not request.path.startswith("/control") or problem.status < 400:
            raise
        return web.json_response({"error": f"{problem.reason}: {request.path}"}, status=problem.status)


def _refuse(words: str) -> web.Response:
    return web.json_response({"error": words}, status=403)
