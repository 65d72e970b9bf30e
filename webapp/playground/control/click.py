"""Control: Click – pay at its page, run its fifteen scenarios, look into its books."""

from aiohttp import web

from webapp.playground.control.requests import read_body
from webapp.playground.errors import ControlError
from webapp.playground.rails.click.scenarios import Scenarios
from webapp.playground.rails.click.visits import find_bill, open_desk, open_shop
from webapp.playground.world import WORLD

routes = web.RouteTableDef()


@routes.post("/control/rails/click/pay")
async def pay(request: web.Request) -> web.Response:
    """`{url | order, amount_uzs?, action?, amount_form?, seconds?}` → what was said, step by step.

    Actions: pay, decline (error -5017), cancel (a reversal once paid), refund, pay_twice, repeat (Complete again),
    lost (the money is taken, Complete never comes), late (Complete after `seconds`), hold (Prepare only; pay
    finishes it), leave. `amount_form` writes amounts as 0: 50000, 1: 50000.00, 2: 50000.0; by turns otherwise.
    """
    body = await read_body(request)
    desk = open_desk(request.app[WORLD], body)
    return web.json_response(await desk.act(str(body.get("action") or "pay")))


@routes.post("/control/rails/click/scenarios")
async def run_scenarios(request: web.Request) -> web.Response:
    """`{orders: [{url | order, amount_uzs}, …]}`, three payable orders → `{ok, lines, steps, warnings}`."""
    world, body = request.app[WORLD], await read_body(request)
    named = body.get("orders") or [body]
    if not isinstance(named, list) or not all(isinstance(one, dict) for one in named):
        raise ControlError(422, "`orders` is a list of `{url}` or `{order, amount_uzs}`.")
    bills = [find_bill(world, one) for one in named]
    return web.json_response(await Scenarios(open_shop(world), world.rails.click).run(bills))


@routes.get("/control/rails/click/payments")
async def list_payments(request: web.Request) -> web.Response:
    """Click's own books, oldest first; `status` 0 created, 1 processing, 2 successful, below zero ended."""
    return web.json_response(list(request.app[WORLD].rails.click.payments.values()))


@routes.patch("/control/rails/click/payments/{payment_id}")
async def age_payment(request: web.Request) -> web.Response:
    """`{date}` (unix seconds) moves a payment in time, for the rule of the reporting month → the payment."""
    books, body = request.app[WORLD].rails.click, await read_body(request)
    row = books.payments.get(request.match_info["payment_id"])
    if row is None:
        raise ControlError(404, "There is no such payment.")
    if not isinstance(body.get("date"), (int, float)):
        raise ControlError(422, "`date` must be unix seconds.")
    return web.json_response(books.change(row, date=body["date"]))
