"""Payme has no list to ask for: it asks us. So our own books must agree, and nothing may wait for ever."""

from datetime import datetime, timedelta

from tortoise.connection import get_connection

from bot.adapters.payme_wire import CREATED, LIFETIME_MS, PERFORMED, REFUNDED, state_of
from bot.money.reconciliation import Comparison, Difference
from bot.services import Services
from db.attempts import PaymentAttempt
from db.payments import Payment, PaymentStatus

RAIL = "payme"
_GRACE = timedelta(minutes=5)
_BOOKS = """
SELECT (SELECT coalesce(sum(amount_uzs), 0) FROM payments WHERE provider = $1) AS came,
       (SELECT coalesce(sum(refunds.amount_uzs), 0) FROM refunds JOIN payments ON payments.id = refunds.payment_id
        WHERE payments.provider = $1 AND refunds.status = 'succeeded') AS back,
       (SELECT coalesce(sum(amount), 0) FROM ledger_entries
        WHERE account = 'clearing:' || $1::text AND currency = 'UZS') AS held
"""


async def compare_payme(services: Services, since: datetime, until: datetime) -> Comparison:
    """Transactions of the period against payments and refunds, and the balance of what Payme holds for us."""
    found = Comparison()
    period = PaymentAttempt.filter(provider=RAIL, created_at__gte=since, created_at__lte=until)
    for attempt in await period.exclude(provider_tx_id=None).select_related("order"):
        found.checked += 1
        found.differences += await _judge(attempt, until)
    found.differences += await judge_books(RAIL)
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


async def judge_books(rail: str) -> list[Difference]:
    """Whether the ledger says that the provider holds what came less what went back."""
    # One statement is one moment: what commits meanwhile is in all three sums or in none.
    rows = await get_connection("default").execute_query_dict(_BOOKS, [rail])
    held, expected = int(rows[0]["held"]), int(rows[0]["came"]) - int(rows[0]["back"])
    if held == expected:
        return []
    return [Difference("books", f"clearing:{rail}", "", f"{held} UZS", f"{expected} UZS")]
