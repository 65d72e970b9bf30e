"""Our books held against a provider's, hourly and on demand: what differs is kept and told, never mended in silence.

A provider that can be asked for a list gives rows, compared here by one rule (`compare_rows`); another way of
comparing is a function of its own. Each stands in the table of rails (`bot.rails.table`).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from tortoise.connection import get_connection

from bot.services import Services
from db.payments import Payment, PaymentStatus


@dataclass(frozen=True)
class ProviderRow:
    """One payment as the provider holds it. `external_id` is what `Payment.external_id` holds.

    `refunded_uzs`/`refunded_xtr` is what has gone back of it; `at` is when it was made.
    """

    external_id: str
    order_number: str
    amount_uzs: int = 0
    amount_xtr: int = 0
    refunded_uzs: int = 0
    refunded_xtr: int = 0
    at: datetime | None = None


@dataclass(frozen=True)
class Difference:
    """`kind`: missing_here, missing_there, amount, refund, state, books, stale. `mended`: we booked it on the spot."""

    kind: str
    reference: str  # the provider's id of it, or the order's number
    order_number: str = ""
    ours: str = ""
    theirs: str = ""
    mended: bool = False


@dataclass
class Comparison:
    """What was looked at, and what differed."""

    checked: int = 0
    differences: list[Difference] = field(default_factory=list)


_BOOKS = """
SELECT (SELECT coalesce(sum(amount_uzs), 0) FROM payments WHERE provider = $1) AS came,
       (SELECT coalesce(sum(refunds.amount_uzs), 0) FROM refunds JOIN payments ON payments.id = refunds.payment_id
        WHERE payments.provider = $1 AND refunds.status = 'succeeded') AS back,
       (SELECT coalesce(sum(amount), 0) FROM ledger_entries
        WHERE account = 'clearing:' || $1::text AND currency = 'UZS') AS held
"""
Compare = Callable[[Services, datetime, datetime], Awaitable[Comparison]]
Rows = Callable[[Services, datetime, datetime], Awaitable[list[ProviderRow]]]


def by_rows(provider: str, rows: Rows) -> Compare:
    """The comparison with a provider that lists its payments."""

    async def compare(services: Services, since: datetime, until: datetime) -> Comparison:
        return await compare_rows(provider, await rows(services, since, until), since, until)

    return compare


async def compare_rows(provider: str, rows: list[ProviderRow], since: datetime, until: datetime) -> Comparison:
    """The provider's rows against our payments: each on both sides, with the same amounts."""
    theirs = {row.external_id: row for row in rows}
    ours = {
        payment.external_id: payment
        for payment in await Payment.filter(provider=provider, external_id__in=list(theirs)).select_related("order")
    }
    found = Comparison(len(theirs))
    for name, row in theirs.items():
        if name not in ours:
            amount = _amounts(row.amount_uzs, row.amount_xtr)
            found.differences.append(Difference("missing_here", name, row.order_number, "", amount))
        else:
            found.differences += _compare_row(ours[name], row)
    local = Payment.filter(provider=provider, created_at__gte=since, created_at__lte=until)
    for payment in await local.exclude(external_id__in=list(theirs)).select_related("order"):
        found.checked += 1
        amount = _amounts(payment.amount_uzs, payment.amount_xtr)
        found.differences.append(Difference("missing_there", payment.external_id, payment.order.number, amount))
    return found


def _compare_row(payment: Payment, row: ProviderRow) -> list[Difference]:
    ours = _amounts(payment.amount_uzs, payment.amount_xtr)
    theirs = _amounts(row.amount_uzs, row.amount_xtr)
    number, found = payment.order.number, []
    if ours != theirs:
        found.append(Difference("amount", row.external_id, number, ours, theirs))
    went_back = (row.refunded_uzs, row.refunded_xtr) >= (row.amount_uzs, row.amount_xtr)
    asked_back = (payment.refunding_uzs, payment.refunding_xtr) >= (payment.amount_uzs, payment.amount_xtr)
    # What we have asked for may still be on its way; what has arrived must have been asked for.
    if (went_back and not asked_back) or (payment.status is PaymentStatus.REFUNDED and not went_back):
        told = "refunded" if went_back else "not refunded"
        found.append(Difference("refund", row.external_id, number, payment.status.value, told))
    return found


def _amounts(uzs: int, xtr: int) -> str:
    return f"{uzs} UZS" if uzs else f"{xtr} XTR"


async def judge_books(rail: str) -> list[Difference]:
    """Whether the ledger says that the provider holds what came less what went back."""
    # One statement is one moment: what commits meanwhile is in all three sums or in none.
    rows = await get_connection("default").execute_query_dict(_BOOKS, [rail])
    held, expected = int(rows[0]["held"]), int(rows[0]["came"]) - int(rows[0]["back"])
    if held == expected:
        return []
    return [Difference("books", f"clearing:{rail}", "", f"{held} UZS", f"{expected} UZS")]
