"""Money: taken once, exactly, for an order that waits for it; whatever else comes goes back."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tortoise.transactions import in_transaction

from bot.errors import Conflict
from bot.money.attempts import Tender, active_attempt, is_exact, is_late, write_attempt
from bot.money.endings import end_sale
from bot.money.expiry import close_unpaid
from bot.money.ledger import post_entries
from bot.money.orders import lock_order
from bot.money.refunds import request_refund
from bot.money.splits import split_sale
from bot.outbox import write_job
from bot.shelf.stock import consume_stock
from bot.states.attempts import change_attempt
from bot.states.orders import PAID, change_order
from bot.states.videos import change_video, ring_render
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderItem, OrderStatus
from db.payments import Payment, PaymentStatus
from db.videos import VideoStatus


@dataclass(frozen=True)
class Receipt:
    """What a provider says it took, in one currency: `external_id` is the provider's own name of the payment."""

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
    Raises Conflict for what is no amount of money at all, NotFound for an order we never had.
    """
    async with in_transaction():
        return await book_payment(receipt, attempt)


async def book_payment(receipt: Receipt, attempt: PaymentAttempt | None = None) -> Payment:
    """`record_payment` in the caller's transaction."""
    _check_money(receipt)
    order = await lock_order(receipt.order_number)
    known = await Payment.get_or_none(provider=receipt.provider, external_id=receipt.external_id)
    if known is not None:
        return known
    taken = await _take_attempt(order, receipt, attempt)
    wanted = taken is not None and await change_order(
        order.id,
        OrderStatus.AWAITING_PAYMENT,
        OrderStatus.PAID,
        paid_at=datetime.now(UTC),
        payment_provider=receipt.provider,
    )
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


def _check_money(receipt: Receipt) -> None:
    """Raises Conflict unless exactly one of the amounts is a positive whole number that a column can hold."""
    for amount, other, most in (
        (receipt.amount_uzs, receipt.amount_xtr, 2**63),
        (receipt.amount_xtr, receipt.amount_uzs, 2**31),
    ):
        if type(amount) is int and type(other) is int and other == 0 and 0 < amount < most:
            return
    raise Conflict("payment-wrong-amount")


async def _take_attempt(order: Order, receipt: Receipt, attempt: PaymentAttempt | None) -> PaymentAttempt | None:
    """The try this money belongs to, moved to succeeded; None when the money is not wanted."""
    attempt = attempt or await _find_attempt(order, receipt)
    if attempt is not None and (attempt.order_id, attempt.provider) != (order.id, receipt.provider):
        raise ValueError(f"attempt {attempt.id} is not one of order {order.number} over {receipt.provider}")
    if not await _is_wanted(order, receipt, attempt):
        await _give_up(attempt)
        return None
    now_ms = int(datetime.now(UTC).timestamp() * 1000)
    attempt = attempt or await write_attempt(order, _tender(receipt), AttemptStatus.CREATED)
    for expected in (AttemptStatus.PENDING, AttemptStatus.CREATED):
        if await change_attempt(attempt, expected, AttemptStatus.SUCCEEDED, performed_ms=now_ms):
            return await PaymentAttempt.get(id=attempt.id)
    return None  # it had ended: failed, cancelled or expired money goes back


async def _is_wanted(order: Order, receipt: Receipt, attempt: PaymentAttempt | None) -> bool:
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return False
    if not is_exact(order, receipt.amount_uzs, receipt.amount_xtr):
        return False
    under_way = await active_attempt(order)
    # Another rail may hold the order for its payer.
    return under_way is None or (attempt is not None and under_way.id == attempt.id)


async def _give_up(attempt: PaymentAttempt | None) -> None:
    """A try whose money goes back holds nothing any more."""
    if attempt is not None:
        for expected in (AttemptStatus.PENDING, AttemptStatus.CREATED):
            await change_attempt(attempt, expected, AttemptStatus.FAILED)


async def _find_attempt(order: Order, receipt: Receipt) -> PaymentAttempt | None:
    return await PaymentAttempt.get_or_none(
        order_id=order.id, provider=receipt.provider, provider_tx_id=receipt.external_id
    )


def _tender(receipt: Receipt) -> Tender:
    return Tender(
        receipt.provider, receipt.amount_uzs, receipt.amount_xtr, receipt.external_id, payer_id=receipt.payer_id
    )


async def _post_capture(order: Order, payment: Payment) -> None:
    """Money in: from the provider to what was sold, or into suspense where nothing was."""
    for currency, amount in (("UZS", payment.amount_uzs), ("XTR", payment.amount_xtr)):
        if not amount:
            continue
        credits = {f"suspense:{payment.provider}": amount}
        if payment.status is PaymentStatus.SUCCEEDED:
            credits = await split_sale(order, currency, amount)
        lines = {f"clearing:{payment.provider}": amount, **{name: -part for name, part in credits.items()}}
        await post_entries(f"capture:{payment.id}", currency, lines, order.id)


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

    A paid order turns refunded when the money is back; one nobody paid is cancelled now. Raises Conflict while a
    provider holds it for a payer.
    """
    current = await lock_order(order.number)
    for payment in await Payment.filter(order_id=order.id, status=PaymentStatus.SUCCEEDED):
        await request_refund(payment, reason)
    if current.status in (OrderStatus.DRAFT, OrderStatus.AWAITING_PAYMENT):
        if not await close_unpaid(current, OrderStatus.CANCELLED):
            raise Conflict("payment-attempt-active")
    elif not await Payment.filter(order_id=order.id).exclude(attempt_id=None).exists():
        await end_sale(current, reason)  # it cost nothing
