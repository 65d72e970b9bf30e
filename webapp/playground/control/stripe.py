"""Control: Stripe – pay a session, settle refunds, send events again."""

from aiohttp import web

from webapp.playground.control.requests import read_body
from webapp.playground.errors import ControlError
from webapp.playground.rails.postman import Trace
from webapp.playground.rails.stripe.acts import end_refund
from webapp.playground.rails.stripe.visits import open_visit, require_keys
from webapp.playground.world import WORLD

routes = web.RouteTableDef()
REFUND_MODES = ("succeeded", "pending", "failed")


@routes.post("/control/rails/stripe/pay")
async def pay(request: web.Request) -> web.Response:
    """`{url | session | order, action?, delivery?}` → what was said, step by step.

    Actions: pay, decline, cancel (a refund once paid), refund, pay_twice, late (the session expires first), hold (a
    bank transfer begins; pay or decline settles it), async, async_fail, leave. `delivery` makes its events
    duplicate, reorder, slow, lost_answer or timeout.
    """
    body = await read_body(request)
    visit = open_visit(request.app[WORLD], body)
    return web.json_response(await visit.act(str(body.get("action") or "pay")))


@routes.post("/control/rails/stripe/refunds")
async def choose_refunds(request: web.Request) -> web.Response:
    """`{mode: succeeded|pending|failed}`: how refunds made from now on end → `{mode}`."""
    mode = (await read_body(request)).get("mode")
    if mode not in REFUND_MODES:
        raise ControlError(422, f"`mode` must be one of {', '.join(REFUND_MODES)}.")
    request.app[WORLD].rails.stripe.refund_mode = mode
    return web.json_response({"mode": mode})


@routes.post("/control/rails/stripe/refunds/{id}/settle")
async def settle(request: web.Request) -> web.Response:
    """`{status: succeeded|failed}` ends a pending refund and tells the shop → the refund with `steps`."""
    world, status = request.app[WORLD], (await read_body(request)).get("status", "succeeded")
    if status not in ("succeeded", "failed"):
        raise ControlError(422, "`status` must be succeeded or failed.")
    trace, events = Trace(), world.rails.stripe_events
    refund = await end_refund(events, trace, require_keys(world), request.match_info["id"], status)
    return web.json_response({**refund, "steps": trace.steps})


@routes.get("/control/rails/stripe/objects")
async def list_objects(request: web.Request) -> web.Response:
    """`?object=checkout.session|payment_intent|charge|refund|event` → Stripe's own objects, newest first."""
    kind = request.query.get("object", "checkout.session")
    return web.json_response(request.app[WORLD].rails.stripe.of_kind(kind))


@routes.post("/control/rails/stripe/events/{id}/send")
async def send_again(request: web.Request) -> web.Response:
    """`{delivery?, age_seconds?, tamper?}` sends an event again: its signature aged, or a byte changed → `{steps}`."""
    world, body = request.app[WORLD], await read_body(request)
    event, trace = world.rails.stripe.get("event", request.match_info["id"]), Trace()
    age, tamper = int(body.get("age_seconds") or 0), bool(body.get("tamper"))
    delivery = str(body.get("delivery") or "")
    await world.rails.stripe_events.send(trace, require_keys(world), event, delivery, age, tamper)
    return web.json_response({"steps": trace.steps})
