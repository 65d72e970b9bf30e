"""Closes pay pages of an order that no longer waits for money, where the provider lets us."""

from uuid import UUID

from bot.rails.stripe.checkout import close_page
from bot.services import Services
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderStatus
from workers.rows import Bench

_UNPAID = (AttemptStatus.CREATED, AttemptStatus.PENDING, AttemptStatus.CANCELLED, AttemptStatus.EXPIRED)


async def close_link(bench: Bench, order_id: str) -> None:
    order = await Order.get(id=UUID(order_id))
    if order.status is OrderStatus.AWAITING_PAYMENT:
        return
    for attempt in await PaymentAttempt.filter(order_id=order.id, status__in=_UNPAID).exclude(link=""):
        await _close_page(bench.services, attempt)


async def _close_page(services: Services, attempt: PaymentAttempt) -> None:
    """Payme and Click ask us before they take money, so their pages need no closing."""
    if attempt.provider == "stripe":
        await close_page(services, attempt)
