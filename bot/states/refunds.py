"""What may follow what on money's way back, and the only place where its state is written."""

from typing import Any

from db.refunds import Refund, RefundStatus

S = RefundStatus
ALLOWED: dict[RefundStatus, set[RefundStatus]] = {
    S.REQUESTED: {S.SENT, S.SUCCEEDED, S.FAILED},  # we owe it
    S.SENT: {S.SUCCEEDED, S.FAILED},  # the provider has the order to pay it back
    S.SUCCEEDED: set(),  # the payer has it
    S.FAILED: set(),  # the provider would not; a person looks
}


async def change_refund(refund: Refund, status: RefundStatus, **columns: Any) -> bool:
    """Moves a refund on from wherever that is allowed; False when it has ended already."""
    sources = [state for state, following in ALLOWED.items() if status in following]
    return bool(await Refund.filter(id=refund.id, status__in=sources).update(status=status, **columns))
