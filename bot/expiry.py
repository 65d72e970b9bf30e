"""Orders nobody paid in time are closed, and what they held is given back."""

from datetime import UTC, datetime

from tortoise.transactions import in_transaction

from bot.attempts import change_attempt
from bot.orders import change_order
from bot.outbox import write_job
from bot.promos import release_promo
from bot.stock import release_stock
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderItem, OrderStatus
from db.videos import Video, VideoStatus

_AT_ONCE = 200
TIMED_OUT = 4  # Payme's code for it


async def expire_orders() -> int:
    """Closes late orders whose payer no provider is waiting for; how many."""
    late = await Order.filter(status=OrderStatus.AWAITING_PAYMENT, expires_at__lt=datetime.now(UTC)).limit(
        _AT_ONCE
    )
    return sum([await close_unpaid(order, OrderStatus.EXPIRED) for order in late])


async def close_unpaid(order: Order, status: OrderStatus) -> bool:
    """Ends an order that waits for its money, as expired or cancelled, with all that hangs on it.

    False when it no longer waits, or a provider holds it for a payer.
    """
    async with in_transaction():
        await Order.select_for_update().get(id=order.id)
        if await PaymentAttempt.filter(order_id=order.id, status=AttemptStatus.PENDING).exists():
            return False
        if not await change_order(order.id, OrderStatus.AWAITING_PAYMENT, status):
            return False
        videos = (
            await OrderItem.filter(order_id=order.id)
            .exclude(video_id=None)
            .values_list("video_id", flat=True)
        )
        ended = VideoStatus.EXPIRED if status is OrderStatus.EXPIRED else VideoStatus.CANCELLED
        await Video.filter(id__in=videos, status=VideoStatus.AWAITING_PAYMENT).update(status=ended)
        await release_stock(order.id)
        await release_promo(order.id)
        for attempt in await PaymentAttempt.filter(order_id=order.id, status=AttemptStatus.CREATED):
            await change_attempt(attempt, AttemptStatus.CREATED, AttemptStatus(status.value))
        await write_job("close_link", f"close_link:{order.id}:{status}", order_id=order.id)
    return True


async def expire_attempts() -> int:
    """Ends tries whose provider has had its time (Payme: twelve hours); how many."""
    now = datetime.now(UTC)
    late = await PaymentAttempt.filter(status=AttemptStatus.PENDING, expires_at__lt=now).limit(_AT_ONCE)
    return sum([await expire_attempt(attempt, now) for attempt in late])


async def expire_attempt(attempt: PaymentAttempt, now: datetime) -> bool:
    """Pending → expired; what it held is free for another try, or goes with the order."""
    return await change_attempt(
        attempt, AttemptStatus.PENDING, AttemptStatus.EXPIRED,
        cancelled_ms=int(now.timestamp() * 1000), reason=TIMED_OUT,
    )  # fmt: skip
