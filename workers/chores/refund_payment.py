"""Sends money back over the rail it came by. Asked twice, a provider that already did so counts as success."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from aiogram.exceptions import TelegramBadRequest
from tortoise.transactions import in_transaction

from bot.adapters.click import open_click
from bot.adapters.stripe import open_stripe
from bot.alerts import open_alert
from bot.money.refunds import await_hand, fail_refund, finish_refund
from bot.rails.click.payments import require_click, send_back
from bot.rails.stripe.checkout import require_keys
from bot.rails.stripe.events import send_refund
from bot.services import Services
from db.payments import Payment
from db.refunds import Refund, RefundStatus
from workers.rows import Bench

Send = Callable[[Services, Payment, Refund], Awaitable[None]]


async def refund_payment(bench: Bench, refund_id: str) -> None:
    refund = await Refund.get(id=UUID(refund_id)).select_related("payment")
    if refund.status is not RefundStatus.REQUESTED:
        return
    await _RAILS[refund.payment.provider](bench.services, refund.payment, refund)


async def bury_refund(bench: Bench, refund_id: str) -> None:
    """The rail does not answer: the money stays owed, and a person is told, for nobody knows how far it came."""
    refund = await Refund.get(id=UUID(refund_id)).select_related("payment")
    if refund.status is not RefundStatus.REQUESTED:
        return
    why = f"{refund.payment.provider}: ?"
    async with in_transaction():
        await open_alert("refund", f"refund:{refund.id}", "alert-refund-failed", refund_id=str(refund.id), why=why)


async def _refund_stars(services: Services, payment: Payment, refund: Refund) -> None:
    assert payment.payer_id is not None
    if refund.amount_xtr != payment.amount_xtr:
        await fail_refund(refund, "Stars go back whole or not at all")
        return
    try:
        await services.telegram.refund_star_payment(payment.payer_id, payment.external_id)
    except TelegramBadRequest as error:
        if "CHARGE_ALREADY_REFUNDED" not in error.message:
            raise
    await finish_refund(refund, payment.external_id)


async def _refund_stripe(services: Services, payment: Payment, refund: Refund) -> None:
    async with open_stripe(require_keys(services)) as rail:
        await send_refund(rail, payment, refund)


async def _refund_click(services: Services, payment: Payment, refund: Refund) -> None:
    async with open_click(require_click(services.settings)) as api:
        await send_back(api, payment, refund)


async def _refund_by_hand(services: Services, payment: Payment, refund: Refund) -> None:
    await await_hand(refund)


_RAILS: dict[str, Send] = {
    "stars": _refund_stars,
    "payme": _refund_by_hand,  # Payme refunds from its cabinet and tells us by CancelTransaction
    "click": _refund_click,
    "stripe": _refund_stripe,
    "telegram": _refund_by_hand,  # the Bot API has no refund of a provider's payment
}
