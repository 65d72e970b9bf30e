"""Tries to pay an order: one table of what may follow what, and never two that are under way or have worked."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from bot.errors import Conflict
from bot.states.attempts import ACTIVE
from bot.states.orders import PAID
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderStatus

S = AttemptStatus
HOLD = timedelta(hours=12)  # no provider holds an order, and the goods in it, for ever


@dataclass(frozen=True)
class Tender:
    """What somebody is about to pay. `tx_id` is the provider's own name of the transaction."""

    provider: str
    amount_uzs: int = 0
    amount_xtr: int = 0
    tx_id: str | None = None
    time_ms: int | None = None
    account: dict[str, str] = field(default_factory=dict)
    payer_id: int | None = None
    link: str = ""
    expires_at: datetime | None = None


async def active_attempt(order: Order) -> PaymentAttempt | None:
    """The try that is under way or has worked."""
    return await PaymentAttempt.get_or_none(order_id=order.id, status__in=ACTIVE)


def is_exact(order: Order, amount_uzs: int, amount_xtr: int) -> bool:
    """Whether this is the frozen total, in one currency and in whole numbers: `50000.0` and `True` are no money."""
    if type(amount_uzs) is not int or type(amount_xtr) is not int:
        return False
    if amount_xtr:
        return amount_uzs == 0 and bool(amount_xtr == order.total_xtr > 0)
    return bool(amount_uzs == order.total_uzs > 0)


def is_late(order: Order) -> bool:
    return order.expires_at is not None and order.expires_at < datetime.now(UTC)


async def check_payable(order: Order, amount_uzs: int = 0, amount_xtr: int = 0) -> None:
    """Raises Conflict with the reason why this money would not be taken for this order now."""
    if not is_exact(order, amount_uzs, amount_xtr):
        raise Conflict("payment-wrong-amount")
    if order.status in PAID:
        raise Conflict("payment-already-paid")
    if order.status is not OrderStatus.AWAITING_PAYMENT or is_late(order):
        raise Conflict("payment-order-closed")
    if await active_attempt(order) is not None:
        raise Conflict("payment-attempt-active")


async def open_attempt(order: Order, tender: Tender, status: AttemptStatus = S.PENDING) -> PaymentAttempt:
    """Writes a try for a locked order, in the caller's transaction.

    CREATED tries (a pay page somebody looks at) may be many; a PENDING one is alone. Raises Conflict.
    """
    await check_payable(order, tender.amount_uzs, tender.amount_xtr)
    return await write_attempt(order, tender, status)


async def write_attempt(order: Order, tender: Tender, status: AttemptStatus) -> PaymentAttempt:
    """`open_attempt` without the question whether the order may still be paid: its money is here already."""
    now = datetime.now(UTC)
    expires_at = tender.expires_at or (now + HOLD if status is S.PENDING else None)
    try:
        async with in_transaction():  # a savepoint: the caller's transaction outlives a lost race
            return await PaymentAttempt.create(
                order=order,
                provider=tender.provider,
                status=status,
                amount_uzs=tender.amount_uzs,
                amount_xtr=tender.amount_xtr,
                provider_tx_id=tender.tx_id,
                provider_time_ms=tender.time_ms,
                account=tender.account,
                payer_id=tender.payer_id,
                link=tender.link,
                expires_at=expires_at,
                created_ms=int(now.timestamp() * 1000),
            )
    except IntegrityError as error:
        raise Conflict("payment-attempt-active") from error
