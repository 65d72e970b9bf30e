"""What is kept of a person's money: orders and what was paid. The books stay, and say nobody's name."""

from collections.abc import Collection
from typing import Any

from tortoise.models import Model

from bot.errors import Conflict
from bot.money.expiry import close_unpaid
from bot.services import Services
from db.alerts import Alert
from db.attempts import AttemptStatus, PaymentAttempt
from db.fiscal import FiscalReceipt
from db.orders import Order, OrderItem, OrderStatus
from db.payments import Payment, PaymentStatus
from db.plain import plain_row
from db.refunds import Refund, RefundStatus
from db.users import User

KEEPS: tuple[type[Model], ...] = (Order, OrderItem, PaymentAttempt, Payment, Refund, FiscalReceipt)
_UNPAID = (OrderStatus.DRAFT, OrderStatus.AWAITING_PAYMENT)
_UNFINISHED = (OrderStatus.PAID, OrderStatus.IN_PRODUCTION)
_RETURNING = (RefundStatus.REQUESTED, RefundStatus.SENT)
_SUMS = ("total_uzs", "total_xtr", "goods_uzs", "discount_uzs", "delivery_uzs", "refunded_uzs", "promo_code")
_ORDER = ("number", "status", *_SUMS, "payment_provider", "source", "language", "invoice_chat_id")
_ITEM = ("kind", "title", "quantity", "price_uzs", "price_xtr", "discount_uzs")
_MONEY = ("provider", "status", "amount_uzs", "amount_xtr")
_REFUND = ("status", "amount_uzs", "amount_xtr", "created_at", "finished_at")
_RECEIPT = ("kind", "receipt_id", "terminal_id", "fiscal_sign", "qr_code_url", "date")


async def refuse(user: User) -> None:
    """Raises Conflict while a provider takes money of theirs, or owes it back with us."""
    if await PaymentAttempt.filter(order__user_id=user.id, status=AttemptStatus.PENDING).exists():
        raise Conflict("payment-attempt-active")
    if await _is_owed(user):
        raise Conflict("settings-erase-money")


async def _is_owed(user: User) -> bool:
    """Whether money is on its way back, or should be: sending it needs to know to whom."""
    if await Order.filter(user_id=user.id, status__in=_UNFINISHED).exists():
        return True  # for what was paid and neither made nor sent, others have spoken before
    if await Refund.filter(payment__order__user_id=user.id, status__in=_RETURNING).exists():
        return True
    payments = await Payment.filter(order__user_id=user.id)
    failed = Alert.filter(key__in=[f"refund-failed:{payment.id}" for payment in payments], closed_at=None)
    return any(payment.status is PaymentStatus.SURPLUS for payment in payments) or await failed.exists()


async def forget(services: Services, user: User) -> None:
    """Ends what waits for money, so that nothing begins while the rooms forget; then who paid is forgotten.

    Raises Conflict, with nothing forgotten yet, when somebody was faster and has paid.
    """
    for order in await Order.filter(user_id=user.id, status__in=_UNPAID):
        await close_unpaid(order, OrderStatus.CANCELLED)
    await refuse(user)
    await _forget_payer(user, await Order.filter(user_id=user.id).values_list("id", flat=True))


async def _forget_payer(user: User, mine: Collection[Any]) -> None:
    await Payment.filter(order_id__in=mine).update(payer_id=None)
    await PaymentAttempt.filter(order_id__in=mine).update(payer_id=None)
    await Order.filter(id__in=mine).update(invoice_chat_id=None, invoice_message_id=None, request_key=None)


async def export(services: Services, user: User) -> list[dict[str, Any]]:
    return [await _describe(user, order) for order in await Order.filter(user_id=user.id).order_by("created_at")]


async def _describe(user: User, order: Order) -> dict[str, Any]:
    items = await OrderItem.filter(order_id=order.id).order_by("id")
    attempts = await PaymentAttempt.filter(order_id=order.id).order_by("id")
    payments = await Payment.filter(order_id=order.id).order_by("created_at")
    return {
        **plain_row(order, *_ORDER, "created_at", "expires_at", "paid_at"),
        "items": [plain_row(item, *_ITEM) for item in items],
        "attempts": [plain_row(attempt, *_MONEY, "created_at", "finished_at") for attempt in attempts],
        "payments": [await _describe_payment(user, payment) for payment in payments],
    }


async def _describe_payment(user: User, payment: Payment) -> dict[str, Any]:
    refunds = await Refund.filter(payment_id=payment.id).order_by("created_at")
    receipts = await FiscalReceipt.filter(payment_id=payment.id).order_by("created_at")
    return {
        **plain_row(payment, *_MONEY, "external_id", "created_at", "refunded_at"),
        "payer_id": payment.payer_id if payment.payer_id == user.telegram_id else None,  # a friend may have paid
        "refunds": [plain_row(refund, *_REFUND) for refund in refunds],
        "receipts": [plain_row(receipt, *_RECEIPT) for receipt in receipts],
    }
