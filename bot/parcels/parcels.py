"""Talking to carriers about parcels of ours: asking for one, calling it off, its label, where it is."""

import logging
from datetime import UTC, datetime
from uuid import UUID

from tortoise.transactions import in_transaction

from bot.adapters.carriers import Carrier, CarrierRefused, Consignment, ParcelEvent, Requested
from bot.alerts import close_alert, open_alert
from bot.outbox import write_job
from bot.parcels.deliveries import record_event
from bot.parcels.desk import reach_carrier
from bot.services import Services
from bot.states.deliveries import change_delivery
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem, OrderStatus

log = logging.getLogger("stario.parcels")
S = DeliveryStatus
_STOPPABLE = (S.REQUESTED, S.NEW, S.MISSING)
MOVING = (S.REQUESTED, S.NEW, S.IN_TRANSIT, S.IN_FINAL_DESTINATION, S.EXPIRED_RETURN, S.MISSING)
_MOST_IN_A_BOX = 4  # pieces beyond which the next larger compartment is taken
_LARGEST = 3
_AT_ONCE = 100


async def request_parcel(services: Services, order_id: UUID) -> bool:
    """Asks the carrier for the order's parcel, once; False when there is nothing to ask for.

    A refusal is kept with the delivery and shown to a person. Raises Unavailable, to be tried again.
    """
    order = await Order.get(id=order_id)
    delivery = await Delivery.get(order_id=order_id)
    wanted = delivery.requested_at is None and delivery.status is not S.CANCELED
    if order.status is not OrderStatus.IN_PRODUCTION or not wanted:
        return False
    carrier = reach_carrier(services.settings, delivery.carrier)
    parcel = await pack_parcel(order, delivery)
    if not delivery.request_number:  # events may be here before the answer is; they find the parcel by this
        await Delivery.filter(id=delivery.id).update(request_number=order.number)
    try:
        requested = await carrier.request(parcel)
    except CarrierRefused as refused:
        await _keep_refusal(order, delivery, refused)
        return False
    await _keep_request(order, delivery, requested)
    if (await Delivery.get(id=delivery.id)).status is S.CANCELED:  # called off while we asked
        await carrier.cancel(requested.parcel_id)
    return True


async def pack_parcel(order: Order, delivery: Delivery) -> Consignment:
    items = await OrderItem.filter(order_id=order.id, kind="goods").select_related("variant")
    pieces = sum(item.quantity for item in items)
    largest = max((item.variant.compartment for item in items if item.variant), default=1)
    return Consignment(
        number=order.number,
        used_number=delivery.request_number,
        place_id=delivery.place_id,
        contents=", ".join(f"{item.title} × {item.quantity}" for item in items),
        value_uzs=order.total_uzs - order.delivery_uzs,
        grams=sum(item.variant.grams * item.quantity for item in items if item.variant),
        compartment=min(_LARGEST, largest + (pieces > _MOST_IN_A_BOX)),
        contact_name=delivery.contact_name,
        contact_phone=delivery.contact_phone,
        contact_email=delivery.contact_email,
    )


async def _keep_request(order: Order, delivery: Delivery, requested: Requested) -> None:
    async with in_transaction():
        await Order.select_for_update().get(id=order.id)  # the order's row first, as everywhere
        await Delivery.filter(id=delivery.id).update(
            request_number=requested.number,
            request_id=requested.request_id,
            parcel_id=requested.parcel_id,
            tracking_url=requested.tracking_url,
            requested_at=datetime.now(UTC),
            attempt=delivery.attempt + 1,
            failure="",
        )
        await change_delivery(delivery.id, S.CHOSEN, S.REQUESTED)  # an early event may have moved it already
        await close_alert(f"request:{delivery.id}")
        await write_job("post_order", f"post_order:{order.id}:requested", order_id=order.id)


async def _keep_refusal(order: Order, delivery: Delivery, refused: CarrierRefused) -> None:
    async with in_transaction():
        await Delivery.filter(id=delivery.id).update(failure=f"{refused.key} {refused.code}"[:200])
        await open_alert(
            "delivery",
            f"request:{delivery.id}",
            "ops-alert-carrier-refused",
            number=order.number,
            carrier=delivery.carrier,
            code=refused.code,
        )


async def give_up_request(order_id: UUID) -> None:
    """The carrier did not answer however often it was asked: a person looks."""
    delivery = await Delivery.get(order_id=order_id).select_related("order")
    async with in_transaction():
        await open_alert(
            "delivery",
            f"request:{delivery.id}",
            "ops-alert-carrier-away",
            number=delivery.order.number,
            carrier=delivery.carrier,
        )


async def stop_parcel(services: Services, order_id: UUID) -> None:
    """Calls a parcel off as far as that is possible; one that is on its way is shown to a person.

    What the carrier was asked to stop turns canceled when it says so. Raises Unavailable, to be tried again.
    """
    delivery = await Delivery.get_or_none(order_id=order_id).select_related("order")
    if delivery is None or await change_delivery(delivery.id, S.CHOSEN, S.CANCELED):
        return
    carrier = reach_carrier(services.settings, delivery.carrier)
    if delivery.status in _STOPPABLE and await _call_off(carrier, delivery):
        return
    if delivery.status not in (S.CANCELED, S.RETURNED, S.DELIVERED):
        async with in_transaction():
            await open_alert("delivery", f"stop:{delivery.id}", "ops-alert-parcel-on-way", number=delivery.order.number)


async def _call_off(carrier: Carrier, delivery: Delivery) -> bool:
    try:
        await carrier.cancel(delivery.parcel_id)
    except CarrierRefused as refused:
        log.warning("the parcel of delivery %s goes on: %s", delivery.id, refused.code)
        return False
    if carrier.by_hand:
        await record_event(
            ParcelEvent(
                id=f"{delivery.id}:canceled",
                parcel_id="",
                number=delivery.request_number,
                event="canceled",
                state=S.CANCELED,
                place="",
                happened_at=datetime.now(UTC),
            )
        )
    return True


async def parcel_label(services: Services, delivery: Delivery) -> bytes:
    """The label as PDF. Raises CarrierRefused where there is none, Unavailable."""
    carrier = reach_carrier(services.settings, delivery.carrier)
    if not delivery.parcel_id:
        raise CarrierRefused("delivery-no-label", delivery.carrier)
    return await carrier.label(delivery.request_number)


async def track_parcels(services: Services) -> int:
    """Asks carriers about parcels that are on their way, for events that did not reach us; how many were new."""
    fresh = 0
    moving = Delivery.filter(carrier="boxnow", status__in=MOVING).exclude(parcel_id="")
    for delivery in await moving.order_by("event_at").limit(_AT_ONCE):
        carrier = reach_carrier(services.settings, delivery.carrier)
        try:
            events = await carrier.events(delivery.request_number)
        except CarrierRefused as refused:
            log.warning("the carrier does not tell of delivery %s: %s", delivery.id, refused.code)
            continue
        for event in sorted(events, key=lambda one: one.happened_at):
            fresh += await record_event(event)
    return fresh


async def recall_refunded(services: Services) -> None:
    """Calls off parcels whose order was paid back somewhere else than in the staff chat."""
    stale = Delivery.filter(status__in=(S.CHOSEN, *_STOPPABLE), order__status=OrderStatus.REFUNDED)
    for delivery in await stale.limit(_AT_ONCE):
        await write_job("cancel_delivery", f"cancel_delivery:{delivery.order_id}", order_id=delivery.order_id)
