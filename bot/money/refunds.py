"""Money on its way back: never more than came, asked for once, booked when the provider has done it."""

from datetime import UTC, datetime
from typing import Any

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from bot.alerts import close_alert, open_alert
from bot.errors import Conflict
from bot.money.endings import end_sale
from bot.money.ledger import post_entries
from bot.money.splits import split_return
from bot.outbox import write_job
from bot.states.attempts import change_attempt
from bot.states.refunds import change_refund
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order
from db.payments import Payment, PaymentStatus
from db.refunds import Refund, RefundStatus

S = RefundStatus


async def lock_payment(payment_id: Any) -> tuple[Order, Payment]:
    """A payment as it stands, behind its order's lock: two hands on one order's money never wait in a circle."""
    payment = await Payment.get(id=payment_id)
    order = await Order.select_for_update().get(id=payment.order_id)
    return order, await Payment.select_for_update().get(id=payment_id)


async def request_refund(
    payment: Payment, reason: str, amount_uzs: int | None = None, amount_xtr: int | None = None, key: str = ""
) -> Refund:
    """Owes a payment back, in the caller's transaction: all that is left of it unless an amount is named.

    `reason` is a text key. The same `key` returns the refund that is there, unless it failed; without a key, and
    with nothing left, the last refund is returned. Raises Conflict when more would go back than came.
    """
    async with in_transaction():
        _, current = await lock_payment(payment.id)
        known = await Refund.get_or_none(key=key) if key else await _last_refund(current, amount_uzs, amount_xtr)
        if known is not None:
            return known
        uzs = current.amount_uzs - current.refunding_uzs if amount_uzs is None else amount_uzs
        xtr = current.amount_xtr - current.refunding_xtr if amount_xtr is None else amount_xtr
        return await _owe_refund(current, reason, uzs, xtr, key)


async def _last_refund(payment: Payment, amount_uzs: int | None, amount_xtr: int | None) -> Refund | None:
    """What answers a repeated wish for everything."""
    wants_all = amount_uzs is None and amount_xtr is None
    if not wants_all or not _goes_back_whole(payment):
        return None
    live = Refund.filter(payment_id=payment.id).exclude(status=S.FAILED)
    waiting = await live.exclude(status=S.SUCCEEDED).order_by("-created_at").first()
    return waiting or await live.order_by("-created_at").first()


async def _owe_refund(payment: Payment, reason: str, uzs: int, xtr: int, key: str) -> Refund:
    if uzs < 0 or xtr < 0 or uzs + xtr == 0:
        raise Conflict("payment-refund-too-much")
    bounded = Payment.filter(
        id=payment.id, amount_uzs__gte=F("refunding_uzs") + uzs, amount_xtr__gte=F("refunding_xtr") + xtr
    )
    if not await bounded.update(
        refunding_uzs=F("refunding_uzs") + uzs, refunding_xtr=F("refunding_xtr") + xtr, refund_reason=reason
    ):
        raise Conflict("payment-refund-too-much")
    key = key or f"{payment.id}:{await Refund.filter(payment_id=payment.id).count() + 1}"
    refund = await Refund.create(payment=payment, amount_uzs=uzs, amount_xtr=xtr, reason=reason, key=key)
    if payment.attempt_id and _goes_back_whole(await Payment.get(id=payment.id)):
        attempt = await PaymentAttempt.get(id=payment.attempt_id)
        await change_attempt(attempt, AttemptStatus.SUCCEEDED, AttemptStatus.REFUNDING)
    await write_job("refund_payment", f"refund_payment:{refund.id}", refund_id=refund.id)
    return refund


def _goes_back_whole(payment: Payment) -> bool:
    return (payment.refunding_uzs, payment.refunding_xtr) == (payment.amount_uzs, payment.amount_xtr)


