"""Money on its way back through Stripe: asked for, followed as it stands, adopted where the dashboard began it."""

import logging
from uuid import UUID

from tortoise.transactions import in_transaction

from bot.adapters.stripe import StripeRail, StripeRefund, StripeRefused, open_stripe
from bot.alerts import open_alert
from bot.errors import Conflict
from bot.merchants import STRIPE
from bot.money.refunds import fail_refund, finish_refund, request_refund
from bot.rails.stripe.keys import require_keys
from bot.services import Services
from bot.states.refunds import change_refund
from db.orders import Order
from db.payments import Payment
from db.refunds import Refund, RefundStatus

log = logging.getLogger("stario.stripe")
_ENDED = ("failed", "canceled")


async def refund_stripe(services: Services, payment: Payment, refund: Refund) -> None:
    """Sends a payment back, or a part of it. Raises Unavailable, to be tried again."""
    async with open_stripe(require_keys(services)) as rail:
        await send_refund(rail, payment, refund)


async def send_refund(rail: StripeRail, payment: Payment, refund: Refund) -> None:
    """Asks Stripe to pay back; its answer, or a later event, ends the refund. Repeats ask for the same one."""
    try:
        told = await rail.create_refund(payment.external_id, refund.amount_uzs, str(refund.id))
    except StripeRefused as refused:
        for told in await rail.list_refunds(payment.external_id):
            if told.ours == str(refund.id):
                await settle_refund(told)
                return
        await fail_refund(refund, refused.code)
        return
    await settle_refund(told)


async def settle_refunds(refunds: list[StripeRefund]) -> None:
    for refund in refunds:
        await settle_refund(refund)


async def settle_refund(told: StripeRefund) -> None:
    """Makes our refund follow Stripe's, in the caller's transaction; one made in the dashboard is adopted."""
    refund = await _find_refund(told)
    if refund is None:
        return
    if told.status == "succeeded":
        await finish_refund(refund, told.id)
    elif told.status in _ENDED:
        await fail_refund(refund, told.failure or told.status)
    else:
        await change_refund(refund, RefundStatus.SENT, external_id=told.id)


async def _find_refund(told: StripeRefund) -> Refund | None:
    known = await Refund.get_or_none(external_id=told.id, payment__provider=STRIPE)
    if known is None and _is_id(told.ours):
        known = await Refund.get_or_none(id=UUID(told.ours), payment__provider=STRIPE)
    if known is not None or told.status in _ENDED:
        return known
    return await _adopt_refund(told)


def _is_id(word: str) -> bool:
    try:
        UUID(word)
    except ValueError:
        return False
    return True


async def _adopt_refund(told: StripeRefund) -> Refund | None:
    """A refund that somebody made in Stripe's dashboard goes into our books; one that cannot is shown to a person."""
    payment = await Payment.get_or_none(provider=STRIPE, external_id=told.intent)
    if payment is None:
        return None
    order = await Order.select_for_update().get(id=payment.order_id)
    if told.amount_uzs:
        try:
            async with in_transaction():
                key = f"stripe:{told.id}"
                return await request_refund(payment, "ops-refund-at-provider", told.amount_uzs, 0, key)
        except Conflict:
            log.warning("refund %s at Stripe exceeds what is left of its payment", told.id)
    await open_alert(
        "refund", f"refund:stripe:{told.id}", "ops-alert-stripe-refund", number=order.number, refund=told.id
    )
    return None
