"""What is kept of a buyer's parcels: whom to call and where to go."""

from typing import Any

from tortoise.models import Model

from bot.errors import Conflict
from bot.parcels.deliveries import BUSY
from bot.parcels.parcels import MOVING
from bot.services import Services
from db.deliveries import Delivery, DeliveryEvent
from db.orders import Order
from db.plain import plain_row
from db.users import User

KEEPS: tuple[type[Model], ...] = (Delivery, DeliveryEvent)
_PERSONAL = ("place_id", "place_name", "address", "contact_name", "contact_phone", "contact_email")
_WAY = ("carrier", "status", "price_uzs", "parcel_id", "tracking_url", "created_at", "requested_at", "delivered_at")
_EVENT = ("event", "state", "place", "happened_at")


async def refuse(user: User) -> None:
    """Raises Conflict while something paid for has not reached its buyer, or a carrier has a parcel of theirs."""
    owed = Order.filter(user_id=user.id, status__in=BUSY, goods_uzs__gt=0)
    moving = Delivery.filter(order__user_id=user.id, status__in=MOVING)
    if await owed.exists() or await moving.exists():
        raise Conflict("settings-erase-parcel")


async def forget(services: Services, user: User) -> None:
    """Carrier, price and times stay with the books; so does the parcel's number, which the carrier bills by."""
    mine = await Delivery.filter(order__user_id=user.id).values_list("id", flat=True)
    texts = dict.fromkeys((*_PERSONAL, "parcel_pin", "tracking_url"), "")
    await Delivery.filter(id__in=mine).update(**texts)
    await DeliveryEvent.filter(delivery_id__in=mine).update(place="")


async def export(services: Services, user: User) -> list[dict[str, Any]]:
    """Without the PIN: it opens a locker to whoever reads it."""
    deliveries = Delivery.filter(order__user_id=user.id).select_related("order").order_by("created_at")
    return [await _describe(delivery) for delivery in await deliveries]


async def _describe(delivery: Delivery) -> dict[str, Any]:
    events = await DeliveryEvent.filter(delivery_id=delivery.id).order_by("happened_at")
    return {
        "order": delivery.order.number,
        **plain_row(delivery, *_WAY, *_PERSONAL),
        "events": [plain_row(event, *_EVENT) for event in events],
    }
