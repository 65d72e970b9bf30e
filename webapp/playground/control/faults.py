"""Control: misbehaviour and sending limits."""

from dataclasses import asdict

from aiohttp import web

from webapp.playground.control.requests import read_body
from webapp.playground.world import WORLD

routes = web.RouteTableDef()


@routes.get("/control/faults")
async def list_faults(request: web.Request) -> web.Response:
    """Orders that wait for their calls."""
    return web.json_response(request.app[WORLD].faults.listed())


@routes.post("/control/faults")
async def add_fault(request: web.Request) -> web.Response:
    """`{service, method?, kind, times?, seconds?, retry_after?}` → the order as understood."""
    fault = request.app[WORLD].faults.add(await read_body(request))
    return web.json_response(asdict(fault))


@routes.delete("/control/faults")
async def clear_faults(request: web.Request) -> web.Response:
    """Forgets every order."""
    request.app[WORLD].faults.clear()
    return web.json_response([])


@routes.post("/control/limits")
async def set_limits(request: web.Request) -> web.Response:
    """`{enabled}` switches Telegram's sending rates on or off."""
    limits = request.app[WORLD].limits
    limits.enabled = bool((await read_body(request)).get("enabled", True))
    return web.json_response({"enabled": limits.enabled})
