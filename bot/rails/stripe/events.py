"""What Stripe's side of a payment means here: read from the thing as it stands, so events may come in any order."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from bot.adapters.stripe import Session, StripeEvent, StripeRail, StripeRefund, StripeRefused
from bot.alerts import open_alert
from bot.merchants import STRIPE
from bot.money.payments import Receipt, book_payment
from bot.rails.stripe.refunds import settle_refund, settle_refunds
from bot.states.attempts import change_attempt
from db.attempts import AttemptStatus, PaymentAttempt
from db.inbox import ProviderEvent

log = logging.getLogger("stario.stripe")
_BANK_DAYS = timedelta(days=7)  # a bank's debit may take as long
Effect = Callable[[], Awaitable[None]]


async def take_event(rail: StripeRail, event: StripeEvent, body: bytes) -> bool:
    """Does what an event calls for and remembers it, in one transaction; False when it was here before.

    Raises Unavailable when Stripe does not answer: it sends the event again.
    """
    if await ProviderEvent.filter(provider=STRIPE, event_id=event.id).exists():
        return False
    effect = await _plan_effect(rail, event)
    try:
        async with in_transaction():
            await ProviderEvent.create(
                provider=STRIPE,
                event_id=event.id,
                kind=event.type[:64],
                subject=event.object_id[:120],
                body_sha256=sha256(body).hexdigest(),
            )
            await effect()
    except IntegrityError:
        if await ProviderEvent.filter(provider=STRIPE, event_id=event.id).exists():
            return False  # its twin was faster
        raise
    return True


async def _plan_effect(rail: StripeRail, event: StripeEvent) -> Effect:
    """Looks at Stripe, outside any transaction; what is returned only writes."""
    try:
        if event.object_kind == "checkout.session":
            session = await rail.get_session(event.object_id)
            # A refund's event may have come before its payment was known here, and comes no more.
            refunds = await rail.list_refunds(session.intent) if session.paid and session.intent else []
            return lambda: _settle_all(session, refunds)
        if event.object_kind == "refund":
            refund = await rail.get_refund(event.object_id)
            return lambda: settle_refund(refund)
        if event.object_kind == "charge" and event.type.startswith("charge.refund"):
            refunds = await rail.list_refunds(event.intent)
            return lambda: settle_refunds(refunds)
    except StripeRefused:
        return _do_nothing  # not of this account
    return _do_nothing


async def _settle_all(session: Session, refunds: list[StripeRefund]) -> None:
    await settle_session(session)
    await settle_refunds(refunds)


async def _do_nothing() -> None:
    """An event that is none of our business is heard and forgotten."""


async def settle_session(session: Session) -> None:
    """Makes our attempt follow the session, in the caller's transaction. Any repeat changes nothing."""
    attempt = await PaymentAttempt.get_or_none(provider=STRIPE, provider_tx_id=session.id).select_related("order")
    if attempt is None:
        return
    if session.paid:
        await _book_session(session, attempt)
    elif session.status == "expired":
        await change_attempt(attempt, AttemptStatus.CREATED, AttemptStatus.EXPIRED)
    elif session.status == "complete" and session.intent_status == "requires_payment_method":
        for expected in (AttemptStatus.PENDING, AttemptStatus.CREATED):
            await change_attempt(attempt, expected, AttemptStatus.FAILED)
    elif session.status == "complete":
        await _await_bank(attempt)


async def _book_session(session: Session, attempt: PaymentAttempt) -> None:
    """The money is at Stripe. An amount we never asked for is no payment: a person looks."""
    if session.amount_uzs is None:
        await PaymentAttempt.filter(id=attempt.id).update(needs_review=True)
        await open_alert(
            "payment_review",
            f"payment_review:stripe:{session.id}",
            "ops-alert-stripe-amount",
            number=attempt.order.number,
            session=session.id,
        )
        return
    receipt = Receipt(
        STRIPE, session.intent or session.id, attempt.order.number, attempt.payer_id, amount_uzs=session.amount_uzs
    )
    await book_payment(receipt, attempt)


async def _await_bank(attempt: PaymentAttempt) -> None:
    """The payer has finished, their bank has not: the order is held for them, unless another rail holds it."""
    try:
        async with in_transaction():
            await change_attempt(
                attempt, AttemptStatus.CREATED, AttemptStatus.PENDING, expires_at=datetime.now(UTC) + _BANK_DAYS
            )
    except IntegrityError:
        return
