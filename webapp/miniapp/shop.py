"""The shop in the Mini App: shelves, goods, designing a poster, the cart, the checkout and one's orders."""

from typing import Any

from aiohttp import web

from bot.artists.artists import list_artists
from bot.i18n import text
from bot.posters.designs import DESIGNS, SIZES
from bot.posters.posters import NAME_LIMIT, WORDS_LIMIT, list_posters
from bot.shelf.products import get_product, list_products
from bot.shop.orders import list_orders
from db.posters import PosterStatus
from db.users import User
from webapp.api.endpoint import Call
from webapp.api.orders import describe_order
from webapp.api.posters import describe_poster
from webapp.api.products import describe_product
from webapp.keys import services_of
from webapp.languages import LANGUAGE
from webapp.miniapp.page import enter_first, meet_caller, show_page
from webapp.miniapp.stars import describe_star

_SHOWN = 40
_USABLE = (PosterStatus.APPROVED, PosterStatus.READY)


def open_call(request: web.Request, user: User | None) -> Call:
    """What the REST describers want, so that pages and the API say the same."""
    return Call(request, services_of(request), request[LANGUAGE], user, "miniapp")


async def show_shelves(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    call = open_call(request, user)
    goods = [describe_product(call, one) for one in await list_products()]
    return show_page(request, "shop", text(call.language, "shop-app-title"), "/app/", {"goods": goods})


async def show_product(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    call = open_call(request, user)
    product = describe_product(call, await get_product(request.match_info["slug"]))
    posters = await usable_posters(call, user) if user else []
    values = {
        "product": product,
        "posters": posters,
        "chosen": request.query.get("poster", "")[:40],
        "data": product.model_dump(mode="json"),
    }
    return show_page(request, "product", product.name, "/app/shop", values)


async def usable_posters(call: Call, user: User) -> list[Any]:
    """One's own posters that can be printed, newest first."""
    found = [poster for poster in await list_posters(user, 0, 12) if poster.status in _USABLE]
    return [await describe_poster(call, poster) for poster in found]


async def show_designer(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    language = request[LANGUAGE]
    title = text(language, "shop-app-create")
    if user is None:
        return enter_first(request, title, "/app/shop")
    page = await list_artists("", "", 0, _SHOWN)
    wanted = request.query.get("artist", "")
    values = {
        "stars": [describe_star(artist, language) for artist in page.items],
        "artist": wanted or (page.items[0].slug if page.items else ""),
        "designs": DESIGNS,
        "sizes": SIZES,
        "size": request.query.get("size", "a4"),
        "product": request.query.get("product", "poster")[:48],
        "source": _source_of(request),
        "name_limit": NAME_LIMIT,
        "words_limit": WORDS_LIMIT,
    }
    return show_page(request, "poster", title, "/app/shop", values, personal=True)


def _source_of(request: web.Request) -> dict[str, str]:
    """A poster can start from a quiz or from a still of one's own greeting."""
    query = request.query
    if query.get("video"):
        return {"source": "video", "video_id": query["video"][:40], "second": query.get("second", "1")[:8]}
    if query.get("quiz"):
        return {"source": "quiz", "quiz_id": query["quiz"][:40]}
    return {"source": "portrait"}


async def show_cart(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    title = text(request[LANGUAGE], "shop-app-cart")
    if user is None:
        return enter_first(request, title, "/app/shop")
    return show_page(request, "cart", title, "/app/shop", {}, personal=True)


async def show_checkout(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    title = text(request[LANGUAGE], "shop-app-checkout")
    if user is None:
        return enter_first(request, title, "/app/cart")
    return show_page(request, "checkout", title, "/app/cart", {"name": user.first_name}, personal=True)


async def show_orders(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    title = text(request[LANGUAGE], "shop-app-orders")
    if user is None:
        return enter_first(request, title, "/app/shop")
    call = open_call(request, user)
    orders = [await describe_order(call, view, with_link=False) for view in await list_orders(user, 0, _SHOWN)]
    return show_page(request, "orders", title, "/app/shop", {"orders": orders})


async def show_order(request: web.Request) -> web.Response:
    user, number = await meet_caller(request), request.match_info["number"]
    title = text(request[LANGUAGE], "shop-app-order", number=number)
    if user is None:
        return enter_first(request, title, "/app/orders")
    return show_page(request, "order", title, "/app/orders", {"number": number}, personal=True)


def add_shop(app: web.Application) -> None:
    app.router.add_get("/app/shop", show_shelves)
    app.router.add_get("/app/shop/{slug:[a-z0-9-]+}", show_product)
    app.router.add_get("/app/posters/new", show_designer)
    app.router.add_get("/app/cart", show_cart)
    app.router.add_get("/app/checkout", show_checkout)
    app.router.add_get("/app/orders", show_orders)
    app.router.add_get("/app/orders/{number:[0-9]{6,12}}", show_order)
