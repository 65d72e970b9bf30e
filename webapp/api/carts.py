"""The cart over REST: one a person, the same in the chat, in the Mini App and here."""

from bot.posters.mockups import mockup_key, pick_colour
from bot.shelf.products import count_left
from bot.shop.carts import CartLine, CartView, add_item, change_item, read_cart, remove_item, set_promo
from bot.shop.lines import Wanted
from webapp.api.endpoint import Answer, Call
from webapp.api.products import blank_path
from webapp.api.shop_shapes import CartChangeBody, CartItemBody, CartLineShape, CartShape, PromoBody
from webapp.problems import speak


async def show_cart(call: Call) -> Answer:
    return Answer(await describe_cart(call, await read_cart(call.user)))


async def add_to_cart(call: Call, body: CartItemBody) -> Answer:
    await add_item(call.user, Wanted(body.variant_id, body.quantity, body.poster_id))
    return await show_cart(call)


async def change_line(call: Call, body: CartChangeBody) -> Answer:
    await change_item(call.user, call.path("item"), body.quantity)
    return await show_cart(call)


async def remove_line(call: Call) -> Answer:
    await remove_item(call.user, call.path("item"))
    return await show_cart(call)


async def use_code(call: Call, body: PromoBody) -> Answer:
    await set_promo(call.user, body.code)
    return await show_cart(call)


async def describe_cart(call: Call, cart: CartView) -> CartShape:
    trouble = cart.promo_trouble
    return CartShape(
        items=[await _describe_line(call, line) for line in cart.lines],
        promo_code=cart.promo_code,
        promo_problem=speak(call.language, trouble) if trouble else None,
        goods_uzs=cart.goods_uzs,
        discount_uzs=cart.discount_uzs,
        total_uzs=cart.total_uzs,
        can_order=cart.can_order,
    )


async def _describe_line(call: Call, found: CartLine) -> CartLineShape:
    item, line = found.item, found.line
    return CartLineShape(
        id=item.id,
        variant_id=item.variant_id,
        product_slug=line.variant.product.slug,
        poster_id=item.poster_id,
        title=line.title(call.language),
        quantity=line.quantity,
        price_uzs=line.price_uzs,
        total_uzs=line.total_uzs,
        left=count_left(line.variant),
        picture_url=await _picture_of(call, found),
        problem=speak(call.language, found.trouble) if found.trouble else None,
    )


async def _picture_of(call: Call, found: CartLine) -> str:
    """The design on the goods where it is drawn already, the goods of the shelf otherwise."""
    variant, store = found.line.variant, call.services.store
    if found.line.poster:
        kind = variant.product.kind
        key = mockup_key(kind, pick_colour(kind, variant.colour), found.line.poster)
        if await store.exists(key):
            return await store.link(key)
    return call.services.settings.base_url + blank_path(variant.product, variant.colour)
