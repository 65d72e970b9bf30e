"""Payme's pages: the checkout, the sandbox list, and the cabinet with its statement."""

import base64
from urllib.parse import quote

from aiohttp import web

from bot.merchants import payme_keys
from webapp.playground.rails.errors import PageError
from webapp.playground.rails.page import draw, draw_refusal, read_language
from webapp.playground.rails.payme.link import fill_return, judge_fields, read_link
from webapp.playground.world import WORLD

routes = web.RouteTableDef()
NAME = "Payme"
LINKS = (("/payme/cabinet", "cabinet"), ("/payme/sandbox", "sandbox"))
BUTTONS = ("decline", "pay_twice", "late", "cancel")


@routes.get("/payme/sandbox")
async def show_sandbox(request: web.Request) -> web.Response:
    """The official list, run against an order."""
    language = read_language(request)
    return draw(language, "checklist.html", provider=NAME, control="/control/rails/payme/sandbox", orders=2)


@routes.get("/payme/cabinet")
async def show_cabinet(request: web.Request) -> web.Response:
    """Payme's books, and a button that holds the shop's statement against them."""
    rows = [
        (row["account"].get("order_id", ""), row["amount"] // 100, str(row["state"]), row["id"])
        for row in reversed(request.app[WORLD].rails.payme.rows.values())
    ]
    statement = "/control/rails/payme/statement"
    return draw(read_language(request), "cabinet.html", provider=NAME, rows=rows, control=statement)


@routes.get("/payme/{packed:.+}")
async def show_checkout(request: web.Request) -> web.Response:
    """The checkout behind a link."""
    keys = payme_keys(request.app[WORLD].settings)
    if keys is None:
        raise web.HTTPNotFound
    try:
        checkout = read_link(request.match_info["packed"], keys.merchant_id)
    except PageError as problem:
        return draw_refusal(read_language(request), NAME, problem)
    return draw(
        read_language(request, checkout.language),
        "till.html",
        provider=NAME,
        order=checkout.order,
        amount=f"{checkout.amount // 100}",
        tiyin=checkout.amount % 100,
        merchant=checkout.merchant,
        control="/control/rails/payme/pay",
        buttons=BUTTONS,
        leave=fill_return(checkout, ""),
        links=LINKS,
    )


@routes.post("/payme")
@routes.post("/payme/")
async def take_form(request: web.Request) -> web.StreamResponse:
    """The checkout by POST form: the same fields under their long names, judged and opened as a link."""
    keys, form = payme_keys(request.app[WORLD].settings), await request.post()
    if keys is None:
        raise web.HTTPNotFound
    names = {"merchant": "m", "amount": "a", "lang": "l", "callback": "c", "callback_timeout": "ct"}
    fields = {names[key]: str(value) for key, value in form.items() if key in names}
    for key, value in form.items():
        if key.startswith("account[") and key.endswith("]"):
            fields[f"ac.{key[8:-1]}"] = str(value)
    try:
        judge_fields(fields, keys.merchant_id)
    except PageError as problem:
        return draw_refusal(read_language(request, fields.get("l", "")), NAME, problem)
    raise web.HTTPSeeOther(f"/payme/{quote(pack_fields(fields), safe='')}")


def pack_fields(fields: dict[str, str]) -> str:
    """The base64 that a link with these fields has."""
    return base64.b64encode(";".join(f"{name}={value}" for name, value in fields.items()).encode()).decode()
