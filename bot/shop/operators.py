"""What an operator does about an order: looks it up, notes where the parcel is, prints, sends money back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

from tortoise.transactions import in_transaction

from bot.errors import NotFound
from bot.money.payments import refund_order
from bot.money.refunds import finish_refund, waiting_by_hand
from bot.outbox import reopen_job, write_job
from bot.parcels.deliveries import note_by_hand
from bot.parcels.parcels import parcel_label
from bot.pasted.lines import tidy_token
from bot.people.permissions import Permission, require
from bot.services import Services
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem
from db.posters import PosterStatus
from db.users import User

Step = Literal["handed", "ready", "delivered"]
# What is noted by hand: the event's name, and the state it leads to.
_STEPS: dict[Step, tuple[str, DeliveryStatus]] = {
    "handed": ("handed-over", DeliveryStatus.IN_TRANSIT),
    "ready": ("ready", DeliveryStatus.IN_FINAL_DESTINATION),
    "delivered": ("delivered", DeliveryStatus.DELIVERED),
}


async def find_by_number(staff: User, number: str) -> Order:
    """The order of a number as people write it (`№ 12345678`). Raises Forbidden, NotFound."""
    require(staff, Permission.HANDLE_ORDERS)
    return _found(await Order.get_or_none(number=tidy_token(number).removeprefix("No").lstrip("№#:.")[:12]))


async def find_by_id(staff: User, order_id: UUID) -> Order:
    """Raises Forbidden, NotFound."""
    require(staff, Permission.HANDLE_ORDERS)
    return _found(await Order.get_or_none(id=order_id))


def _found(order: Order | None) -> Order:
    if order is None:
        raise NotFound("ops-order-unknown")
    return order


async def note_step(staff: User, order: Order, step: Step) -> None:
    """Where a parcel is that no carrier reports on. Raises Forbidden, Conflict when it is elsewhere already."""
    require(staff, Permission.HANDLE_ORDERS)
    await note_by_hand(order, *_STEPS[step])


async def read_label(services: Services, staff: User, order: Order) -> bytes:
    """The carrier's label, a PDF. Raises Forbidden, and what the carrier refuses."""
    require(staff, Permission.HANDLE_ORDERS)
    return await parcel_label(services, await Delivery.get(order_id=order.id))


async def read_prints(services: Services, staff: User, order: Order) -> AsyncIterator[tuple[str, bytes]]:
    """Name and PDF of every design in the order that is drawn, each once. Raises Forbidden."""
    require(staff, Permission.HANDLE_ORDERS)
    items = await OrderItem.filter(order_id=order.id).exclude(poster_id=None).select_related("poster")
    posters = {item.poster.id: item.poster for item in items if item.poster is not None}
    for poster in posters.values():
        if poster.status is PosterStatus.READY:
            yield f"print-{order.number}-{poster.code}.pdf", await services.store.get(poster.pdf_key)


async def ask_carrier_again(staff: User, order: Order) -> None:
    """After whatever made the carrier refuse was put right. Raises Forbidden."""
    require(staff, Permission.HANDLE_ORDERS)
    await Delivery.filter(order_id=order.id, status=DeliveryStatus.CHOSEN).update(failure="")
    await reopen_job(f"request_delivery:{order.id}")


async def refund_whole(staff: User, order: Order) -> None:
    """All that was paid goes back over the rail it came by, and the parcel is called off. Raises Forbidden."""
    require(staff, Permission.REFUND)
    async with in_transaction():
        await refund_order(order, "ops-refund-by-operator")
        await write_job("cancel_delivery", f"cancel_delivery:{order.id}", order_id=order.id)


async def note_sent_back(staff: User, order: Order) -> bool:
    """A person of ours has sent the money back in the provider's cabinet; False where none waited for that."""
    require(staff, Permission.REFUND)
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    done = [await finish_refund(refund, f"by hand {today}") for refund in await waiting_by_hand(order)]
    return any(done)
