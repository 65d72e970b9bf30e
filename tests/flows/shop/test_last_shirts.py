"""Two hundred people want the last ten shirts at the same moment: ten get one, nobody pays for nothing."""

import asyncio
import time

from bot.money.payments import record_payment
from bot.people.people import meet_person
from bot.services import Services
from bot.shelf.stock import SoldOut
from bot.shop.orders import place_order
from db.ledger import LedgerEntry
from db.orders import Order, OrderStatus
from db.payments import Payment, PaymentStatus
from db.products import Variant
from db.promos import PromoUse
from db.stock import Reservation
from db.users import User
from tests.flows.money.money_audit import assert_orders_agree, assert_promo_agrees, assert_shelf_agrees
from tests.flows.money.money_world import new_promo, paid
from tests.flows.shop.shopping import ask_for, variant

BUYERS, SHIRTS, FIRST_ID = 200, 10, 900_001


async def buy(services: Services, buyer: User, code: str) -> Order | None:
    """Wants a shirt and, once it is kept for them, pays; None where it was sold out."""
    request = await ask_for("tshirt-white-m", user=buyer, promo_code=code)
    try:
        order = await place_order(services, buyer, request)
    except SoldOut:
        return None
    await record_payment(paid(order, f"charge-{order.number}"))
    return order


async def test_two_hundred_buyers_and_the_last_ten_shirts(services: Services) -> None:
    shirts, promo = await variant(), await new_promo(BUYERS)
    await Variant.filter(id=shirts.id).update(on_hand=SHIRTS)
    people = [await meet_person(FIRST_ID + n, "Dilnoza", None, "uz") for n in range(BUYERS)]
    began = time.monotonic()
    async with asyncio.timeout(60):
        results = await asyncio.gather(*(buy(services, buyer, promo.code) for buyer in people))
    print(f"{BUYERS} buyers in {time.monotonic() - began:.1f} s")
    sold = [order for order in results if order is not None]
    assert len(sold) == SHIRTS
    assert await Order.all().count() == await Reservation.all().count() == SHIRTS, "a refusal leaves nothing"
    assert await Order.filter(status=OrderStatus.PAID).count() == await Payment.all().count() == SHIRTS
    assert await Payment.filter(status=PaymentStatus.SUCCEEDED).count() == SHIRTS
    assert await PromoUse.all().count() == SHIRTS
    assert {entry.order_id for entry in await LedgerEntry.all()} == {order.id for order in sold}
    left = await Variant.get(id=shirts.id)
    assert (left.on_hand, left.reserved) == (0, 0)
    await assert_orders_agree(sold)
    await assert_shelf_agrees({shirts.id: SHIRTS})
    await assert_promo_agrees(promo, BUYERS)
