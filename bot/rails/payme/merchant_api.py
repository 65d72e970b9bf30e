"""Payme's Merchant API: Payme calls, we answer. Every change happens under the order's lock and is told once for all.

Source: developer.help.paycom.uz, Merchant API.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tortoise.transactions import in_transaction

from bot.adapters.payme_wire import (
    BAD_REQUEST,
    CREATED,
    DELIVERED,
    IMPOSSIBLE,
    LIFETIME_MS,
    NO_METHOD,
    NO_ORDER,
    NO_TRANSACTION,
    PERFORMED,
    WRONG_AMOUNT,
    Call,
    Json,
    PaymeFault,
    describe_row,
    describe_times,
    is_over,
    state_of,
    take_amount,
    take_id,
    take_number,
    take_order,
)
from bot.errors import Conflict
from bot.merchants import PAYME
from bot.money.attempts import Tender, check_payable, open_attempt
from bot.money.endings import is_delivered
from bot.money.expiry import expire_attempt
from bot.money.fiscal import lines_of
from bot.money.payments import Receipt, book_payment
from bot.money.refunds import finish_refund, request_refund
from bot.rails.payme.fiscal import keep_receipt, payme_detail
from bot.settings import Settings
from bot.states.attempts import change_attempt
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderStatus
from db.payments import Payment, PaymentStatus
from db.refunds import Refund, RefundStatus

_EARLIEST, _LATEST = 10**12, 10**13  # a Payme time has thirteen digits
_REASON = 2**31


def clock_ms() -> int:
    return time.time_ns() // 1_000_000


@dataclass
class Cashbox:
    """The shop's end of the line; `now_ms` is the clock it goes by."""

    settings: Settings
    now_ms: Callable[[], int] = clock_ms

    async def answer(self, call: Call) -> Json:
        """The `result` of a call. Raises PaymeFault."""
        if call.method not in _METHODS:
            raise PaymeFault(NO_METHOD, data=call.method if call.method.isprintable() else None)
        return await _METHODS[call.method](self, call.params)

    async def check_perform(self, params: Json) -> Json:
        """Whether this much may be paid for this order now, and what the receipt will list."""
        amount, (_, number) = take_amount(params), take_order(params)
        order = await Order.get_or_none(number=number)
        if order is None:
            raise PaymeFault(NO_ORDER, data="order_id")
        try:
            await check_payable(order, amount)
        except Conflict as refusal:
            raise _fault_of(refusal) from refusal
        return {"allow": True, "detail": payme_detail(await lines_of(self.settings, order))}

    async def create(self, params: Json) -> Json:
        """Holds the order for its payer; the same id again is answered as the first time."""
        tx_id, started = take_id(params), take_number(params, "time")
        amount, (account, number) = take_amount(params), take_order(params)
        if not _EARLIEST <= started < _LATEST:
            raise PaymeFault(BAD_REQUEST, data="time")
        attempt = await _find(tx_id) or await self._open(
            number, Tender(PAYME, amount, tx_id=tx_id, time_ms=started, account=account)
        )
        attempt = await self._expire_late(attempt)
        if state_of(attempt) != CREATED:
            raise PaymeFault(IMPOSSIBLE)
        if attempt.amount_uzs != amount:
            raise PaymeFault(WRONG_AMOUNT)
        if attempt.account != account:
            raise PaymeFault(NO_ORDER, data="order_id")
        return {"create_time": attempt.created_ms, "transaction": str(attempt.id), "state": CREATED, "receivers": None}

    async def _open(self, number: str, tender: Tender) -> PaymentAttempt:
        assert tender.time_ms is not None and tender.tx_id is not None
        async with in_transaction():
            order = await Order.select_for_update().get_or_none(number=number)
            if order is None:
                raise PaymeFault(NO_ORDER, data="order_id")
            known = await _find(tender.tx_id)  # its twin was faster
            if known is not None:
                return known
            if abs(self.now_ms() - tender.time_ms) > LIFETIME_MS:
                raise PaymeFault(IMPOSSIBLE, "payme-too-late")
            try:
                return await open_attempt(order, _until(tender))
            except Conflict as refusal:
                raise _fault_of(refusal) from refusal

    async def perform(self, params: Json) -> Json:
        """Transaction and order are paid together, or neither."""
        attempt = await self._expire_late(await _get(params))
        async with in_transaction():
            order = await Order.select_for_update().get(id=attempt.order_id)
            await attempt.refresh_from_db()
            if state_of(attempt) == CREATED:
                await _take_money(order, attempt)
                await attempt.refresh_from_db()
            if state_of(attempt) != PERFORMED:
                raise PaymeFault(IMPOSSIBLE)
        return {"transaction": str(attempt.id), "perform_time": attempt.performed_ms, "state": PERFORMED}

    async def cancel(self, params: Json) -> Json:
        """Lets go of an order that waits; sends back what was paid, unless the buyer has the goods already."""
        reason = take_number(params, "reason")
        if not -_REASON <= reason < _REASON:
            raise PaymeFault(BAD_REQUEST, data="reason")
        attempt = await _get(params)
        async with in_transaction():
            order = await Order.select_for_update().get(id=attempt.order_id)
            await attempt.refresh_from_db()
            marks = {"cancelled_ms": self.now_ms(), "reason": reason}
            if state_of(attempt) == CREATED:
                await change_attempt(attempt, AttemptStatus.PENDING, AttemptStatus.CANCELLED, **marks)
            elif state_of(attempt) == PERFORMED:
                await _send_back(order, attempt)
                await PaymentAttempt.filter(id=attempt.id).update(**marks)
            await attempt.refresh_from_db()
        return {"transaction": str(attempt.id), "cancel_time": attempt.cancelled_ms, "state": state_of(attempt)}

    async def check(self, params: Json) -> Json:
        """How a transaction stands; looking changes nothing."""
        return describe_times(await _get(params))

    async def tell_statement(self, params: Json) -> Json:
        """Every transaction whose Payme time lies in the period, both ends included, oldest first."""
        since, until = take_number(params, "from"), take_number(params, "to")
        found = await PaymentAttempt.filter(
            provider=PAYME, provider_time_ms__gte=since, provider_time_ms__lte=until
        ).order_by("provider_time_ms", "id")
        return {"transactions": [describe_row(attempt) for attempt in found]}

    async def set_fiscal(self, params: Json) -> Json:
        """Keeps a fiscal receipt, of the payment or of its refund; each is kept for good."""
        await keep_receipt(params)
        return {"success": True}

    async def _expire_late(self, attempt: PaymentAttempt) -> PaymentAttempt:
        now_ms = self.now_ms()
        if not is_over(attempt, now_ms):
            return attempt
        await expire_attempt(attempt, datetime.fromtimestamp(now_ms / 1000, UTC))
        return await PaymentAttempt.get(id=attempt.id)


