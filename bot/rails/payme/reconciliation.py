"""Payme has no list to ask for: it asks us. So our own books must agree, and nothing may wait for ever."""

from datetime import datetime, timedelta

from bot.adapters.payme_wire import CREATED, LIFETIME_MS, PERFORMED, REFUNDED, state_of
from bot.merchants import PAYME
from bot.money.reconciliation import Comparison, Difference, judge_books
from bot.services import Services
from db.attempts import PaymentAttempt
from db.payments import Payment, PaymentStatus

_GRACE = timedelta(minutes=5)


async def compare_payme(services: Services, since: datetime, until: datetime) -> Comparison:
    """Transactions of the period against payments and refunds, and the balance of what Payme holds for us."""
    found = Comparison()
    period = PaymentAttempt.filter(provider=PAYME, created_at__gte=since, created_at__lte=until)
    for attempt in await period.exclude(provider_tx_id=None).select_related("order"):
        found.checked += 1
        found.differences += await _judge(attempt, until)
    found.differences += await judge_books(PAYME)
    return found


async def _judge(attempt: PaymentAttempt, until: datetime) -> list[Difference]:
    name, number, state = str(attempt.provider_tx_id), attempt.order.number, state_of(attempt)
    payment = await Payment.get_or_none(attempt_id=attempt.id)
    late = int((until - _GRACE).timestamp() * 1000)
    if state == CREATED and (attempt.provider_time_ms or 0) + LIFETIME_MS < late:
        return [Difference("stale", name, number, "pending", "over")]
    if (state in (PERFORMED, REFUNDED)) != (payment is not None):
        return [Difference("state", name, number, f"payment {payment is not None}", f"state {state}")]
    if payment is None:
        return []
    if payment.amount_uzs != attempt.amount_uzs:
        return [Difference("amount", name, number, f"{payment.amount_uzs} UZS", f"{attempt.amount_uzs} UZS")]
    if (state == REFUNDED) != (payment.status is PaymentStatus.REFUNDED):
        return [Difference("refund", name, number, payment.status.value, f"state {state}")]
    return []
