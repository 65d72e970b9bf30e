"""Closes pay pages of an order that no longer waits for money, where the provider lets us."""

from uuid import UUID

from bot.services import Services
from db.attempts import PaymentAttempt
from db.orders import Order, OrderStatus
from workers.rows import Bench


async def close_link(bench: Bench, order_id: str) -> None:
    order = await Order.get(id=UUID(order_id))
    if order.status is OrderStatus.AWAITING_PAYMENT:
        return
    for attempt in await PaymentAttempt.filter(order_id=order.id).exclude(link=""):
        await _close_page(bench.services, attempt)


async def _close_page(services: Services, attempt: PaymentAttempt) -> None:
    """Payme and Click ask us before they take money, so their pages need no closing."""
