"""Closes pay pages of an order that no longer waits for money, where the provider lets us."""

from uuid import UUID

from bot.rails.table import RAILS
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderStatus
from workers.rows import Bench

_UNPAID = (AttemptStatus.CREATED, AttemptStatus.PENDING, AttemptStatus.CANCELLED, AttemptStatus.EXPIRED)


async def close_link(bench: Bench, order_id: str) -> None:
    order = await Order.get(id=UUID(order_id))
    if order.status is OrderStatus.AWAITING_PAYMENT:
        return
    for attempt in await PaymentAttempt.filter(order_id=order.id, status__in=_UNPAID).exclude(link=""):
        close = RAILS[attempt.provider].close
        if close is not None:
            await close(bench.services, attempt)
