"""What may follow what in a try to pay, and the only place where its state is written."""

from datetime import UTC, datetime
from typing import Any

from db.attempts import AttemptStatus, PaymentAttempt

S = AttemptStatus
ALLOWED: dict[AttemptStatus, set[AttemptStatus]] = {
    S.CREATED: {S.PENDING, S.SUCCEEDED, S.FAILED, S.CANCELLED, S.EXPIRED},  # a pay page was opened
    S.PENDING: {S.SUCCEEDED, S.FAILED, S.CANCELLED, S.EXPIRED},  # the provider holds the order for its payer
    S.SUCCEEDED: {S.REFUNDING, S.REFUNDED},  # the money is taken
    S.REFUNDING: {S.REFUNDED, S.SUCCEEDED},  # all of it is on its way back; it may fail
    S.REFUNDED: set(),
    S.FAILED: set(),
    S.CANCELLED: set(),
    S.EXPIRED: set(),
}
ACTIVE = (S.PENDING, S.SUCCEEDED, S.REFUNDING)


async def change_attempt(
    attempt: PaymentAttempt, expected: AttemptStatus, status: AttemptStatus, **columns: Any
) -> bool:
    """Moves a try on; False when it was no longer in `expected`."""
    if status not in ALLOWED[expected]:
        raise ValueError(f"an attempt never goes from {expected} to {status}")
    if not ALLOWED[status] or status is S.SUCCEEDED:
        columns.setdefault("finished_at", datetime.now(UTC))
    return bool(await PaymentAttempt.filter(id=attempt.id, status=expected).update(status=status, **columns))
