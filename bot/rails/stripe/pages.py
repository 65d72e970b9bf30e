"""Stripe's pay pages: opened once for an order, closed when it no longer waits, looked after when no event comes."""

from datetime import UTC, datetime, timedelta

from tortoise.transactions import in_transaction

from bot.adapters.stripe import Line, NewSession, StripeRefused, open_stripe
from bot.errors import Unavailable
from bot.i18n import text
from bot.merchants import STRIPE, StripeKeys
from bot.money.attempts import Tender, check_payable, open_attempt
from bot.money.orders import lock_order
from bot.rails.stripe.events import settle_session
from bot.rails.stripe.keys import require_keys
from bot.services import Services
from bot.states.attempts import change_attempt
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderItem

SHORTEST, LONGEST = timedelta(minutes=31), timedelta(hours=23, minutes=55)  # Stripe: 30 minutes to 24 hours
_RETRY_WITHIN = timedelta(minutes=5)  # an attempt whose page is unknown is asked for again, under its key
_WORTH_SHOWING = timedelta(minutes=2)


async def stripe_checkout(services: Services, order: Order, language: str, return_url: str) -> str:
    """The address of a page on which the order can be paid; a second call gives the same one.

    `return_url` is where the payer comes back to, paid or not; it proves nothing.
    Raises Conflict when the order waits for no money, Unavailable when Stripe is not offered or does not answer.
    """
    keys = require_keys(services)
    attempt = await _claim_attempt(order)
    if attempt.link:
        return attempt.link
    assert attempt.expires_at is not None
    wanted = NewSession(
        key=f"order:{order.id}:attempt:{attempt.id}:create",
        attempt=str(attempt.id),
        number=order.number,
        lines=await order_lines(order, language),
        language=language,
        success_url=return_url,
        cancel_url=return_url,
        expires_at=attempt.expires_at,
    )
    return await _open_page(keys, attempt, wanted)


async def _claim_attempt(order: Order) -> PaymentAttempt:
    """The try whose page is still open, or a new one; two taps at once find the same."""
    now = datetime.now(UTC)
    async with in_transaction():
        current = await lock_order(order.number)
        await check_payable(current, current.total_uzs)
        for attempt in await PaymentAttempt.filter(
            order_id=order.id, provider=STRIPE, status=AttemptStatus.CREATED, expires_at__gt=now + _WORTH_SHOWING
        ).order_by("-id"):
            if attempt.link or attempt.created_at > now - _RETRY_WITHIN:
                return attempt
        tender = Tender(STRIPE, current.total_uzs, expires_at=_page_end(current, now))
        return await open_attempt(current, tender, AttemptStatus.CREATED)


def _page_end(order: Order, now: datetime) -> datetime:
    """As long as the order waits, within what Stripe allows."""
    return min(max(order.expires_at or now + LONGEST, now + SHORTEST), now + LONGEST)


async def _open_page(keys: StripeKeys, attempt: PaymentAttempt, wanted: NewSession) -> str:
    async with open_stripe(keys) as rail:
        try:
            session = await rail.create_session(wanted)
        except StripeRefused as refused:  # also for a key that was used in another language: next time it is new
            await change_attempt(attempt, AttemptStatus.CREATED, AttemptStatus.FAILED)
            raise Unavailable("ops-rail-away") from refused
        kept = PaymentAttempt.filter(id=attempt.id, status=AttemptStatus.CREATED)
        if await kept.update(provider_tx_id=session.id, link=session.url):
            return session.url
        await rail.expire_session(session.id)  # the order was closed while the page was being made
    raise Unavailable("ops-rail-away")


async def order_lines(order: Order, language: str) -> list[Line]:
    """What a pay page lists, each line with its discount taken off; the sum is the order's total to the so'm."""
    lines = [
        Line(f"{item.title} × {item.quantity}", item.price_uzs * item.quantity - item.discount_uzs)
        for item in await OrderItem.filter(order_id=order.id).order_by("id")
    ]
    if order.delivery_uzs:
        lines.append(Line(text(language, "ops-line-delivery"), order.delivery_uzs))
    exact = sum(line.amount_uzs for line in lines) == order.total_uzs
    if exact and all(line.amount_uzs > 0 and line.name.strip(" ×1") for line in lines):
        return lines
    return [Line(text(language, "ops-line-order", number=order.number), order.total_uzs)]


async def close_page(services: Services, attempt: PaymentAttempt) -> None:
    """Closes a page; money that came before it closed is booked. Raises Unavailable, to be tried again."""
    if attempt.provider_tx_id is None:
        return
    async with open_stripe(require_keys(services)) as rail:
        session = await rail.expire_session(attempt.provider_tx_id)
    async with in_transaction():
        await settle_session(session)
