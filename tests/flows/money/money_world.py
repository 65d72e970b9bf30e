"""Goods, orders and receipts that tests of money start from."""

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from tortoise.transactions import in_transaction

from bot.ids import new_number
from bot.money.attempts import Tender, open_attempt
from bot.money.orders import lock_order
from bot.money.payments import Receipt
from bot.shelf.promos import discount_of, find_promo, use_promo
from bot.shelf.stock import hold_stock
from db.artists import Artist
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderItem, OrderStatus
from db.products import Product, ProductKind, Variant
from db.promos import PromoCode
from db.users import User

_numbers = itertools.count(1)
DELIVERY = 15_000


async def new_variant(on_hand: int = 10, price_uzs: int = 120_000) -> Variant:
    """A T-shirt of a product of its own, so many of which lie on the shelf."""
    number = next(_numbers)
    product = await Product.create(
        slug=f"money-shirt-{number}",
        kind=ProductKind.TSHIRT,
        mxik="06110900001000000",
        package_code="1500001",
        artist_percent=10,
    )
    return await Variant.create(product=product, sku=f"MS-{number}", size="M", price_uzs=price_uzs, on_hand=on_hand)


async def new_promo(uses_left: int | None = None, percent: int = 10, per_user: int = 100) -> PromoCode:
    return await PromoCode.create(
        code=f"MONEY{next(_numbers)}", percent=percent, uses_left=uses_left, per_user=per_user
    )


async def place_goods(user: User, wanted: Mapping[Variant, int], promo: PromoCode | None = None) -> Order:
    """An order for goods that waits for its money, its stock held. Raises SoldOut, and Invalid of the code."""
    goods = sum(variant.price_uzs * quantity for variant, quantity in wanted.items())
    if promo is not None:
        await find_promo(user, promo.code, goods)
    discount = discount_of(promo, goods) if promo else 0
    artist = await Artist.all().order_by("position").first()
    async with in_transaction():
        order = await Order.create(
            number=new_number(),
            user=user,
            status=OrderStatus.AWAITING_PAYMENT,
            goods_uzs=goods,
            discount_uzs=discount,
            delivery_uzs=DELIVERY,
            total_uzs=goods - discount + DELIVERY,
            expires_at=datetime.now(UTC) + timedelta(hours=1),
        )
        for variant, quantity in wanted.items():
            await OrderItem.create(
                order=order,
                kind="goods",
                variant=variant,
                artist=artist,
                title="Futbolka",
                quantity=quantity,
                price_uzs=variant.price_uzs,
                share_uzs=variant.price_uzs * quantity * 9 // 100,
            )
        await hold_stock(order.id, {variant.id: quantity for variant, quantity in wanted.items()})
        if promo is not None:
            await use_promo(promo, user, order)
    return order


def paid(order: Order, external_id: str, provider: str = "payme", more: int = 0) -> Receipt:
    """A provider's word that it took the order's total, or so many so'm more."""
    return Receipt(provider, external_id, order.number, None, amount_uzs=order.total_uzs + more)


async def hold_for(order: Order, provider: str, tx_id: str) -> PaymentAttempt:
    """A provider holds the order for a payer, as CreateTransaction and Prepare do. Raises Conflict."""
    async with in_transaction():
        locked = await lock_order(order.number)
        return await open_attempt(locked, Tender(provider, order.total_uzs, tx_id=tx_id))


async def open_page(order: Order, provider: str, tx_id: str) -> PaymentAttempt:
    """A pay page that somebody looks at. Raises Conflict."""
    async with in_transaction():
        locked = await lock_order(order.number)
        return await open_attempt(locked, Tender(provider, order.total_uzs, tx_id=tx_id), AttemptStatus.CREATED)
