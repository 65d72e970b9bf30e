"""Operators at work in the staff chat: cards, buttons, labels, refunds and the two commands."""

import pytest

from bot.parcels.parcels import request_parcel
from bot.services import Services
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderStatus
from db.refunds import Refund, RefundStatus
from tests.control import STAFF_CHAT, Control, Message, buttons
from tests.flows.conftest import Listener
from tests.flows.parcels.parcel_world import LOCKER, sold
from tests.flows.talking import Chatter, content
from workers.chores.refund_payment import refund_payment
from workers.rows import Bench
from workers.telling.post_order import post_order


@pytest.fixture
def operator(listener: Listener, playground: Control) -> Chatter:
    return Chatter(playground.person(30001, STAFF_CHAT))


async def carded(services: Services, operator: Chatter, carrier: str, place: str) -> tuple[Order, Message]:
    """An order whose carrier was asked, and its card in the staff chat."""
    order = await sold(carrier, place)
    await request_parcel(services, order.id)
    await post_order(Bench(services, "test"), str(order.id))
    return order, await operator.expect(order.number)


async def state(order: Order) -> tuple[OrderStatus, DeliveryStatus]:
    return (await Order.get(id=order.id)).status, (await Delivery.get(order_id=order.id)).status


@pytest.mark.parametrize(
    ("carrier", "place", "first", "moved"),
    [
        ("courier", "tashkent", "Kuryerga berildi", DeliveryStatus.IN_TRANSIT),
        ("pickup", "navoiy", "Olib ketishga tayyor", DeliveryStatus.IN_FINAL_DESTINATION),
    ],
)
async def test_a_parcel_is_handed_over_by_two_taps(
    services: Services, operator: Chatter, carrier: str, place: str, first: str, moved: DeliveryStatus
) -> None:
    order, card = await carded(services, operator, carrier, place)
    assert "Krujka × 3" in content(card) and "+998901234567" in content(card)
    await post_order(Bench(services, "test"), str(order.id))  # a colleague's card beside it
    await operator.expect(order.number, after=card["message_id"])
    await operator.tap(first)
    assert await state(order) == (OrderStatus.IN_PRODUCTION, moved)
    old = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await operator.tap("Xaridor oldi")
    assert await state(order) == (OrderStatus.FULFILLED, DeliveryStatus.DELIVERED)
    told = await operator.person.press(card, data=old)
    assert "oʻzgargan" in told["text"]
    assert await state(order) == (OrderStatus.FULFILLED, DeliveryStatus.DELIVERED)


async def test_a_label_comes_as_a_document(services: Services, playground: Control, operator: Chatter) -> None:
    order, _ = await carded(services, operator, "boxnow", LOCKER)
    await operator.tap("Yorliq")
    message = await operator.person.wait_for(lambda one: "document" in one)
    assert message["document"]["file_name"] == f"label-{order.number}.pdf"
    assert (await playground.download(message["document"]["file_id"])).startswith(b"%PDF")


async def test_a_refund_asks_first_and_ends_by_hand(services: Services, operator: Chatter) -> None:
    order, _ = await carded(services, operator, "pickup", "navoiy")
    await operator.tap("Pulni qaytarish")
    assert not await Refund.all().exists()
    await operator.tap("Ha, hammasini qaytarish")
    refund = await Refund.get(payment__order_id=order.id)
    await refund_payment(Bench(services, "test"), str(refund.id))
    await operator.tap("Yangilash")
    await operator.tap("Pul qaytarildi")
    assert (await Refund.get(id=refund.id)).status is RefundStatus.SUCCEEDED
    assert (await Order.get(id=order.id)).status is OrderStatus.REFUNDED
    card = await operator.expect("Puli qaytarilgan")
    assert order.number in content(card) and not any("qaytarish" in one for one in buttons(card))


async def test_order_finds_a_card(services: Services, operator: Chatter) -> None:
    order = await sold("pickup", "navoiy")
    await operator.say(f"/order {order.number}")
    assert await operator.expect(f"№ {order.number}")
    await operator.say("/order 123")
    assert await operator.expect("Bunday buyurtma yoʻq")


async def test_reconcile_reports_each_provider(services: Services, operator: Chatter) -> None:
    await operator.say("/reconcile stars")
    assert await operator.expect("stars")
    await operator.say("/reconcile gold")
    assert await operator.expect("Bunday provayder yoʻq")
