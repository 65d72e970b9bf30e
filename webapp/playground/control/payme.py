"""Control: Payme – pay at its checkout, run its sandbox, compare its statement."""

from aiohttp import web

from webapp.playground.control.requests import read_body
from webapp.playground.errors import ControlError
from webapp.playground.rails.payme.books import now_ms
from webapp.playground.rails.payme.merchant import Refused
from webapp.playground.rails.payme.sandbox import Sandbox
from webapp.playground.rails.payme.statement import compare_statement
from webapp.playground.rails.payme.visits import find_checkout, open_merchant, open_till
from webapp.playground.world import WORLD

routes = web.RouteTableDef()
DAY_MS = 86_400_000


@routes.post("/control/rails/payme/pay")
async def pay(request: web.Request) -> web.Response:
    """`{url | order, amount_uzs?, action?, age_ms?, fiscal?}` → what was said, step by step.

    Actions: pay, decline, cancel (a refund once paid), refund, pay_twice, late (the twelve hours are over),
    hold (create and leave; pay finishes it), leave. A new transaction is `age_ms` old; `fiscal` is ok, failed (the
    receipt is refused) or none (it never comes). The answer is `{ok, status, code?, message?, transaction,
    steps: [{call, sent, status, answer, note?}], warnings, return_url}`; a warning is a breach of the protocol.
    """
    body = await read_body(request)
    till = open_till(request.app[WORLD], body)
    return web.json_response(await till.act(str(body.get("action") or "pay")))


@routes.post("/control/rails/payme/sandbox")
async def run_sandbox(request: web.Request) -> web.Response:
    """`{url | order, amount_uzs, second?: {url | order, amount_uzs}}` → `{ok, lines: [{name, expected, got, passed}]}`.

    The second scenario pays and refunds `second`, or the same order where there is none.
    """
    world, body = request.app[WORLD], await read_body(request)
    first = find_checkout(world, body)
    second = find_checkout(world, body["second"]) if isinstance(body.get("second"), dict) else None
    return web.json_response(await Sandbox(open_merchant(world), world.rails.payme).run(first, second))


@routes.post("/control/rails/payme/statement")
async def hold_statement(request: web.Request) -> web.Response:
    """`{from?, to?}` in milliseconds, the last two days → `{ok, differences, rows, steps, warnings}`."""
    world, body = request.app[WORLD], await read_body(request)
    end = _read_ms(body.get("to"), now_ms())
    start = _read_ms(body.get("from"), end - 2 * DAY_MS)
    try:
        told = await compare_statement(open_merchant(world), world.rails.payme, start, end)
    except Refused as refusal:
        told = {"ok": False, "differences": [f"GetStatement was refused: {refusal}"], "rows": []}
    return web.json_response(told)


@routes.get("/control/rails/payme/transactions")
async def list_transactions(request: web.Request) -> web.Response:
    """Payme's own books, oldest first; amounts in tiyin."""
    return web.json_response(list(request.app[WORLD].rails.payme.rows.values()))


def _read_ms(value: object, default: int) -> int:
    if value is None:
        return default
    if not isinstance(value, int) or isinstance(value, bool):
        raise ControlError(422, "`from` and `to` are whole milliseconds.")
    return value
