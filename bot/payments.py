"""Money: taken once, exactly, for an order that waits for it; whatever else comes goes back."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tortoise.transactions import in_transaction

from bot.errors import Conflict
from bot.orders import change_order
from bot.outbox import write_job
from bot.videos import change_video, ring_render
from db.orders import Order, OrderItem, OrderStatus
from db.payments import Payment, PaymentStatus
from db.videos import VideoStatus


@dataclass(frozen=True)
class Receipt:
    """What a provider says it took: `external_id` is the provider's own, unique name of the payment."""

    provider: str
    external_id: str
    order_number: str
    payer_id: int | None
    amount_uzs: int = 0
    amount_xtr: int = 0


async def check_checkout(number: str, telegram_id: int, currency: str, amount: int) -> Order:
    """The order a pre-checkout may go on with. Raises Conflict with the reason to decline."""
    order = await Order.get_or_none(number=number).select_related("user")
    if order is None:
        raise Conflict("payment-no-order")
    if order.user.telegram_id != telegram_id:
        raise Conflict("payment-other-owner")
    if order.status in (OrderStatus.PAID, OrderStatus.IN_PRODUCTION, OrderStatus.FULFILLED):
        raise Conflict("payment-already-paid")
    if order.status is not OrderStatus.AWAITING_PAYMENT or _is_late(order):
        raise Conflict("payment-order-closed")
    if currency != "XTR" or amount != order.total_xtr:
        raise Conflict("payment-wrong-amount")
    return order


def _is_late(order: Order) -> bool:
    return order.expires_at is not None and order.expires_at < datetime.now(UTC)


async def record_payment(receipt: Receipt) -> Payment:
    """Books a payment once: order → paid, video → queued, outbox row, in one transaction.

    The same receipt again returns the payment that is there and does nothing. Money for an order that no
    longer waits, or of a wrong amount, is kept as surplus and sent back.
    """
    async with in_transaction():
        # The row lock makes two receipts for one order stand in line; the order decides, not the hour.
        order = await Order.select_for_update().get(number=receipt.order_number)
        known = await Payment.get_or_none(provider=receipt.provider, external_id=receipt.external_id)
        if known is not None:
            return known
        wanted = _fits(order, receipt) and await change_order(
            order.id, OrderStatus.AWAITING_PAYMENT, OrderStatus.PAID,
            paid_at=datetime.now(UTC), payment_provider=receipt.provider,
        )  # fmt: skip
        payment = await Payment.create(
            order=order,
            provider=receipt.provider,
            external_id=receipt.external_id,
            payer_id=receipt.payer_id,
            amount_uzs=receipt.amount_uzs,
            amount_xtr=receipt.amount_xtr,
            status=PaymentStatus.SUCCEEDED if wanted else PaymentStatus.SURPLUS,
        )
        if wanted:
            await _start_production(order)
        else:
            await _send_back(payment, "payment-refund-surplus")
    return payment


def _fits(order: Order, receipt: Receipt) -> bool:
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return False
    return (
        receipt.amount_xtr == order.total_xtr if receipt.amount_xtr else receipt.amount_uzs == order.total_uzs
    )


async def _start_production(order: Order) -> None:
    for item in await OrderItem.filter(order_id=order.id, kind="video").select_related("video"):
        video = item.video
        if video and await change_video(
            video.id, VideoStatus.AWAITING_PAYMENT, VideoStatus.QUEUED, queued_at=datetime.now(UTC)
        ):
            await ring_render(video)


async def refund_order(order: Order, reason: str) -> None:
    """Sends back what was paid for an order and closes it, in the caller's transaction."""
    for payment in await Payment.filter(order_id=order.id, status=PaymentStatus.SUCCEEDED):
        await _send_back(payment, reason)
    current = await Order.get(id=order.id)
    if current.status in (OrderStatus.PAID, OrderStatus.IN_PRODUCTION, OrderStatus.FULFILLED):
        await change_order(order.id, current.status, OrderStatus.REFUNDED)
    elif current.status in (OrderStatus.DRAFT, OrderStatus.AWAITING_PAYMENT):
        await change_order(order.id, current.status, OrderStatus.CANCELLED)


async def _send_back(payment: Payment, reason: str) -> None:
    await Payment.filter(id=payment.id).update(refund_reason=reason)
    await write_job("refund_payment", f"refund_payment:{payment.id}", payment_id=payment.id)


async def mark_refunded(payment: Payment) -> bool:
    """The provider has sent the money back; True the first time only."""
    return bool(
        await Payment.filter(id=payment.id)
        .exclude(status=PaymentStatus.REFUNDED)
        .update(status=PaymentStatus.REFUNDED, refunded_at=datetime.now(UTC))
    )
