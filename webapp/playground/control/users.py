"""Control: people of the playground, and their signed Mini App data."""

import re

from aiohttp import web

from webapp.playground.acting import block_bot
from webapp.playground.control.requests import read_body, read_id, read_seconds
from webapp.playground.errors import ControlError
from webapp.playground.init_data import sign_init_data
from webapp.playground.pressing import app_url
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD

routes = web.RouteTableDef()
USERNAME = re.compile(r"[A-Za-z]\w{3,31}")
KEPT = ("first_name", "last_name", "username", "language_code", "is_premium")


@routes.get("/control/users")
async def list_users(request: web.Request) -> web.Response:
    """Everybody: the user with `role`, `started`, `blocked` and `stars`."""
    return web.json_response([describe_person(person) for person in request.app[WORLD].people])


@routes.post("/control/users")
async def make_user(request: web.Request) -> web.Response:
    """`{id?, first_name, last_name?, username?, language_code?, role?}` → the user."""
    people, body = request.app[WORLD].people, await read_body(request)
    user = {key: body[key] for key in KEPT if body.get(key)}
    if not 1 <= len(str(user.get("first_name", "")).strip()) <= 64:
        raise ControlError(422, "`first_name` must be 1–64 characters long.")
    if "username" in user:
        _check_username(request, str(user["username"]).lstrip("@"), body.get("id"))
        user["username"] = str(user["username"]).lstrip("@")
    try:
        user["id"] = int(body["id"]) if body.get("id") is not None else people.next_id()
    except (TypeError, ValueError):
        raise ControlError(422, "`id` must be a number.") from None
    if not 0 < user["id"] < 1 << 52 or user["id"] == request.app[WORLD].bot.id:
        raise ControlError(422, "`id` must be positive and not the bot's.")
    person = people.add(user, str(body.get("role", "fan")))
    return web.json_response(person["user"])


@routes.get("/control/users/{id}")
async def show_user(request: web.Request) -> web.Response:
    """One person, as in the list."""
    return web.json_response(describe_person(request.app[WORLD].people.require(read_id(request, "id"))))


@routes.post("/control/users/{id}/{verb:block|unblock}")
async def block_user(request: web.Request) -> web.Response:
    """The person blocks the bot, or lets it write again → the person."""
    world = request.app[WORLD]
    person = world.people.require(read_id(request, "id"))
    return web.json_response(describe_person(block_bot(world, person, request.match_info["verb"] == "block")))


@routes.post("/control/users/{id}/voices")
async def close_voices(request: web.Request) -> web.Response:
    """`{closed}`: the person takes no voice and video notes, or takes them again → the person."""
    world = request.app[WORLD]
    person = world.people.require(read_id(request, "id"))
    closed = bool((await read_body(request)).get("closed", True))
    return web.json_response(describe_person(world.people.change(person["user"]["id"], voices_closed=closed)))


@routes.post("/control/users/{id}/stars")
async def give_stars(request: web.Request) -> web.Response:
    """`{stars}` sets the balance → the person."""
    world, body = request.app[WORLD], await read_body(request)
    person = world.people.require(read_id(request, "id"))
    if not isinstance(body.get("stars"), int) or body["stars"] < 0:
        raise ControlError(422, "`stars` must be a whole number, 0 or more.")
    return web.json_response(describe_person(world.people.change(person["user"]["id"], stars=body["stars"])))


@routes.get("/control/users/{id}/init-data")
async def make_init_data(request: web.Request) -> web.Response:
    """`?start_param=…&age=SECONDS` → `{init_data, user}`, signed with the token in force."""
    world = request.app[WORLD]
    user = world.people.require(read_id(request, "id"))["user"]
    start_param = request.query.get("start_param", "")
    query_id = "" if start_param else world.inline.open_app(user["id"])
    age = int(read_seconds(request, "age", 0, 10**9))
    init_data = sign_init_data(world.token, user, query_id, start_param, age)
    return web.json_response({"init_data": init_data, "user": user})


@routes.get("/control/users/{id}/app")
async def open_app(request: web.Request) -> web.Response:
    """`?url=…&theme=light|dark&start_param=…` → `{url}` of the Mini App with launch parameters.

    Without `url` it is the bot's main Mini App: the one behind its menu button.
    """
    world, query = request.app[WORLD], request.query
    person = world.people.require(read_id(request, "id"))
    button = world.bot.menu_button(person["user"]["id"])
    main = button.get("web_app", {}).get("url") or f"{world.settings.base_url}/app"
    url = app_url(
        world, person, query.get("url") or main, query.get("theme", "light"), start_param=query.get("start_param", "")
    )
    return web.json_response({"url": url})


def describe_person(person: Json) -> Json:
    """The user and what the playground knows about them."""
    about = {key: person[key] for key in ("role", "started", "blocked", "stars")}
    return {**person["user"], **about}


def _check_username(request: web.Request, username: str, user_id: object) -> None:
    if not USERNAME.fullmatch(username):
        raise ControlError(422, "`username` must be 4–32 Latin letters, digits or underscores.")
    owner = request.app[WORLD].people.named(username)
    if owner and str(owner["user"]["id"]) != str(user_id):
        raise ControlError(409, f"The username @{username} is taken.")