_METHODS = {
    "CheckPerformTransaction": Cashbox.check_perform,
    "CreateTransaction": Cashbox.create,
    "PerformTransaction": Cashbox.perform,
    "CancelTransaction": Cashbox.cancel,
    "CheckTransaction": Cashbox.check,
    "GetStatement": Cashbox.tell_statement,
    "SetFiscalData": Cashbox.set_fiscal,
}


async def _find(tx_id: str) -> PaymentAttempt | None:
    return await PaymentAttempt.get_or_none(provider=PAYME, provider_tx_id=tx_id)


async def _get(params: Json) -> PaymentAttempt:
    """Raises PaymeFault -31003."""
    attempt = await _find(take_id(params))
    if attempt is None:
        raise PaymeFault(NO_TRANSACTION)
    return attempt


def _fault_of(refusal: Conflict) -> PaymeFault:
    """Why an order cannot be paid, in Payme's codes and our words."""
    if refusal.key == "payment-wrong-amount":
        return PaymeFault(WRONG_AMOUNT)
    return PaymeFault(IMPOSSIBLE, refusal.key)


def _until(tender: Tender) -> Tender:
    """The same with the moment when Payme's twelve hours are over; until then the order is not closed by us."""
    assert tender.time_ms is not None
    end = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=tender.time_ms + LIFETIME_MS)
    return Tender(
        tender.provider,
        tender.amount_uzs,
        tx_id=tender.tx_id,
        time_ms=tender.time_ms,
        account=tender.account,
        expires_at=end,
    )


async def _take_money(order: Order, attempt: PaymentAttempt) -> None:
    """Raises PaymeFault, and nothing has happened, where the order no longer waits for this money."""
    if order.status is not OrderStatus.AWAITING_PAYMENT or order.total_uzs != attempt.amount_uzs:
        raise PaymeFault(IMPOSSIBLE, "payment-order-closed")
    receipt = Receipt(PAYME, str(attempt.provider_tx_id), order.number, attempt.payer_id, amount_uzs=attempt.amount_uzs)
    payment = await book_payment(receipt, attempt)
    if payment.status is not PaymentStatus.SUCCEEDED:
        raise PaymeFault(IMPOSSIBLE)


async def _send_back(order: Order, attempt: PaymentAttempt) -> None:
    """Books that Payme has returned the whole payment. Raises PaymeFault -31007 for delivered goods."""
    if await is_delivered(order):
        raise PaymeFault(DELIVERED)
    payment = await Payment.get(attempt_id=attempt.id)
    if payment.refunding_uzs < payment.amount_uzs:
        await request_refund(payment, "payme-refund-reason", key=f"{payment.id}:cabinet")
    under_way = (RefundStatus.REQUESTED, RefundStatus.SENT)
    for refund in await Refund.filter(payment_id=payment.id, status__in=under_way):
        await finish_refund(refund, attempt.provider_tx_id)
