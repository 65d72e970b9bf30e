"""Goods in the chat for so'm: an invoice line by line, shipping options, exact money, refunds by hand."""

import pytest
from aiogram.types import OrderInfo, ShippingAddress

from bot.errors import Conflict, Invalid
from bot.money.payments import Receipt, check_checkout, record_payment, refund_order
from bot.rails.links import pay_link
from bot.rails.telegram.goods_invoices import from_smallest, shipping_options, take_shipping, to_smallest
from bot.rails.telegram.invoices import send_invoice
from bot.services import Services
from db.deliveries import Delivery
from db.orders import Order, OrderStatus
from db.payments import Payment, PaymentStatus
from db.refunds import Refund, RefundStatus
from tests.control import Control, Message
from tests.flows.conftest import Listener
from tests.flows.parcels.parcel_world import sold
from tests.flows.rails.rails_world import goods_order
from tests.flows.talking import Chatter, start_in
from tests.waiting import until
from workers.chores.refund_payment import refund_payment
from workers.rows import Bench

HOME = ShippingAddress(
    country_code="UZ", state="", city="samarqand", street_line1="Registon, 1", street_line2="", post_code="140100"
)


async def order_for(chatter: Chatter, delivery: str = "") -> Order:
    """An order for goods of somebody who talks with the bot; without `delivery` Telegram asks where it goes."""
    await start_in(chatter)
    order = await goods_order()
    user = await order.user
    await type(user).filter(telegram_id=chatter.person.id).delete()
    await type(user).filter(id=user.id).update(telegram_id=chatter.person.id, has_chosen_language=True)
    if delivery:
        await Delivery.create(order=order, carrier=delivery, place_id="navoiy", price_uzs=20_000)
    else:
        goods = order.goods_uzs - order.discount_uzs
        await Order.filter(id=order.id).update(delivery_uzs=0, total_uzs=goods)
    return await Order.get(id=order.id)


async def invoice_in(chatter: Chatter) -> Message:
    return await chatter.person.wait_for(lambda message: "invoice" in message)


async def settled_status(order: Order) -> OrderStatus:
    """The order's state once it no longer waits for money."""
    now = await until(lambda: Order.get(id=order.id), lambda now: now.status is not OrderStatus.AWAITING_PAYMENT)
    return OrderStatus(now.status)


def test_MONEY_INT() -> None:
    for amount in (1, 999, 10**12):
        assert from_smallest(to_smallest(amount)) == amount
    assert from_smallest(150) is None


async def test_an_invoice_is_paid_to_the_som(services: Services, fan: Chatter) -> None:
    order = await order_for(fan, "pickup")
    await send_invoice(services, order, fan.person.id)
    await send_invoice(services, order, fan.person.id)
    message = await invoice_in(fan)
    assert message["invoice"]["currency"] == "UZS"
    assert message["invoice"]["total_amount"] == order.total_uzs * 100
    assert sum("invoice" in one for one in await fan.person.messages()) == 1
    outcome = await fan.person.pay(message)
    assert outcome["ok"], outcome
    assert await settled_status(order) is OrderStatus.PAID
    payment = await Payment.get(order_id=order.id)
    assert (payment.provider, payment.amount_uzs) == ("telegram", order.total_uzs)
    assert payment.external_id == outcome["telegram_payment_charge_id"]
    again = await fan.person.pay(message)
    assert (again["ok"], again["status"]) == (False, "declined")


async def test_a_shipping_option_joins_the_total(services: Services, fan: Chatter) -> None:
    order = await order_for(fan)
    await send_invoice(services, order, fan.person.id)
    outcome = await fan.person.pay(await invoice_in(fan))
    assert outcome["ok"], outcome
    assert await settled_status(order) is OrderStatus.PAID
    delivery, fresh = await Delivery.get(order_id=order.id), await Order.get(id=order.id)
    assert (delivery.carrier, delivery.place_id, delivery.price_uzs) == ("courier", "tashkent", 30_000)
    assert "Navoiy" in delivery.address and delivery.contact_phone
    assert fresh.total_uzs == order.total_uzs + 30_000 == (await Payment.get(order_id=order.id)).amount_uzs


