"""The shop's goods over REST, with pictures under stable addresses."""

from aiohttp import web

from bot.errors import NotFound
from bot.posters.mockups import BLANK, blank_url, mockup_url
from bot.shelf.products import (
    Goods,
    colour_name,
    count_left,
    get_product,
    list_products,
    product_about,
    product_name,
    size_name,
    variant_title,
)
from db.products import Product, ProductKind, Variant
from webapp.api.endpoint import Answer, Call
from webapp.api.shapes import Page
from webapp.api.shop_shapes import ProductList, ProductShape, VariantShape
from webapp.keys import services_of

_PLAIN = "plain"  # in a picture's address: goods of one colour


async def list_goods(call: Call, page: Page) -> Answer:
    found = await list_products()
    end = page.start + page.limit
    items = [describe_product(call, goods) for goods in found[page.start : end]]
    return Answer(ProductList(items=items, total=len(found), next=end if end < len(found) else None))


async def show_goods(call: Call) -> Answer:
    return Answer(describe_product(call, await get_product(call.path("product"))))


def describe_product(call: Call, goods: Goods) -> ProductShape:
    product, variants = goods.product, goods.variants
    return ProductShape(
        id=product.id,
        slug=product.slug,
        kind=product.kind.value,
        name=product_name(product, call.language),
        about=product_about(product, call.language),
        from_uzs=min(variant.price_uzs for variant in variants),
        needs_design=product.kind is ProductKind.POSTER,
        picture_url=call.services.settings.base_url + picture_path(product, variants[0].colour),
        variants=[_describe_variant(call, variant) for variant in variants],
    )


def _describe_variant(call: Call, variant: Variant) -> VariantShape:
    left = count_left(variant)
    return VariantShape(
        id=variant.id,
        sku=variant.sku,
        size=size_name(variant.size),
        colour=variant.colour,
        colour_name=colour_name(variant.colour, call.language),
        title=variant_title(variant, call.language),
        price_uzs=variant.price_uzs,
        in_stock=left > 0,
        left=left,
        picture_url=call.services.settings.base_url + picture_path(variant.product, variant.colour),
        blank_url=call.services.settings.base_url + blank_path(variant.product, variant.colour),
    )


def picture_path(product: Product, colour: str) -> str:
    """The goods with a design of ours on them."""
    return f"/media/products/{product.slug}/{colour or _PLAIN}.jpg"


def blank_path(product: Product, colour: str) -> str:
    """The goods as they are without a design; what is sold with one alone is shown with ours."""
    if product.kind is ProductKind.POSTER:
        return picture_path(product, colour)
    return f"/media/products/{product.slug}/{colour or _PLAIN}/{BLANK}.jpg"


async def show_picture(request: web.Request) -> web.Response:
    """The goods for everybody to see, drawn at the first asking."""
    goods, services = await get_product(request.match_info["slug"]), services_of(request)
    colour = request.match_info["colour"].removeprefix(_PLAIN)
    if colour not in {variant.colour for variant in goods.variants}:
        raise NotFound("error-not-found")
    if request.match_info.get("design") == BLANK:
        key = await blank_url(services, goods.product.kind, colour)
    else:
        key = await mockup_url(services, goods.product.kind, colour, None)
    raise web.HTTPFound(await services.store.link(key, 3600), headers={"Cache-Control": "public, max-age=1800"})


def add_pictures(app: web.Application) -> None:
    app.router.add_get("/media/products/{slug:[a-z0-9-]+}/{colour:[a-z]+}.jpg", show_picture)
    app.router.add_get("/media/products/{slug:[a-z0-9-]+}/{colour:[a-z]+}/{design:blank}.jpg", show_picture)
