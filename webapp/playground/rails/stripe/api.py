"""Stripe's REST API under `/stripe/v1`: form-encoded, bearer key, idempotent by key.

Source: docs.stripe.com/api. Faults name their calls as the library does: `checkout.sessions.create`.
"""

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from aiohttp import web

from bot.merchants import StripeKeys, stripe_keys
from webapp.playground.rails.hindrance import hinder
from webapp.playground.rails.postman import Trace
from webapp.playground.rails.stripe import acts
from webapp.playground.rails.stripe.errors import StripeError, invalid
from webapp.playground.rails.stripe.forms import read_form
from webapp.playground.rails.stripe.lists import page_list
from webapp.playground.rails.stripe.refunds import create_refund
from webapp.playground.rails.stripe.sessions import create_session, show_session
from webapp.playground.shapes import Json
from webapp.playground.world import WORLD, World

routes = web.RouteTableDef()
LONGEST_KEY = 255


class Call:
    """One authorised call: the world, its keys and the nested parameters."""

    def __init__(self, world: World, keys: StripeKeys, params: Json) -> None:
        self.world = world
        self.books = world.rails.stripe
        self.keys = keys
        self.params = params

    @property
    def expand(self) -> list[str]:
        given = self.params.get("expand", [])
        return given if isinstance(given, list) else []


Answer = Callable[[Call, str], Awaitable[Json]]


@routes.route("*", "/stripe/v1/{tail:.+}")
async def answer_call(request: web.Request) -> web.StreamResponse:
    """One call, faults included."""
    name, answer, target = find_call(request.method, request.match_info["tail"])

    async def play() -> web.Response:
        headers = {"Request-Id": f"req_{secrets.token_hex(7)}", "Stripe-Version": "2026-10-28.endive"}
        try:
            status, body, replayed = await _answer(request, answer, target)
        except StripeError as problem:
            status, body, replayed = problem.status, problem.body, False
        if replayed:
            headers["Idempotent-Replayed"] = "true"
        return web.json_response(body, status=status, headers=headers)

    return await hinder(request, request.app[WORLD].faults, "stripe", name, play)


async def _answer(request: web.Request, answer: Answer, target: str) -> tuple[int, Json, bool]:
    """→ status, body, and whether it was remembered from an earlier call with the same key."""
    world = request.app[WORLD]
    keys = check_key(request, stripe_keys(world.settings))
    raw = await request.text() if request.method == "POST" else request.query_string
    params = read_form(parse_qsl(raw, keep_blank_values=True))
    mark = request.headers.get("Idempotency-Key", "") if request.method == "POST" else ""
    if len(mark) > LONGEST_KEY:
        raise invalid("Idempotency keys can be at most 255 characters.")
    asked = hashlib.sha256(f"{request.path} {json.dumps(params, sort_keys=True)}".encode()).hexdigest()
    known = world.rails.stripe.answers.get(mark) if mark else None
    if known and known["asked"] != asked:
        words = f"The idempotency key {mark!r} was first used with other parameters."
        raise StripeError(400, "idempotency_error", words)
    if known:
        return known["status"], known["body"], True
    status, body = await _play(Call(world, keys, params), answer, target)
    if mark and status not in (401, 409, 429):
        world.rails.stripe.remember(mark, {"asked": asked, "status": status, "body": body})
    return status, body, False


async def _play(call: Call, answer: Answer, target: str) -> tuple[int, Json]:
    try:
        return 200, await answer(call, target)
    except StripeError as problem:
        return problem.status, problem.body


def check_key(request: web.Request, keys: StripeKeys | None) -> StripeKeys:
    """Raises StripeError 401."""
    given = request.headers.get("Authorization", "")
    if keys is None or not given:
        raise StripeError(401, "invalid_request_error", "You did not provide an API key.")
    if not hmac.compare_digest(given.encode(), f"Bearer {keys.secret_key.get_secret_value()}".encode()):
        raise StripeError(401, "invalid_request_error", "Invalid API Key provided.")
    return keys


async def _create_session(call: Call, target: str) -> Json:
    row = create_session(call.books, call.params, call.world.settings.playground_url)
    return show_session(call.books, row, call.expand)


async def _show_session(call: Call, target: str) -> Json:
    return show_session(call.books, call.books.get("checkout.session", target), call.expand)


async def _expire_session(call: Call, target: str) -> Json:
    row = call.books.get("checkout.session", target)
    row = await acts.expire(call.world.rails.stripe_events, Trace(), call.keys, row)
    return show_session(call.books, row, call.expand)


async def _list_sessions(call: Call, target: str) -> Json:
    inside = [path.removeprefix("data.") for path in call.expand if path.startswith("data.")]
    rows = [show_session(call.books, row, inside) for row in call.books.of_kind("checkout.session")]
    return page_list(rows, call.params, "/v1/checkout/sessions", ("status", "payment_intent"))


async def _create_refund(call: Call, target: str) -> Json:
    row = create_refund(call.books, call.params)
    await acts.tell_refund(call.world.rails.stripe_events, Trace(), call.keys, row)
    return row


async def _show_object(call: Call, target: str) -> Json:
    kind, _, name = target.partition("/")
    return call.books.get(kind, name)


async def _list_objects(call: Call, target: str) -> Json:
    filters = {"refund": ("payment_intent", "charge"), "event": ("type",), "charge": ("payment_intent",)}
    rows = call.books.of_kind(target)
    return page_list(rows, call.params, f"/v1/{target}s", filters.get(target, ()))


async def _unknown(call: Call, target: str) -> Json:
    raise StripeError(404, "invalid_request_error", f"Unrecognized request URL ({target}).")


CALLS: tuple[tuple[str, str, str, Answer, str], ...] = (
    ("POST", r"checkout/sessions", "checkout.sessions.create", _create_session, ""),
    ("GET", r"checkout/sessions", "checkout.sessions.list", _list_sessions, ""),
    ("GET", r"checkout/sessions/([^/]+)", "checkout.sessions.retrieve", _show_session, ""),
    ("POST", r"checkout/sessions/([^/]+)/expire", "checkout.sessions.expire", _expire_session, ""),
    ("GET", r"payment_intents", "payment_intents.list", _list_objects, "payment_intent"),
    ("GET", r"payment_intents/([^/]+)", "payment_intents.retrieve", _show_object, "payment_intent/"),
    ("GET", r"charges", "charges.list", _list_objects, "charge"),
    ("GET", r"charges/([^/]+)", "charges.retrieve", _show_object, "charge/"),
    ("POST", r"refunds", "refunds.create", _create_refund, ""),
    ("GET", r"refunds", "refunds.list", _list_objects, "refund"),
    ("GET", r"refunds/([^/]+)", "refunds.retrieve", _show_object, "refund/"),
    ("GET", r"events", "events.list", _list_objects, "event"),
    ("GET", r"events/([^/]+)", "events.retrieve", _show_object, "event/"),
)


def find_call(method: str, path: str) -> tuple[str, Answer, str]:
    """The call's name, what answers it, and the object it is about."""
    for wanted, pattern, name, answer, prefix in CALLS:
        found = re.fullmatch(pattern, path) if wanted == method else None
        if found:
            return name, answer, prefix + (found[1] if found.groups() else "")
    return "unknown", _unknown, f"{method} /v1/{path}"