async def finish_refund(refund: Refund, external_id: str | None = None) -> bool:
    """The payer has the money: books, payment and order follow in one transaction. True the first time only."""
    async with in_transaction():
        order, payment = await lock_payment(refund.payment_id)
        columns: dict[str, Any] = {"finished_at": datetime.now(UTC)}
        if external_id is not None:
            columns["external_id"] = external_id
        if not await change_refund(refund, S.SUCCEEDED, **columns):
            return False
        await _post_refund(order, payment, refund)
        await _close_payment(order, payment, refund.reason)
        await close_alert(f"refund:{refund.id}")
        news = "surplus" if payment.status is PaymentStatus.SURPLUS else "refunded"
        await write_job("tell_buyer", f"tell_buyer:refund:{refund.id}", order_id=order.id, news=news)
    return True


async def fail_refund(refund: Refund, why: str) -> bool:
    """The provider would not: the amount is free again, and a person is told. True the first time only."""
    async with in_transaction():
        _, payment = await lock_payment(refund.payment_id)
        # The amount may be asked for anew, under the same name.
        key = f"failed:{refund.id}:{refund.key}"[:120]
        if not await change_refund(refund, S.FAILED, failure=why[:200], finished_at=datetime.now(UTC), key=key):
            return False
        await Payment.filter(id=payment.id).update(
            refunding_uzs=F("refunding_uzs") - refund.amount_uzs, refunding_xtr=F("refunding_xtr") - refund.amount_xtr
        )
        if payment.attempt_id:
            attempt = await PaymentAttempt.get(id=payment.attempt_id)
            await change_attempt(attempt, AttemptStatus.REFUNDING, AttemptStatus.SUCCEEDED)
        await close_alert(f"refund:{refund.id}")
        await open_alert(
            "refund", f"refund-failed:{payment.id}", "alert-refund-failed", refund_id=str(refund.id), why=why[:200]
        )
    return True


async def await_hand(refund: Refund) -> None:
    """The rail has no call for it: a person sends it back in the provider's cabinet and is asked to."""
    async with in_transaction():
        order, payment = await lock_payment(refund.payment_id)
        waiting = Refund.filter(id=refund.id, status__in=[S.REQUESTED, S.SENT])
        if not await waiting.update(by_hand=True):
            return  # the provider was faster
        await open_alert(
            "refund",
            f"refund:{refund.id}",
            "alert-refund-by-hand",
            refund_id=str(refund.id),
            number=order.number,
            provider=payment.provider,
            amount=refund.amount_uzs,
        )


async def _post_refund(order: Order, payment: Payment, refund: Refund) -> None:
    for currency, amount in (("UZS", refund.amount_uzs), ("XTR", refund.amount_xtr)):
        if not amount:
            continue
        debits = {f"suspense:{payment.provider}": amount}
        if payment.status is not PaymentStatus.SURPLUS:
            debits = await split_return(order, payment, currency, amount)
        lines = {**debits, f"clearing:{payment.provider}": -amount}
        await post_entries(f"refund:{refund.id}", currency, lines, order.id)


async def _close_payment(order: Order, payment: Payment, reason: str) -> None:
    """What follows when money is back: the order's sum of it, and all that ends when everything is."""
    done = await Refund.filter(payment_id=payment.id, status=S.SUCCEEDED)
    uzs, xtr = sum(one.amount_uzs for one in done), sum(one.amount_xtr for one in done)
    was_sale = payment.status is PaymentStatus.SUCCEEDED
    if was_sale:
        await Order.filter(id=order.id).update(refunded_uzs=uzs)
    if (uzs, xtr) != (payment.amount_uzs, payment.amount_xtr):
        return
    await Payment.filter(id=payment.id).update(status=PaymentStatus.REFUNDED, refunded_at=datetime.now(UTC))
    await close_alert(f"refund-failed:{payment.id}")
    if payment.attempt_id:
        attempt = await PaymentAttempt.get(id=payment.attempt_id)
        for expected in (AttemptStatus.REFUNDING, AttemptStatus.SUCCEEDED):
            await change_attempt(attempt, expected, AttemptStatus.REFUNDED)
    if was_sale:
        await end_sale(order, reason)


async def waiting_by_hand(order: Order) -> list[Refund]:
    """Refunds of the order that a person has to send back in the provider's cabinet."""
    payments = await Payment.filter(order_id=order.id).values_list("id", flat=True)
    return await Refund.filter(payment_id__in=payments, by_hand=True, status=RefundStatus.REQUESTED)
