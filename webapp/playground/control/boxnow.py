"""Control: BOX NOW – parcels, and what happens to them on their way."""

from aiohttp import web

from bot.merchants import BoxnowKeys, boxnow_keys
from webapp.playground.control.requests import read_body
from webapp.playground.errors import ControlError
from webapp.playground.rails.boxnow.books import NEXT
from webapp.playground.rails.boxnow.lockers import DESTINATIONS
from webapp.playground.rails.postman import Trace
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD, World

routes = web.RouteTableDef()


def require_keys(world: World) -> BoxnowKeys:
    keys = boxnow_keys(world.settings)
    if keys is None:
        raise ControlError(404, "BOX NOW is not set up here.")
    return keys


@routes.get("/control/rails/boxnow/parcels")
async def list_parcels(request: web.Request) -> web.Response:
    """`?order=NUMBER` → parcels, newest first: `{id, order, state, events, next, pin, locker}`."""
    books, order = request.app[WORLD].rails.boxnow, request.query.get("order")
    rows = [row for row in reversed(books.parcels.values()) if order in (None, row["order"])]
    return web.json_response([_describe(request.app[WORLD], row) for row in rows])


@routes.post("/control/rails/boxnow/parcels/{id}/move")
async def move_parcel(request: web.Request) -> web.Response:
    """`{event, through?, delivery?, seconds?}` moves a parcel and tells the shop → the parcel with `steps`.

    Events: accepted-to-locker, in-depot, final-destination, delivered, expired, returned, canceled, lost, missing,
    accepted-for-return. `through: true` plays every event on the way. `delivery` is duplicate, reorder (after the
    next event), slow (`seconds` late), lost_answer or timeout.
    """
    world, body, trace = request.app[WORLD], await read_body(request), Trace()
    seconds = body.get("seconds")
    if seconds is not None and not isinstance(seconds, (int, float)):
        raise ControlError(422, "`seconds` must be a number.")
    parcel = await world.rails.boxnow_events.move(
        trace,
        require_keys(world),
        request.match_info["id"],
        str(body.get("event") or ""),
        bool(body.get("through")),
        str(body.get("delivery") or ""),
        seconds,
    )
    return web.json_response({**_describe(world, parcel), "ok": True, "steps": trace.steps})


@routes.post("/control/rails/boxnow/parcels/{id}/repeat")
async def repeat_event(request: web.Request) -> web.Response:
    """Tells the parcel's last event once more, as a new message → the parcel with `steps`."""
    world, trace = request.app[WORLD], Trace()
    parcel = world.rails.boxnow.find(request.match_info["id"])
    await world.rails.boxnow_events.tell(trace, require_keys(world), parcel)
    return web.json_response({**_describe(world, parcel), "ok": True, "steps": trace.steps})


def _describe(world: World, parcel: Json) -> Json:
    asked = world.rails.boxnow.orders[parcel["order"]]["request"]
    locker = DESTINATIONS[asked["destination"]["locationId"]]["name"]
    return {**parcel, "locker": locker, "next": NEXT[parcel["events"][-1]["type"]]}
