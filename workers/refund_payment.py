"""Sends money back. Asked twice, a provider that already did so counts as success."""

from uuid import UUID

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from bot.i18n import text
from bot.payments import mark_refunded
from bot.services import Services
from db.payments import Payment, PaymentStatus
from db.users import User
from workers.rows import Bench


class UnknownProvider(RuntimeError):
    """No adapter can send this payment back."""


async def refund_payment(bench: Bench, payment_id: str) -> None:
    payment = await Payment.get(id=UUID(payment_id)).select_related("order")
    if payment.status is PaymentStatus.REFUNDED:
        return
    if payment.provider != "stars":
        raise UnknownProvider(payment.provider)
    await _refund_stars(bench.services, payment)
    if await mark_refunded(payment):
        await _tell_payer(bench.services, payment)


async def _refund_stars(services: Services, payment: Payment) -> None:
    assert payment.payer_id is not None
    try:
        await services.telegram.refund_star_payment(payment.payer_id, payment.external_id)
    except TelegramBadRequest as error:
        if "CHARGE_ALREADY_REFUNDED" not in error.message:
            raise


async def _tell_payer(services: Services, payment: Payment) -> None:
    payer = await User.get_or_none(telegram_id=payment.payer_id)
    if payer is None or payer.has_blocked_bot or payer.telegram_id is None:
        return
    key = (
        "payment-refund-surplus" if payment.refund_reason == "payment-refund-surplus" else "payment-refunded"
    )
    try:
        await services.telegram.send_message(
            payer.telegram_id, text(payer.language, key, stars=payment.amount_xtr)
        )
    except TelegramForbiddenError:
        return  # the money is back all the same
