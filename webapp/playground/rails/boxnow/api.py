"""BOX NOW's Partner API 1.65 under `/boxnow/api/v1`; faults name calls by the path's first part, such as `parcels`."""

import hmac
import time
from collections.abc import Awaitable, Callable

import jwt
from aiohttp import web

from bot.merchants import BoxnowKeys, boxnow_keys
from webapp.playground.rails.boxnow.errors import BoxnowError
from webapp.playground.rails.boxnow.label import draw_label
from webapp.playground.rails.boxnow.listing import list_parcels
from webapp.playground.rails.boxnow.lockers import DESTINATIONS, ORIGINS, find_places
from webapp.playground.rails.boxnow.requests import judge_request
from webapp.playground.rails.hindrance import hinder
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD, World

routes = web.RouteTableDef()
BASE = "/boxnow/api/v1"
TOKEN_SECONDS = 3_600
CLAIMS = "https://boxnow.gr"
Handler = Callable[[web.Request, World, BoxnowKeys], Awaitable[web.Response]]


def guarded(handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """A call that needs the bearer token, with faults and the carrier's error codes."""

    async def answer(request: web.Request) -> web.StreamResponse:
        world = request.app[WORLD]

        async def play() -> web.Response:
            keys = boxnow_keys(world.settings)
            if keys is None or not check_token(request.headers.get("Authorization", ""), keys):
                return web.Response(status=401)
            try:
                return await handler(request, world, keys)
            except BoxnowError as problem:
                return refuse(problem)

        name = request.path.removeprefix(BASE + "/").split("/")[0].split(":")[0]
        return await hinder(request, world.faults, "boxnow", name, play)

    answer.__doc__ = handler.__doc__
    return answer


def refuse(problem: BoxnowError) -> web.Response:
    return web.json_response({"code": problem.code, "message": problem.words}, status=problem.status)


@routes.post(BASE + "/auth-sessions")
async def open_session(request: web.Request) -> web.StreamResponse:
    """`{grant_type, client_id, client_secret}` → a bearer token for an hour."""
    world = request.app[WORLD]

    async def play() -> web.Response:
        keys = boxnow_keys(world.settings)
        try:
            body = await read_body(request)
        except BoxnowError as problem:
            return refuse(problem)
        if body.get("grant_type") != "client_credentials":
            return refuse(BoxnowError("P400", "grant_type must be client_credentials"))
        secret = str(body.get("client_secret") or "").encode()
        if keys is None or body.get("client_id") != keys.client_id:
            return web.Response(status=401)
        if not hmac.compare_digest(secret, keys.client_secret.get_secret_value().encode()):
            return web.Response(status=401)
        token = make_token(keys, int(time.time()))
        told = {"access_token": token, "token_type": "Bearer", "expires_in": TOKEN_SECONDS}
        return web.json_response(told)

    return await hinder(request, world.faults, "boxnow", "auth-sessions", play)


def make_token(keys: BoxnowKeys, moment: int) -> str:
    claims = {"iat": moment, "exp": moment + TOKEN_SECONDS, "sub": keys.client_id, CLAIMS: {"partnerId": 1}}
    return jwt.encode(claims, _signing_key(keys), "HS256")


def check_token(header: str, keys: BoxnowKeys) -> bool:
    kind, _, token = header.partition(" ")
    try:
        jwt.decode(token, _signing_key(keys), algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return False
    return kind == "Bearer"


def _signing_key(keys: BoxnowKeys) -> str:
    return f"boxnow-playground:{keys.client_secret.get_secret_value()}"


@routes.get(BASE + "/destinations")
@guarded
async def show_destinations(request: web.Request, world: World, keys: BoxnowKeys) -> web.Response:
    """Lockers, by place, size, type and name."""
    kinds = request.query.getall("locationType", [])
    return web.json_response({"data": find_places(DESTINATIONS, request.query, kinds)})


@routes.get(BASE + "/origins")
@guarded
async def show_origins(request: web.Request, world: World, keys: BoxnowKeys) -> web.Response:
    """Where parcels may leave from."""
    kinds = request.query.getall("locationType", [])
    return web.json_response({"data": find_places(ORIGINS, request.query, kinds)})


@routes.post(BASE + "/delivery-requests")
@guarded
async def take_request(request: web.Request, world: World, keys: BoxnowKeys) -> web.Response:
    """A delivery request → `{id, parcels: [{id}]}`; the shop hears of each new parcel."""
    body, books = await read_body(request), world.rails.boxnow
    judge_request(body)
    order = books.take(body)
    for name in order["parcels"]:
        world.rails.boxnow_events.tell_later(keys, books.parcels[name])
    return web.json_response({"id": order["id"], "parcels": [{"id": name} for name in order["parcels"]]})


@routes.put(BASE + "/delivery-requests/{number}")
@guarded
async def change_request(request: web.Request, world: World, keys: BoxnowKeys) -> web.Response:
    """`{allowReturn}` → `{id}`."""
    body, order = await read_body(request), find_order(request, world)
    if not isinstance(body.get("allowReturn", False), bool):
        raise BoxnowError("P400", "allowReturn must be true or false")
    allowed = {key: body[key] for key in ("allowReturn",) if key in body}
    world.rails.boxnow.keep_order({**order, "request": {**order["request"], **allowed}})
    return web.json_response({"id": order["id"]})


@routes.get(BASE + "/delivery-requests/{number}/label.pdf")
@guarded
async def print_order(request: web.Request, world: World, keys: BoxnowKeys) -> web.Response:
    """Labels of all parcels of an order, a page each."""
    return _print(world, find_order(request, world)["parcels"])


@routes.get(BASE + "/parcels/{id}/label.pdf")
@guarded
async def print_parcel(request: web.Request, world: World, keys: BoxnowKeys) -> web.Response:
    """The label of one parcel."""
    return _print(world, [world.rails.boxnow.find(request.match_info["id"])["id"]])


@routes.get(BASE + "/parcels")
@guarded
async def show_parcels(request: web.Request, world: World, keys: BoxnowKeys) -> web.Response:
    """Parcels, newest first, filtered and paged."""
    base = f"{world.settings.playground_url}{BASE}"
    return web.json_response(list_parcels(world.rails.boxnow, request.query, base))


@routes.post(BASE + "/parcels/{id:[^:/]+}:cancel")
@guarded
async def cancel_parcel(request: web.Request, world: World, keys: BoxnowKeys) -> web.Response:
    """Cancels a parcel that is not on its way yet; a repeat changes nothing."""
    books = world.rails.boxnow
    parcel = books.cancel(books.find(request.match_info["id"]))
    if parcel is not None:
        world.rails.boxnow_events.tell_later(keys, parcel)
    return web.Response()


def find_order(request: web.Request, world: World) -> Json:
    """Raises BoxnowError 404."""
    order = world.rails.boxnow.orders.get(request.match_info["number"])
    if order is None:
        raise BoxnowError("P404", "there is no such order", 404)
    return order


def _print(world: World, names: list[str]) -> web.Response:
    books = world.rails.boxnow
    requests = {number: order["request"] for number, order in books.orders.items()}
    pdf = draw_label([books.parcels[name] for name in names], requests)
    return web.Response(body=pdf, content_type="application/pdf")


async def read_body(request: web.Request) -> Json:
    """Raises BoxnowError P400."""
    try:
        body = await request.json()
    except ValueError:
        raise BoxnowError("P400", "the body is not JSON") from None
    if not isinstance(body, dict):
        raise BoxnowError("P400", "the body must be an object")
    return body
