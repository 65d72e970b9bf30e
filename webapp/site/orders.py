"""Where a payer comes back to. The address proves nothing, so it shows nothing but to the order's own buyer."""

from typing import Any

from aiohttp import web

from bot.chat.order_words import order_words
from bot.errors import Forbidden, NotFound
from bot.i18n import format_uzs, format_xtr
from bot.money.orders import find_order
from bot.people.sessions import SignInAgain, read_access
from bot.shop.orders import read_order
from db.orders import Order
from db.users import User
from webapp.identity import AUDIENCE, cookie_name, find_caller
from webapp.keys import services_of
from webapp.languages import LANGUAGE, request_language
from webapp.pages import render_page
from webapp.site.links import bot_link, keep_language

_ACCOUNTS = 5  # cookies of one browser that are read
_PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}


async def show_return(request: web.Request) -> web.Response:
    """The same calm page for every number, whether there is such an order or not; more for its buyer alone."""
    language = request[LANGUAGE] = request_language(request)
    order = await find_own(request)
    page = render_page(
        request,
        "site/order.html",
        order=await describe_order(order, language) if order else None,
        bot_url=await bot_link(services_of(request)),
    )
    page.headers.update(_PRIVATE)
    return keep_language(request, page)


async def find_own(request: web.Request) -> Order | None:
    """The order, when somebody who is signed in in this browser placed it."""
    for user in await find_readers(request):
        try:
            return await find_order(user, request.match_info["number"])
        except NotFound:
            continue
    return None


async def find_readers(request: web.Request) -> list[User]:
    """The caller who is named, else the accounts whose cookies came along: a pay page sends back a bare address."""
    try:
        user, _ = await find_caller(request)
    except (SignInAgain, Forbidden):
        return []
    if user is not None:
        return [user]
    prefix, services = cookie_name(""), services_of(request)
    tokens = [token for name, token in request.cookies.items() if name.startswith(prefix)]
    readers = []
    for token in tokens[:_ACCOUNTS]:
        try:
            readers.append(await read_access(services, token, AUDIENCE))
        except SignInAgain:
            continue
    return readers


async def describe_order(order: Order, language: str) -> dict[str, Any]:
    view = await read_order(order)
    total = format_xtr(order.total_xtr) if order.total_xtr else format_uzs(language, order.total_uzs)
    return {"number": order.number, "status": order_words(order, view.delivery, language), "total": total}


def add_order_page(app: web.Application) -> None:
    app.router.add_get("/orders/{number:[0-9]{6,12}}", show_return)
