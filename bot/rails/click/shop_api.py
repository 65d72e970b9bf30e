"""Click's SHOP-API: Prepare holds an order, Complete pays it or lets it go. Every change under the order's lock.

Source: docs.click.uz, SHOP-API. Once Click has debited the card, the only refusals it understands are "already
paid" and "cancelled": money that cannot be used any more is taken and sent back by the Merchant API.
"""

import re
from datetime import UTC, datetime, timedelta

from tortoise.transactions import in_transaction

from bot.adapters.click_wire import (
    BAD_REQUEST,
    CANCELLED,
    NO_ORDER,
    NO_TRANSACTION,
    PAID,
    WRONG_AMOUNT,
    ClickFault,
    Notice,
    is_amount,
)
from bot.alerts import open_alert
from bot.errors import Conflict
from bot.merchants import CLICK
from bot.money.attempts import Tender, open_attempt
from bot.money.payments import Receipt, book_payment
from bot.outbox import write_job
from bot.states.attempts import change_attempt
from bot.states.orders import PAID as PAID_ORDERS
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order
from db.payments import Payment, PaymentStatus

PREPARED_FOR = timedelta(minutes=30)
S = AttemptStatus


async def prepare(notice: Notice) -> int:
    """Holds the order for its payer → `merchant_prepare_id`; again for a repeat. Raises ClickFault."""
    if notice.error < 0:
        raise ClickFault(CANCELLED)
    async with in_transaction():
        order = await _lock(notice.order_number)
        known = await _find(notice)
        if known is not None:
            return _repeat(known, order, notice)
        if order.status in PAID_ORDERS:
            raise ClickFault(PAID)
        if not is_amount(notice.fields["amount"], order.total_uzs) or not order.total_uzs:
            raise ClickFault(WRONG_AMOUNT)
        tender = Tender(
            CLICK,
            order.total_uzs,
            tx_id=notice.transaction,
            expires_at=datetime.now(UTC) + PREPARED_FOR,
            account={"click_paydoc_id": notice.document},
        )
        try:
            attempt = await open_attempt(order, tender)
        except Conflict as refusal:
            raise ClickFault(CANCELLED) from refusal  # closed, or somebody else is paying it
    return int(attempt.id)


def _repeat(attempt: PaymentAttempt, order: Order, notice: Notice) -> int:
    if attempt.order_id != order.id:
        raise ClickFault(BAD_REQUEST)
    if not is_amount(notice.fields["amount"], attempt.amount_uzs):
        raise ClickFault(WRONG_AMOUNT)
    if attempt.status is S.PENDING:
        return int(attempt.id)
    raise ClickFault(PAID if attempt.status in (S.SUCCEEDED, S.REFUNDING) else CANCELLED)


async def complete(notice: Notice) -> int:
    """Takes the money, or lets the order go where Click says it failed → `merchant_confirm_id`.

    Raises ClickFault.
    """
    async with in_transaction():
        order = await _lock(notice.order_number)
        attempt = await PaymentAttempt.get_or_none(id=notice.prepare_id, provider=CLICK, order_id=order.id)
        if attempt is None or attempt.provider_tx_id != notice.transaction:
            raise ClickFault(NO_TRANSACTION)
        if notice.error < 0:
            await _let_go(order, attempt, notice.error)
            fault: ClickFault | None = ClickFault(CANCELLED)
        else:
            fault = await _take(order, attempt, notice)
    if fault is not None:
        raise fault
    return int(attempt.id)


async def _take(order: Order, attempt: PaymentAttempt, notice: Notice) -> ClickFault | None:
    """Pays; what is answered instead where there is nothing left to pay."""
    booked = await Payment.get_or_none(provider=CLICK, external_id=notice.transaction)
    if attempt.status in (S.SUCCEEDED, S.REFUNDING) or (booked and attempt.status is not S.REFUNDED):
        return ClickFault(PAID, attempt.id)
    if not is_amount(notice.fields["amount"], attempt.amount_uzs):
        return ClickFault(WRONG_AMOUNT)
    if attempt.status is not S.PENDING:
        return ClickFault(CANCELLED)
    await take_money(order, attempt)
    return None


async def take_money(order: Order, attempt: PaymentAttempt) -> Payment:
    """Books a payment that Click has taken, in the caller's transaction; what is not wanted goes back by itself."""
    receipt = Receipt(CLICK, str(attempt.provider_tx_id), order.number, attempt.payer_id, amount_uzs=attempt.amount_uzs)
    payment = await book_payment(receipt, attempt)
    if payment.status is PaymentStatus.SUCCEEDED:
        await write_job("submit_fiscal", f"submit_fiscal:{payment.id}", payment_id=payment.id)
    else:
        await change_attempt(attempt, S.PENDING, S.FAILED)
    return payment


async def _let_go(order: Order, attempt: PaymentAttempt, error: int) -> None:
    """A payment that failed frees its order; one that we hold as taken is for a person to look at."""
    now_ms = int(datetime.now(UTC).timestamp() * 1000)
    if await change_attempt(attempt, S.PENDING, S.CANCELLED, cancelled_ms=now_ms, reason=error):
        return
    if attempt.status in (S.SUCCEEDED, S.REFUNDING):
        await PaymentAttempt.filter(id=attempt.id).update(needs_review=True)
        await open_alert(
            "payment_review",
            f"payment_review:{attempt.id}",
            "click-alert-contradiction",
            number=order.number,
            code=error,
            transaction=str(attempt.provider_tx_id),
        )


async def _lock(number: str) -> Order:
    """Raises ClickFault -5."""
    known = re.fullmatch(r"[0-9]{1,12}", number)
    order = await Order.select_for_update().get_or_none(number=number) if known else None
    if order is None:
        raise ClickFault(NO_ORDER)
    return order


async def _find(notice: Notice) -> PaymentAttempt | None:
    return await PaymentAttempt.get_or_none(provider=CLICK, provider_tx_id=notice.transaction)
