"""Orders nobody paid in time are closed, and what they held is given back."""

import logging
from datetime import UTC, datetime

from tortoise.expressions import Subquery
from tortoise.transactions import in_transaction

from bot.outbox import write_job
from bot.shelf.promos import release_promo
from bot.shelf.stock import release_stock
from bot.states import videos
from bot.states.attempts import change_attempt
from bot.states.orders import ALLOWED, change_order
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderItem, OrderStatus
from db.videos import Video, VideoStatus

log = logging.getLogger("stario.expiry")
_AT_ONCE = 200
_UNPAID = (OrderStatus.DRAFT, OrderStatus.AWAITING_PAYMENT)
TIMED_OUT = 4  # Payme's code for it


async def expire_orders() -> int:
    """Closes late orders whose payer no provider is waiting for; how many."""
    held = Subquery(PaymentAttempt.filter(status=AttemptStatus.PENDING).values("order_id"))
    late = (
        Order.filter(status=OrderStatus.AWAITING_PAYMENT, expires_at__lt=datetime.now(UTC))
        .exclude(id__in=held)  # else many that wait would hide the rest
        .order_by("expires_at")
    )
    return sum([await _expire_order(order) for order in await late.limit(_AT_ONCE)])


async def _expire_order(order: Order) -> bool:
    """One order that cannot be closed never keeps the others waiting."""
    try:
        return await close_unpaid(order, OrderStatus.EXPIRED)
    except Exception:
        log.exception("order %s could not be closed", order.number)
        return False


async def close_unpaid(order: Order, status: OrderStatus) -> bool:
    """Ends an order that waits for its money, as expired or cancelled, with all that hangs on it.

    A draft may be cancelled too. False when it no longer waits, or a provider holds it for a payer.
    """
    async with in_transaction():
        current = await Order.select_for_update().get(id=order.id)
        if await PaymentAttempt.filter(order_id=order.id, status=AttemptStatus.PENDING).exists():
            return False
        if current.status not in _UNPAID or status not in ALLOWED[current.status]:
            return False
        await change_order(order.id, current.status, status)
        await _end_videos(order, status)
        await release_stock(order.id)
        await release_promo(order.id)
        for attempt in await PaymentAttempt.filter(order_id=order.id, status=AttemptStatus.CREATED):
            await change_attempt(attempt, AttemptStatus.CREATED, AttemptStatus(status.value))
        await write_job("close_link", f"close_link:{order.id}:{status}", order_id=order.id)
    return True


async def _end_videos(order: Order, status: OrderStatus) -> None:
    ids = await OrderItem.filter(order_id=order.id).exclude(video_id=None).values_list("video_id", flat=True)
    ended = VideoStatus.EXPIRED if status is OrderStatus.EXPIRED else VideoStatus.CANCELLED
    for video in await Video.filter(id__in=ids):
        if ended in videos.ALLOWED[video.status]:  # one that was refused has ended already
            await videos.change_video(video.id, video.status, ended)


async def expire_attempts() -> int:
    """Ends tries whose provider has had its time (Payme: twelve hours); how many."""
    now = datetime.now(UTC)
    late = await PaymentAttempt.filter(status=AttemptStatus.PENDING, expires_at__lt=now).limit(_AT_ONCE)
    return sum([await expire_attempt(attempt, now) for attempt in late])


async def expire_attempt(attempt: PaymentAttempt, now: datetime) -> bool:
    """Pending → expired; what it held is free for another try, or goes with the order.

    It stands in line for the order's lock, so that money which is being booked for it is never cut off.
    """
    async with in_transaction():
        await Order.select_for_update().get(id=attempt.order_id)
        return await change_attempt(
            attempt,
            AttemptStatus.PENDING,
            AttemptStatus.EXPIRED,
            cancelled_ms=int(now.timestamp() * 1000),
            reason=TIMED_OUT,
        )
