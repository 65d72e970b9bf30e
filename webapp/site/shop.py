"""The shop for everybody: what there is, in which colours and sizes, and what it costs."""

from typing import Any

from aiohttp import web

from bot.i18n import text
from bot.posters.mockups import COLOURS
from bot.shelf.products import (
    Goods,
    colour_name,
    count_left,
    get_product,
    list_products,
    product_about,
    product_name,
    size_name,
)
from db.products import Variant
from webapp.api.products import picture_path
from webapp.keys import services_of
from webapp.languages import LANGUAGE, request_language
from webapp.pages import render_page
from webapp.site.links import app_link, keep_language
from webapp.site.offers import describe_offers

_FEW = 5  # pieces; from here on their number is said
_BESIDE = 4  # other goods under a product


async def show_shop(request: web.Request) -> web.Response:
    """Everything on sale, with pictures."""
    language = request[LANGUAGE] = request_language(request)
    shelf = [describe_goods(goods, language) for goods in await list_products()]
    return keep_language(request, render_page(request, "site/shop.html", shelf=shelf))


async def show_product(request: web.Request) -> web.Response:
    """One product in one of its colours. Raises NotFound."""
    language = request[LANGUAGE] = request_language(request)
    services, goods = services_of(request), await get_product(request.match_info["slug"])
    colour = pick_colour(goods, request.query.get("colour", ""))
    others = [one for one in await list_products() if one.product.id != goods.product.id]
    page = render_page(
        request,
        "site/product.html",
        goods=describe_goods(goods, language),
        colour=colour,
        picture=picture_path(goods.product, colour),
        colours=describe_colours(goods, language),
        variants=[describe_variant(one, goods, language) for one in goods.variants if one.colour == colour],
        others=[describe_goods(one, language) for one in others[:_BESIDE]],
        buy_url=await app_link(services, f"shop_{goods.product.slug}"),
        data=describe_offers(goods, language, services.settings.base_url),
        rest=f"&colour={colour}" if colour else "",
    )
    return keep_language(request, page)


def pick_colour(goods: Goods, wish: str) -> str:
    """The colour that was asked for, else the first that is left, else the first."""
    colours = [variant.colour for variant in goods.variants]
    left = [variant.colour for variant in goods.variants if count_left(variant)]
    return wish if wish in colours else (left or colours)[0]


def describe_goods(goods: Goods, language: str) -> dict[str, Any]:
    """What a card of the shelf shows."""
    product, variants = goods.product, goods.variants
    return {
        "slug": product.slug,
        "name": product_name(product, language),
        "about": product_about(product, language),
        "from_uzs": min(variant.price_uzs for variant in variants),
        "one_price": len({variant.price_uzs for variant in variants}) == 1,
        "picture": picture_path(product, pick_colour(goods, "")),
        "colours": describe_colours(goods, language),
        "sold_out": not any(count_left(variant) for variant in variants),
    }


def describe_colours(goods: Goods, language: str) -> list[dict[str, str]]:
    """The colours in the shop's order, with what they look like; empty where there is none to choose."""
    shades = COLOURS[goods.product.kind]
    found = dict.fromkeys(variant.colour for variant in goods.variants if variant.colour)
    return [{"id": colour, "name": colour_name(colour, language), "shade": shades.get(colour, "")} for colour in found]


def describe_variant(variant: Variant, goods: Goods, language: str) -> dict[str, Any]:
    """A line of the price list."""
    left = count_left(variant)
    name = size_name(variant.size) or colour_name(variant.colour, language)
    return {
        "name": name or product_name(goods.product, language),
        "price_uzs": variant.price_uzs,
        "left": left,
        "stock": stock_words(left, language),
    }


def stock_words(left: int, language: str) -> str:
    if not left:
        return text(language, "shop-site-sold-out")
    return text(language, "shop-site-few", left=left) if left <= _FEW else text(language, "shop-site-in-stock")


def add_shop_pages(app: web.Application) -> None:
    app.router.add_get("/shop", show_shop)
    app.router.add_get("/shop/{slug:[a-z0-9-]+}", show_product)
