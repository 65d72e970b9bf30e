"""Click asked about each payment of ours: a confirmation that was lost is booked, money without an order goes back."""

from datetime import UTC, datetime, timedelta

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from bot.adapters.click import ClickApi, ClickPayment, open_click
from bot.alerts import close_alert
from bot.merchants import CLICK
from bot.money.reconciliation import Comparison, Difference, judge_books
from bot.money.refunds import finish_refund, request_refund
from bot.rails.click.payments import click_day, look_up, require_click
from bot.rails.click.shop_api import take_money
from bot.services import Services
from bot.states.attempts import change_attempt
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderStatus
from db.payments import Payment
from db.refunds import Refund, RefundStatus

S = AttemptStatus
_QUIET = timedelta(minutes=2)  # what was said meanwhile may not have arrived there
_ENDED = (S.CANCELLED, S.EXPIRED, S.FAILED)
_LOST = (OrderStatus.AWAITING_PAYMENT, OrderStatus.EXPIRED, OrderStatus.CANCELLED)


async def compare_click(services: Services, since: datetime, until: datetime, quiet: timedelta = _QUIET) -> Comparison:
    """Every try of the period, every one that waits still, and orders that Click may know and we do not."""
    found = Comparison()
    before = datetime.now(UTC) - quiet
    wanted = Q(created_at__gte=since, created_at__lte=until) | Q(status=S.PENDING)
    attempts = PaymentAttempt.filter(wanted, provider=CLICK)
    async with open_click(require_click(services.settings)) as api:
        for attempt in await attempts.select_related("order").order_by("id"):
            found.checked += 1
            found.differences += await _judge(attempt, await look_up(api, attempt), before)
        await _seek_lost(api, found, since, min(until, before))
    found.differences += await judge_books(CLICK)
    return found


async def _judge(attempt: PaymentAttempt, held: ClickPayment | None, before: datetime) -> list[Difference]:
    """A confirmation that is still on its way finds its payment booked, and is answered so."""
    is_fresh = (attempt.finished_at or attempt.created_at) > before
    name, number = str(attempt.provider_tx_id), attempt.order.number
    ours = attempt.status.value
    theirs = "unknown" if held is None else f"status {held.status}"
    if held is not None and held.is_paid:
        if attempt.status is S.PENDING or (attempt.status in _ENDED and not is_fresh):
            if not await _book(attempt):
                return []
            return [Difference("missing_here", name, number, ours, theirs, mended=True)]
        if attempt.status is S.REFUNDED:
            return [Difference("refund", name, number, ours, theirs)]
        return []
    if attempt.status is S.PENDING:
        if held is not None and held.is_over:
            await change_attempt(attempt, S.PENDING, S.CANCELLED, cancelled_ms=_now_ms(), reason=held.status)
        return []
    if attempt.status not in (S.SUCCEEDED, S.REFUNDING):
        return []
    if held is not None and held.is_over:
        await _book_return(attempt, held)
        return [Difference("refund", name, number, ours, theirs, mended=True)]
    # What was answered a moment ago may not have arrived in Click's books.
    return [] if is_fresh else [Difference("missing_there", name, number, ours, theirs)]


async def _book(attempt: PaymentAttempt) -> bool:
    """Money that Click holds: for the order where the try still waits, back to the payer where it has ended.

    False when it is booked already, by a confirmation that came meanwhile or by an earlier look.
    """
    async with in_transaction():
        order = await Order.select_for_update().get(id=attempt.order_id)
        if await Payment.filter(provider=CLICK, external_id=str(attempt.provider_tx_id)).exists():
            return False
        await attempt.refresh_from_db()
        await take_money(order, attempt)
    return True


async def _book_return(attempt: PaymentAttempt, held: ClickPayment) -> None:
    """Click has sent it back by itself or from its cabinet: our books follow."""
    async with in_transaction():
        await Order.select_for_update().get(id=attempt.order_id)
        payment = await Payment.get(attempt_id=attempt.id)
        if payment.refunding_uzs < payment.amount_uzs:
            await request_refund(payment, "click-refund-reason", key=f"{payment.id}:cabinet")
        under_way = (RefundStatus.REQUESTED, RefundStatus.SENT)
        for refund in await Refund.filter(payment_id=payment.id, status__in=under_way):
            await finish_refund(refund, held.payment_id)
        await PaymentAttempt.filter(id=attempt.id).update(needs_review=False, cancelled_ms=_now_ms())
        await close_alert(f"payment_review:{attempt.id}")


async def _seek_lost(api: ClickApi, found: Comparison, since: datetime, until: datetime) -> None:
    """Orders for Click of which it never told us anything."""
    orders = Order.filter(
        payment_provider=CLICK, status__in=_LOST, created_at__gte=since, created_at__lte=until, attempts__id=None
    )
    for order in await orders:
        found.checked += 1
        held = await api.find_payment(order.number, click_day(order.created_at))
        if held is not None and held.is_paid:
            found.differences.append(
                Difference("missing_here", held.payment_id, order.number, order.status.value, "paid")
            )


def _now_ms() -> int:
    return int(datetime.now(UTC).timestamp() * 1000)
