"""The shop's rules: what may be ordered, at what price, with which stock, exactly once."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.artists.consent import revoke_consent
from bot.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from bot.parcels.choice import tidy_phone
from bot.services import Services
from bot.shelf.products import get_product, list_products
from bot.shelf.stock import SoldOut
from bot.shop.carts import add_item, change_item, read_cart, remove_item, set_promo
from bot.shop.lines import Wanted, spread_discount
from bot.shop.orders import cancel_order, choose_rail, get_order, place_order, read_order
from db.carts import CartItem
from db.consents import Purpose
from db.deliveries import Delivery
from db.orders import Order, OrderItem, OrderStatus
from db.posters import PosterStatus
from db.products import Product, Variant
from db.promos import PromoUse
from db.stock import Reservation
from tests.flows.shop.shopping import PICKUP, ask_for, new_poster, variant
from tests.flows.world import new_fan


async def test_the_demo_shop_has_everything_in_four_languages(services: Services) -> None:
    goods = {one.product.slug: one for one in await list_products()}
    assert set(goods) == {"tshirt", "poster", "mug", "stickers", "phone-case"}
    shirts = goods["tshirt"].variants
    assert {shirt.size for shirt in shirts} == {"S", "M", "L", "XL", "XXL"}
    assert len({shirt.colour for shirt in shirts}) == 4
    assert {one.size for one in goods["poster"].variants} == {"a5", "a4", "a3"}
    for one in goods.values():
        assert set(one.product.name) == {"uz", "uz-Cyrl", "ru", "en"} == set(one.product.about)
        assert len(one.product.mxik) == 17 and one.product.artist_percent > 0


async def test_an_order_freezes_its_price_and_holds_its_stock(services: Services) -> None:
    fan = await new_fan()
    order = await place_order(
        services, fan, await ask_for("tshirt-white-m", "poster-a4", user=fan, promo_code="stario10")
    )
    goods = 129_000 + 69_000
    assert (order.goods_uzs, order.discount_uzs, order.delivery_uzs) == (goods, 19_800, 0)
    assert order.total_uzs == goods - 19_800 and order.status is OrderStatus.AWAITING_PAYMENT
    await Variant.all().update(price_uzs=1)
    assert (await get_order(fan, order.number)).total_uzs == goods - 19_800
    assert (await variant("tshirt-white-m")).reserved == 1
    assert await Reservation.filter(order_id=order.id, status="held").count() == 2
    assert await PromoUse.filter(order_id=order.id, released_at=None).exists()
    until = order.expires_at
    assert until is not None
    minutes = services.settings.hold_minutes
    assert abs(until - datetime.now(UTC) - timedelta(minutes=minutes)) < timedelta(seconds=10)


async def test_lines_say_what_the_fiscal_receipt_needs(services: Services) -> None:
    fan = await new_fan("ru")
    asked = await ask_for("tshirt-navy-xxl", "poster-a3", user=fan, promo_code="STARIO10", language="ru")
    order = await place_order(services, fan, asked)
    lines = {item.title: item for item in await OrderItem.filter(order_id=order.id)}
    shirt, poster = lines["Футболка, тёмно-синий цвет, XXL"], lines["Постер, A3"]
    assert sum(line.discount_uzs for line in lines.values()) == order.discount_uzs
    assert shirt.share_uzs == 0 and shirt.artist_id is None  # plain goods owe nobody a share
    assert poster.share_uzs == (99_000 - poster.discount_uzs) * 20 // 100 and poster.artist_id
    assert len(poster.mxik) == 17 and poster.package_code and poster.vat_percent == 12
    delivery = await Delivery.get(order_id=order.id)
    assert (delivery.contact_phone, delivery.carrier) == ("+998901234567", "pickup")


async def test_the_same_key_is_the_same_order(services: Services) -> None:
    fan = await new_fan()
    asked = await ask_for("mug-white", user=fan, request_key="tap")
    first, *others = await asyncio.gather(*(place_order(services, fan, asked) for _ in range(5)))
    assert {order.id for order in others} == {first.id}
    assert (await variant("mug-white")).reserved == 1
    more = replace(asked, items=[replace(asked.items[0], quantity=2)])
    with pytest.raises(Invalid, match="site-key-other-body"):
        await place_order(services, fan, more)


async def test_what_is_sold_out_is_named_and_nothing_stays(services: Services) -> None:
    fan = await new_fan()
    await Variant.filter(sku="mug-black").update(on_hand=0)
    await Variant.filter(sku="tshirt-sand-l").update(on_hand=1)
    with pytest.raises(SoldOut) as gone:
        await place_order(services, fan, await ask_for("tshirt-white-m", "mug-black", user=fan))
    assert gone.value.key == "shop-sold-out-of" and "Krujka" in gone.value.values["title"]
    shirt = await variant("tshirt-sand-l")
    two = await ask_for("tshirt-sand-l", user=fan, items=[Wanted(shirt.id, 2)], promo_code="STARIO10")
    with pytest.raises(SoldOut) as few:
        await place_order(services, fan, two)
    assert few.value.key == "shop-few-left-of" and few.value.left == 1
    assert not await Order.exists() and not await Reservation.exists() and not await PromoUse.exists()
    assert (await variant("tshirt-white-m")).reserved == 0


@pytest.mark.parametrize("quantity", [0, -1, 21, 10**9])
async def test_odd_quantities_are_refused(services: Services, quantity: int) -> None:
    fan, shirt = await new_fan(), await variant()
    with pytest.raises(Invalid):
        await place_order(services, fan, await ask_for(user=fan, items=[Wanted(shirt.id, quantity)]))
    with pytest.raises(Invalid):
        await add_item(fan, Wanted(shirt.id, quantity))


async def test_clear_refusals(services: Services) -> None:
    fan, stranger = await new_fan(), await new_fan()
    sheet, shirt = await variant("poster-a4"), await variant()
    foreign = await new_poster(stranger)
    unread = await new_poster(fan, status=PosterStatus.IN_REVIEW)
    small = await new_poster(fan, size="a5")
    coarse = await new_poster(fan)
    coarse.dpi = 120
    await coarse.save()
    cases: list[tuple[dict[str, object], type[Refusal], str]] = [
        ({"items": []}, Invalid, "shop-cart-empty"),
        ({"items": [Wanted(sheet.id, 1)]}, Invalid, "shop-needs-design"),
        ({"items": [Wanted(sheet.id, 1, foreign.id)]}, NotFound, "error-not-found"),
        ({"items": [Wanted(sheet.id, 1, unread.id)]}, Conflict, "poster-in-review"),
        ({"items": [Wanted(sheet.id, 1, small.id)]}, Invalid, "shop-design-size"),
        ({"items": [Wanted(sheet.id, 1, coarse.id)]}, Invalid, "poster-too-coarse"),
        ({"items": [Wanted(foreign.id, 1)]}, NotFound, "shop-gone"),
        ({"payment_provider": "stars"}, Invalid, "shop-rail-closed"),
        ({"promo_code": "NOSUCH"}, Invalid, "shop-promo-unknown"),
        ({"delivery": replace(PICKUP, phone="12")}, Invalid, "shop-bad-phone"),
        ({"delivery": replace(PICKUP, name=" ")}, Invalid, "shop-bad-name"),
        ({"delivery": replace(PICKUP, email="a@b")}, Invalid, "shop-bad-email"),
        ({"delivery": replace(PICKUP, carrier="pigeon")}, Invalid, "delivery-carrier-closed"),
        ({"delivery": replace(PICKUP, carrier="courier")}, Invalid, "shop-no-address"),
        ({"delivery": replace(PICKUP, carrier="boxnow")}, Invalid, "shop-no-place"),
    ]
    for changes, kind, key in cases:
        given_items = {"items": [Wanted(shirt.id, 1)]} | changes
        with pytest.raises(kind, match=key):
            await place_order(services, fan, await ask_for(user=fan, **given_items))
    assert not await Order.exists()


async def test_goods_taken_off_sale_are_refused(services: Services) -> None:
    fan = await new_fan()
    asked = await ask_for("mug-white", user=fan)
    await Product.filter(slug="mug").update(is_active=False)
    with pytest.raises(NotFound):
        await place_order(services, fan, asked)
    with pytest.raises(NotFound):
        await get_product("mug")


async def test_an_artist_who_takes_the_consent_back_is_not_printed(services: Services) -> None:
    fan = await new_fan()
    asked = await ask_for("poster-a4", user=fan)
    poster = await new_poster(fan)
    await poster.fetch_related("artist")
    await revoke_consent(poster.artist, Purpose.MERCH)
    with pytest.raises(Forbidden, match="shop-no-consent"):
        await place_order(services, fan, asked)


async def test_a_cart_merges_counts_and_empties(services: Services) -> None:
    fan, shirt = await new_fan(), await variant()
    poster = await new_poster(fan)
    await asyncio.gather(*(add_item(fan, Wanted(shirt.id, 1)) for _ in range(3)))
    await add_item(fan, Wanted(shirt.id, 1, poster.id))
    cart = await read_cart(fan)
    assert [(one.item.poster_id, one.line.quantity) for one in cart.lines] == [(None, 3), (poster.id, 1)]
    assert (cart.goods_uzs, cart.count, cart.can_order) == (4 * 129_000, 4, True)
    await set_promo(fan, " stario 10 ")
    assert (await read_cart(fan)).discount_uzs == 51_600
    with pytest.raises(Invalid):
        await set_promo(fan, "NOSUCH")
    await change_item(fan, cart.lines[0].item.id, 2)
    await remove_item(fan, cart.lines[1].item.id)
    with pytest.raises(NotFound):
        await remove_item(await new_fan(), cart.lines[0].item.id)
    cart = await read_cart(fan)
    order = await place_order(services, fan, await ask_for(user=fan, items=cart.wanted, promo_code=cart.promo_code))
    assert order.discount_uzs == 25_800 and not await CartItem.exists()
    assert (await read_cart(fan)).promo_code == ""


async def test_a_cart_says_what_has_become_impossible(services: Services) -> None:
    fan, shirt = await new_fan(), await variant()
    await add_item(fan, Wanted(shirt.id, 5))
    await Variant.filter(id=shirt.id).update(on_hand=2)
    cart = await read_cart(fan)
    assert cart.lines[0].trouble is not None and cart.lines[0].trouble.key == "shop-few-left"
    assert not cart.can_order


async def test_cancelling_gives_everything_back(services: Services) -> None:
    fan = await new_fan()
    order = await place_order(services, fan, await ask_for("mug-white", user=fan, promo_code="STARIO10"))
    await cancel_order(fan, order)
    assert (await Order.get(id=order.id)).status is OrderStatus.CANCELLED
    assert (await variant("mug-white")).reserved == 0
    assert not await PromoUse.filter(released_at=None).exists()
    with pytest.raises(Conflict):
        await cancel_order(fan, order)
    with pytest.raises(NotFound):
        await get_order(await new_fan(), str(order.id))


async def test_another_way_to_pay(services: Services) -> None:
    fan = await new_fan()
    order = await place_order(services, fan, await ask_for("mug-white", user=fan))
    await choose_rail(services.settings, order, "click")
    assert (await Order.get(id=order.id)).payment_provider == "click"
    with pytest.raises(Invalid):
        await choose_rail(services.settings, order, "stars")
    await cancel_order(fan, order)
    with pytest.raises(Conflict):
        await choose_rail(services.settings, await Order.get(id=order.id), "stripe")


async def test_a_code_that_takes_everything_off_needs_no_payment(services: Services) -> None:
    from db.outbox import OutboxRow
    from db.promos import PromoCode

    await PromoCode.create(code="GIFT", percent=100)
    fan = await new_fan()
    order = await place_order(services, fan, await ask_for("mug-white", user=fan, promo_code="GIFT"))
    assert (order.status, order.total_uzs) == (OrderStatus.PAID, 0)
    mug = await variant("mug-white")
    assert (mug.on_hand, mug.reserved) == (39, 0)
    assert await OutboxRow.filter(job="fulfil_order").count() == 1
    assert (await read_order(order)).delivery is not None


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=30), st.integers(0, 10**9))
def test_a_discount_is_spread_exactly(amounts: list[int], wish: int) -> None:
    discount = min(sum(amounts), wish)
    parts = spread_discount(amounts, discount)
    assert sum(parts) == discount
    assert all(0 <= part <= amount for part, amount in zip(parts, amounts, strict=True))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("901234567", "+998901234567"), ("998 90 123-45-67", "+998901234567"), ("+44 20 7946 0958", "+442079460958")],
)
def test_telephone_numbers_are_put_in_order(typed: str, kept: str) -> None:
    assert tidy_phone(typed) == kept
