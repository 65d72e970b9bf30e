"""Orders on their way: paid for, with a place to go, and the playground's BOX NOW that carries them."""

from typing import Any

from bot.money.payments import record_payment
from bot.services import Services
from bot.shop.fulfilment import start_order
from db.deliveries import Delivery
from db.orders import Order, OrderStatus
from tests.control import Control
from tests.flows.money.money_world import paid
from tests.flows.rails.rails_world import goods_order
from workers.chores.request_delivery import request_delivery
from workers.rows import Bench

LOCKER = "103"


async def sold(carrier: str, place_id: str = LOCKER, on_telegram: int | None = None) -> Order:
    """A paid order in production, its delivery chosen."""
    order = await goods_order()
    if on_telegram is not None:
        user = await order.user
        user.telegram_id = on_telegram
        await user.save(update_fields=["telegram_id"])
    await Delivery.create(
        order=order,
        carrier=carrier,
        place_id=place_id,
        place_name="Chilonzor",
        address="Navoiy koʻchasi, 1",
        contact_name="Dilnoza",
        contact_phone="+998901234567",
        contact_email="dilnoza@example.uz",
        price_uzs=20_000,
    )
    await record_payment(paid(order, f"paid-{order.number}"))
    await start_order(order.id)
    return await Order.get(id=order.id, status=OrderStatus.IN_PRODUCTION)


async def asked(services: Services, carrier: str, **more: Any) -> tuple[Order, Delivery]:
    """The same, and the carrier was asked."""
    order = await sold(carrier, **more)
    await request_delivery(Bench(services, "test"), str(order.id))
    return order, await Delivery.get(order_id=order.id)


async def move(playground: Control, parcel_id: str, event: str, through: bool = False, delivery: str = "") -> Any:
    body = {"event": event, "through": through, "delivery": delivery}
    return await playground.call("POST", f"/rails/boxnow/parcels/{parcel_id}/move", json=body)
