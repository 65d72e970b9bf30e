"""What may follow what in an order's life, and the only place where its state is written."""

from typing import Any
from uuid import UUID

from db.orders import Order, OrderStatus

S = OrderStatus
ALLOWED: dict[OrderStatus, set[OrderStatus]] = {
    S.DRAFT: {S.AWAITING_PAYMENT, S.PAID, S.CANCELLED},  # being put together, or its words are in review
    S.AWAITING_PAYMENT: {S.PAID, S.EXPIRED, S.CANCELLED},  # total frozen, an invoice is out
    S.PAID: {S.IN_PRODUCTION, S.REFUNDED},  # money is here, or none was due
    S.IN_PRODUCTION: {S.FULFILLED, S.REFUNDED},  # somebody works on it
    S.FULFILLED: {S.REFUNDED},  # the buyer has it
    S.EXPIRED: set(),  # nobody paid in time
    S.CANCELLED: set(),  # the buyer or a person of ours stopped it
    S.REFUNDED: set(),  # the money went back
}
PAID = (S.PAID, S.IN_PRODUCTION, S.FULFILLED)  # its money is here


async def change_order(order_id: UUID, expected: OrderStatus, status: OrderStatus, **columns: Any) -> bool:
    """Moves an order on; False when it was no longer in `expected`, so that a race or a repeat does nothing."""
    if status not in ALLOWED[expected]:
        raise ValueError(f"an order never goes from {expected} to {status}")
    return bool(await Order.filter(id=order_id, status=expected).update(status=status, **columns))
