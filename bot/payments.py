"""Money: taken once, exactly, for an order that waits for it; whatever else comes goes back."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tortoise.transactions import in_transaction

from bot.attempts import (
    PAID,
    Tender,
    active_attempt,
    change_attempt,
    is_late,
    lock_order,
    open_attempt,
)
from bot.errors import Conflict
from bot.ledger import post_entries
from bot.orders import change_order
from bot.outbox import write_job
from bot.promos import release_promo
from bot.refunds import request_refund
from bot.stock import consume_stock, release_stock
from bot.videos import change_video, ring_render
from db.attempts import AttemptStatus, PaymentAttempt
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
    """The order a pre-checkout may go on with; `amount` in Stars, or in whole so'm for UZS.

    Raises Conflict with the reason to decline.
    """
    order = await Order.get_or_none(number=number).select_related("user")
    if order is None:
        raise Conflict("payment-no-order")
    if order.user.telegram_id != telegram_id:
        raise Conflict("payment-other-owner")
    if order.status in PAID:
        raise Conflict("payment-already-paid")
    if order.status is not OrderStatus.AWAITING_PAYMENT or is_late(order):
        raise Conflict("payment-order-closed")
    wanted = {"XTR": order.total_xtr, "UZS": order.total_uzs}.get(currency)
    if not wanted or amount != wanted:
        raise Conflict("payment-wrong-amount")
    if await active_attempt(order) is not None:
        raise Conflict("payment-attempt-active")
    return order


async def record_payment(receipt: Receipt, attempt: PaymentAttempt | None = None) -> Payment:
    """Books a payment once: try → succeeded, order → paid, books, stock and outbox rows, in one transaction.

    The same receipt again returns the payment that is there and does nothing. Money for an order that no longer
    waits, of a wrong amount, or beside another rail that is under way, is kept in suspense and sent back.
    """
    async with in_transaction():
        return await book_payment(receipt, attempt)


async def book_payment(receipt: Receipt, attempt: PaymentAttempt | None = None) -> Payment:
    """`record_payment` in the caller's transaction."""
    order = await lock_order(receipt.order_number)
    known = await Payment.get_or_none(provider=receipt.provider, external_id=receipt.external_id)
    if known is not None:
        return known
    taken = await _take_attempt(order, receipt, attempt)
    wanted = taken is not None and await change_order(
        order.id, OrderStatus.AWAITING_PAYMENT, OrderStatus.PAID,
        paid_at=datetime.now(UTC), payment_provider=receipt.provider,
    )  # fmt: skip
    payment = await Payment.create(
        order=order,
        attempt=taken,
        provider=receipt.provider,
        external_id=receipt.external_id,
        payer_id=receipt.payer_id,
        amount_uzs=receipt.amount_uzs,
        amount_xtr=receipt.amount_xtr,
        status=PaymentStatus.SUCCEEDED if wanted else PaymentStatus.SURPLUS,
    )
    await _post_capture(order, payment)
    if wanted:
        await _start_production(order)
    else:
        await request_refund(payment, "payment-refund-surplus")
    return payment


async def _take_attempt(
    order: Order, receipt: Receipt, attempt: PaymentAttempt | None
) -> PaymentAttempt | None:
    """The try this money belongs to, moved to succeeded; None when the money is not wanted."""
    if order.status is not OrderStatus.AWAITING_PAYMENT or not _is_exact(order, receipt):
        return None
    attempt = attempt or await _find_attempt(order, receipt)
    under_way = await active_attempt(order)
    if under_way is not None and (attempt is None or under_way.id != attempt.id):
        return None  # another rail holds the order for its payer
    now_ms = int(datetime.now(UTC).timestamp() * 1000)
    if attempt is None:
        attempt = await open_attempt(order, _tender(receipt), AttemptStatus.CREATED)
    for expected in (AttemptStatus.PENDING, AttemptStatus.CREATED):
        if await change_attempt(attempt, expected, AttemptStatus.SUCCEEDED, performed_ms=now_ms):
            return await PaymentAttempt.get(id=attempt.id)
    return None


async def _find_attempt(order: Order, receipt: Receipt) -> PaymentAttempt | None:
    return await PaymentAttempt.get_or_none(
        order_id=order.id, provider=receipt.provider, provider_tx_id=receipt.external_id
    )


def _tender(receipt: Receipt) -> Tender:
    return Tender(
        receipt.provider,
        receipt.amount_uzs,
        receipt.amount_xtr,
        receipt.external_id,
        payer_id=receipt.payer_id,
    )


def _is_exact(order: Order, receipt: Receipt) -> bool:
    if receipt.amount_xtr:
        return receipt.amount_uzs == 0 and receipt.amount_xtr == order.total_xtr
    return bool(0 < receipt.amount_uzs == order.total_uzs)


async def _post_capture(order: Order, payment: Payment) -> None:
    """Money in: from the provider to what was sold, or into suspense where nothing was."""
    for currency, amount in (("UZS", payment.amount_uzs), ("XTR", payment.amount_xtr)):
        if not amount:
            continue
        credits = {f"suspense:{payment.provider}": amount}
        if payment.status is PaymentStatus.SUCCEEDED:
            credits = await _split_sale(order, currency, amount)
        lines = {f"clearing:{payment.provider}": amount, **{name: -part for name, part in credits.items()}}
        await post_entries(f"capture:{payment.id}", currency, lines, order.id)


async def _split_sale(order: Order, currency: str, amount: int) -> dict[str, int]:
    """What each account gets of a sale; the parts sum up to `amount`."""
    items = await OrderItem.filter(order_id=order.id)
    if currency == "XTR" or all(item.kind == "video" for item in items):
        return {"sales:greetings": amount}
    parts: dict[str, int] = {"sales:delivery": order.delivery_uzs} if order.delivery_uzs else {}
    for item in items:
        if item.share_uzs and item.artist_id:
            account = f"payable:artist:{item.artist_id}"
            parts[account] = parts.get(account, 0) + item.share_uzs
    parts["sales:goods"] = amount - sum(parts.values())
    return parts


async def _start_production(order: Order) -> None:
    """What a paid order sets going, each thing once."""
    items = await OrderItem.filter(order_id=order.id).select_related("video")
    for item in items:
        video = item.video
        if video and await change_video(
            video.id, VideoStatus.AWAITING_PAYMENT, VideoStatus.QUEUED, queued_at=datetime.now(UTC)
        ):
            await ring_render(video)
    if any(item.kind != "video" for item in items):
        await consume_stock(order.id)
        await write_job("fulfil_order", f"fulfil_order:{order.id}", order_id=order.id)
    await write_job("close_link", f"close_link:{order.id}:paid", order_id=order.id)


async def refund_order(order: Order, reason: str) -> None:
    """Sends back all that was paid for an order and closes it, in the caller's transaction.

    A paid order turns refunded when the money is back; one nobody paid is cancelled now.
    """
    current = await Order.select_for_update().get(id=order.id)
    for payment in await Payment.filter(order_id=order.id, status=PaymentStatus.SUCCEEDED):
        await request_refund(payment, reason)
    if current.status in (OrderStatus.DRAFT, OrderStatus.AWAITING_PAYMENT):
        await change_order(order.id, current.status, OrderStatus.CANCELLED)
        await release_stock(order.id)
        await release_promo(order.id)
    elif current.status in PAID and not await Payment.filter(order_id=order.id).exists():
        await change_order(order.id, current.status, OrderStatus.REFUNDED)  # it cost nothing
