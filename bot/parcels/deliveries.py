"""A parcel's way to its buyer: one table of states, moved by events in the order of the carrier's own clock."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.transactions import in_transaction

from bot.adapters.carriers import ParcelEvent, Place
from bot.alerts import open_alert
from bot.errors import Conflict
from bot.money.attempts import active_attempt
from bot.money.orders import lock_order
from bot.outbox import write_job
from bot.states.deliveries import ALLOWED, follow_events
from bot.states.orders import PAID, change_order
from db.deliveries import Delivery, DeliveryEvent, DeliveryStatus
from db.orders import Order, OrderStatus

S = DeliveryStatus
_TROUBLE = (S.EXPIRED_RETURN, S.RETURNED, S.LOST, S.MISSING)  # a person of ours must look
_PARCEL_ID, _NUMBER = 64, 40  # the longest of their columns
_SAME_MOMENT = timedelta(seconds=2)  # the same thing told twice, by a call and by an answer
BUSY = (OrderStatus.PAID, OrderStatus.IN_PRODUCTION)


async def choose_delivery(
    number: str, carrier: str, place: Place, address: str = "", contact_name: str = "", contact_phone: str = ""
) -> Order:
    """Sets or changes where an order that waits for its money goes; its total follows, in one transaction.

    Contacts that are not given stay as they were. Raises Conflict when the order is closed, paid, or being paid.
    """
    async with in_transaction():
        order = await lock_order(number)
        if order.status is not OrderStatus.AWAITING_PAYMENT:
            raise Conflict("payment-already-paid" if order.status in PAID else "payment-order-closed")
        if await active_attempt(order) is not None:
            raise Conflict("payment-attempt-active")
        chosen = {
            "carrier": carrier,
            "place_id": place.id,
            "place_name": place.name,
            "address": address,
            "contact_name": contact_name,
            "contact_phone": contact_phone,
            "price_uzs": place.price_uzs,
        }
        delivery = await Delivery.get_or_none(order_id=order.id) or Delivery(order=order)
        kept = {"contact_name", "contact_phone"}
        delivery.update_from_dict({k: v for k, v in chosen.items() if v or k not in kept})
        await delivery.save()
        total = order.goods_uzs - order.discount_uzs + place.price_uzs
        await Order.filter(id=order.id).update(delivery_uzs=place.price_uzs, total_uzs=total)
    return await Order.get(id=order.id).select_related("user")


async def record_event(event: ParcelEvent) -> bool:
    """Keeps an event and lets the parcel follow; False for one that was here before, or of no parcel of ours.

    A late event is kept and told, but moves nothing back. Delivered ends the order; trouble calls a person.
    """
    known = await _find_delivery(event)
    if known is None:
        return False
    async with in_transaction():
        order = await Order.select_for_update().get(id=known.order_id)
        delivery = await Delivery.select_for_update().get(id=known.id)
        if await _was_told(delivery, event):
            return False
        told = await DeliveryEvent.create(
            delivery=delivery,
            event_id=event.id[:80],
            event=event.event,
            state=event.state[:24],
            place=event.place[:200],
            happened_at=event.happened_at,
        )
        await _follow_events(order, delivery, event)
        await write_job("tell_parcel", f"tell_parcel:{told.id}", event_id=told.id)
    return True


async def _find_delivery(event: ParcelEvent) -> Delivery | None:
    if 0 < len(event.parcel_id) <= _PARCEL_ID:
        found = await Delivery.get_or_none(parcel_id=event.parcel_id)
        if found is not None:
            return found
    return await Delivery.get_or_none(request_number=event.number) if 0 < len(event.number) <= _NUMBER else None


async def _was_told(delivery: Delivery, event: ParcelEvent) -> bool:
    if await DeliveryEvent.filter(event_id=event.id[:80]).exists():
        return True
    near = (event.happened_at - _SAME_MOMENT, event.happened_at + _SAME_MOMENT)
    return await DeliveryEvent.filter(
        delivery_id=delivery.id, event=event.event, happened_at__gte=near[0], happened_at__lte=near[1]
    ).exists()


async def _follow_events(order: Order, delivery: Delivery, event: ParcelEvent) -> None:
    columns: dict[str, Any] = {}
    if event.pin:
        delivery.parcel_pin = event.pin
        await delivery.save(update_fields=["parcel_pin"])
    if event.parcel_id and not delivery.parcel_id:
        columns["parcel_id"] = event.parcel_id
    if delivery.event_at is None or event.happened_at > delivery.event_at:
        columns["event_at"] = event.happened_at
    status = await follow_events(delivery, **columns)
    if status is S.DELIVERED and delivery.delivered_at is None:
        await Delivery.filter(id=delivery.id).update(delivered_at=event.happened_at)
    if status is delivery.status:
        return
    if status is S.DELIVERED:
        await _finish_order(order)
    if status in _TROUBLE:
        await open_alert(
            "delivery", f"delivery:{delivery.id}:{status}", f"ops-alert-parcel-{status}", number=order.number
        )


async def _finish_order(order: Order) -> None:
    """The buyer has everything. A refunded order stays refunded."""
    await change_order(order.id, OrderStatus.PAID, OrderStatus.IN_PRODUCTION)
    await change_order(order.id, OrderStatus.IN_PRODUCTION, OrderStatus.FULFILLED)


async def note_by_hand(order: Order, event: str, state: DeliveryStatus) -> bool:
    """Staff say what happened to a parcel that no machine follows; the same tap twice is one event.

    Raises Conflict when that cannot follow the state it is in.
    """
    delivery = await Delivery.get(order_id=order.id)
    if state is delivery.status:
        return False
    if order.status not in BUSY or not delivery.request_number or state not in ALLOWED[delivery.status]:
        raise Conflict("ops-parcel-moved-on")
    return await record_event(
        ParcelEvent(
            id=f"{delivery.id}:{event}",
            parcel_id="",
            number=delivery.request_number,
            event=event,
            state=state,
            place="",
            happened_at=datetime.now(UTC),
        )
    )
