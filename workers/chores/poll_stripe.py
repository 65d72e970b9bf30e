"""Looks at Stripe every minute for what an event should have told us: pages that were paid, refunds that have ended."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from tortoise.transactions import in_transaction

from bot.adapters.stripe import StripeRail, StripeRefused, open_stripe
from bot.errors import Refusal
from bot.merchants import STRIPE, stripe_keys
from bot.rails.stripe.events import settle_session
from bot.rails.stripe.refunds import settle_refund
from bot.services import Services
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import OrderStatus
from db.refunds import Refund, RefundStatus

log = logging.getLogger("stario.stripe")
_EVERY = 60.0  # seconds
_QUIET = timedelta(minutes=2)  # an event usually comes before
_AT_ONCE = 50
_OPEN = (AttemptStatus.CREATED, AttemptStatus.PENDING)


async def poll_stripe(services: Services) -> None:
    """Runs until cancelled; where Stripe is not offered there is nothing to look at."""
    while True:
        await asyncio.sleep(_EVERY)
        try:
            await look_once(services)
        except Refusal as refusal:
            log.warning("Stripe was not asked: %s", refusal)
        except Exception:
            log.exception("Stripe could not be looked at")


async def look_once(services: Services, quiet: timedelta = _QUIET) -> None:
    keys = stripe_keys(services.settings)
    if keys is None:
        return
    before = datetime.now(UTC) - quiet
    opened = PaymentAttempt.filter(provider=STRIPE, status__in=_OPEN, created_at__lt=before)
    attempts = await opened.exclude(provider_tx_id=None).order_by("-id").limit(_AT_ONCE).select_related("order")
    refunds = await Refund.filter(payment__provider=STRIPE, status=RefundStatus.SENT, created_at__lt=before).limit(
        _AT_ONCE
    )
    if attempts or refunds:
        async with open_stripe(keys) as rail:
            await _settle(rail, attempts, refunds)


async def _settle(rail: StripeRail, attempts: list[PaymentAttempt], refunds: list[Refund]) -> None:
    for attempt in attempts:
        with passing_over("session", attempt.provider_tx_id):
            session = await rail.get_session(str(attempt.provider_tx_id))
            if session.status == "open" and attempt.order.status is not OrderStatus.AWAITING_PAYMENT:
                session = await rail.expire_session(session.id)  # nobody may pay it any more
            async with in_transaction():
                await settle_session(session)
    for refund in refunds:
        with passing_over("refund", refund.external_id):
            told = await rail.get_refund(str(refund.external_id))
            async with in_transaction():
                await settle_refund(told)


@contextmanager
def passing_over(kind: str, name: str | None) -> Iterator[None]:
    """One thing that Stripe does not know keeps nobody from the others."""
    try:
        yield
    except StripeRefused as refused:
        log.warning("Stripe does not tell of %s %s: %s", kind, name, refused)
