"""Control: a description of itself, and the whole state for the chat page."""

import inspect

from aiohttp import web

from bot.i18n import pick_language
from webapp.playground.control.chats import describe_chat
from webapp.playground.control.users import describe_person
from webapp.playground.faults import ALIASES, KINDS
from webapp.playground.init_data import PUBLIC_KEY
from webapp.playground.registry import HANDLERS, MODELS
from webapp.playground.themes import DARK, LIGHT
from webapp.playground.words import page_words
from webapp.playground.world import WORLD

routes = web.RouteTableDef()


@routes.get("/control")
@routes.get("/control/")
async def describe_control(request: web.Request) -> web.Response:
    """What can be called here, which faults there are and which Bot API methods are played."""
    calls = []
    for route in request.app.router.routes():
        path = route.resource.canonical if route.resource else ""
        if path.startswith("/control") and route.method != "HEAD":
            calls.append({"call": f"{route.method} {path}", "does": inspect.getdoc(route.handler) or ""})
    world = request.app[WORLD]
    about = {
        "calls": calls,
        "faults": {"services": world.faults.services, "kinds": KINDS, "aliases": ALIASES},
        "methods": sorted(MODELS[name].__api_method__ for name in HANDLERS),
        "init_data": {
            "signature": "Ed25519, made with a stand-in key pair instead of Telegram's",
            "signature_public_key": PUBLIC_KEY,
        },
    }
    return web.json_response(about)


@routes.get("/control/state")
async def show_state(request: web.Request) -> web.Response:
    """Bot, people, chats and themes at once, for the chat page."""
    world = request.app[WORLD]
    ids = [*world.chats.groups, *world.people.by_id]
    state = {
        "bot": world.bot.me,
        "description": world.bot.text("description", ""),
        "people": [describe_person(person) for person in world.people],
        "chats": [describe_chat(world, chat_id) for chat_id in ids],
        "themes": {"light": LIGHT, "dark": DARK},
        "faults": world.faults.listed(),
        "fault_kinds": world.faults.services,
        "limits": world.limits.enabled,
    }
    return web.json_response(state)


@routes.get("/control/words")
async def show_words(request: web.Request) -> web.Response:
    """`?language=uz` (an IETF code) → the words of the chat page in the nearest of our languages."""
    language = pick_language(request.query.get("language"))
    return web.json_response({"language": language, "words": page_words(language)})