async def test_options_are_priced_by_city(services: Services, fan: Chatter) -> None:
    order = await order_for(fan)
    options = await shipping_options(services, order.number, fan.person.id, HOME, "ru")
    prices = {option.id: sum(price.amount for price in option.prices) for option in options}
    assert prices["courier:samarkand"] == 4_500_000 and prices["pickup:navoiy"] == 0
    abroad = HOME.model_copy(update={"country_code": "GR"})
    with pytest.raises(Invalid, match="ops-ship-only-uzbekistan"):
        await shipping_options(services, order.number, fan.person.id, abroad, "ru")
    with pytest.raises(Conflict):
        await shipping_options(services, order.number, fan.person.id + 1, HOME, "ru")


@pytest.mark.parametrize("option", ["boxnow:101", "courier:atlantis", "courier", "", "pickup:"])
async def test_an_option_nobody_offered_is_refused(services: Services, fan: Chatter, option: str) -> None:
    order = await order_for(fan)
    with pytest.raises(Invalid):
        await take_shipping(services, order.number, fan.person.id, option, None)
    assert (await Order.get(id=order.id)).total_uzs == order.total_uzs


async def test_somebody_elses_order_is_not_changed(services: Services, fan: Chatter) -> None:
    order = await order_for(fan)
    info = OrderInfo(name="Begona", phone_number="998", shipping_address=HOME)
    with pytest.raises(Conflict, match="payment-other-owner"):
        await take_shipping(services, order.number, fan.person.id + 1, "courier:tashkent", info)
    assert not await Delivery.filter(order_id=order.id).exists()


async def test_AMOUNT_EXACT(services: Services, fan: Chatter) -> None:
    order = await order_for(fan, "pickup")
    for amount in (order.total_uzs - 1, order.total_uzs + 1, order.total_uzs * 100, -order.total_uzs, 0, 2**63):
        with pytest.raises(Conflict, match="payment-wrong-amount"):
            await check_checkout(order.number, fan.person.id, "UZS", amount)
    with pytest.raises(Conflict, match="payment-wrong-amount"):
        await check_checkout(order.number, fan.person.id, "USD", order.total_uzs)
    assert await check_checkout(order.number, fan.person.id, "UZS", order.total_uzs)


async def test_a_link_for_the_mini_app_carries_the_same(services: Services, playground: Control, fan: Chatter) -> None:
    order = await order_for(fan, "pickup")
    await Order.filter(id=order.id).update(payment_provider="telegram")
    link = await pay_link(services, await Order.get(id=order.id), "uz")
    invoice = await playground.call("GET", f"/invoices/{link.rpartition('/')[2]}")
    assert (invoice["amount"], invoice["currency"]) == (order.total_uzs * 100, "UZS")


async def test_a_refund_of_this_rail_is_made_by_hand(services: Services, fan: Chatter) -> None:
    order = await order_for(fan, "pickup")
    payment = await record_payment(
        Receipt("telegram", "charge-1", order.number, fan.person.id, amount_uzs=order.total_uzs)
    )
    assert payment.status is PaymentStatus.SUCCEEDED
    await refund_order(await Order.get(id=order.id), "ops-refund-by-operator")
    refund = await Refund.get(payment_id=payment.id)
    await refund_payment(Bench(services, "test"), str(refund.id))
    fresh = await Refund.get(id=refund.id)
    assert fresh.by_hand and fresh.status is RefundStatus.REQUESTED


async def test_the_bot_asks_telegram_for_shipping_queries(
    services: Services, listener: Listener, playground: Control
) -> None:
    from admin import chat
    from handlers import build_dispatcher

    kinds = build_dispatcher(services, (chat.build_router(),)).resolve_used_update_types()
    assert {"shipping_query", "pre_checkout_query"} <= set(kinds)


async def test_an_order_in_production_is_not_invoiced(services: Services, fan: Chatter) -> None:
    with pytest.raises(Conflict, match="payment-already-paid"):
        await send_invoice(services, await sold("pickup", "navoiy"), fan.person.id)
