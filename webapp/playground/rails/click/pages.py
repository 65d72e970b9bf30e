"""Click's pages: the pay page, its fifteen scenarios, and the cabinet."""

from decimal import Decimal

from aiohttp import web

from bot.merchants import click_keys
from webapp.playground.rails.click.link import read_link
from webapp.playground.rails.errors import PageError
from webapp.playground.rails.page import draw, draw_refusal, read_language
from webapp.playground.world import WORLD

routes = web.RouteTableDef()
NAME = "Click"
LINKS = (("/click/cabinet", "cabinet"), ("/click/scenarios", "scenarios"))
BUTTONS = ("decline", "pay_twice", "repeat", "lost", "hold", "cancel")


@routes.get("/click/services/pay")
@routes.get("/click/services/pay/")
async def show_payment(request: web.Request) -> web.Response:
    """The pay page behind a link."""
    keys, language = click_keys(request.app[WORLD].settings), read_language(request)
    if keys is None:
        raise web.HTTPNotFound
    try:
        bill = read_link(request.query, keys)
    except PageError as problem:
        return draw_refusal(language, NAME, problem)
    return draw(
        language,
        "till.html",
        provider=NAME,
        order=bill.order,
        amount=f"{int(bill.amount)}",
        tiyin=int(bill.amount * 100) % 100,
        merchant=f"{keys.merchant_id} / {keys.service_id}",
        control="/control/rails/click/pay",
        buttons=BUTTONS,
        leave=bill.return_url,
        links=LINKS,
    )


@routes.get("/click/scenarios")
async def show_scenarios(request: web.Request) -> web.Response:
    """The fifteen official scenarios, run against three orders."""
    control = "/control/rails/click/scenarios"
    return draw(read_language(request), "checklist.html", provider=NAME, control=control, orders=3)


@routes.get("/click/cabinet")
async def show_cabinet(request: web.Request) -> web.Response:
    """Click's books."""
    rows = [
        (row["mti"], int(Decimal(row["amount"])), str(row["status"]), str(row["payment_id"]))
        for row in reversed(request.app[WORLD].rails.click.payments.values())
    ]
    return draw(read_language(request), "cabinet.html", provider=NAME, rows=rows, control="")
