"""Stars on their way back: whole or not at all. Asked twice, Telegram's "already refunded" counts as success."""

from aiogram.exceptions import TelegramBadRequest

from bot.money.refunds import fail_refund, finish_refund
from bot.services import Services
from db.payments import Payment
from db.refunds import Refund


async def refund_stars(services: Services, payment: Payment, refund: Refund) -> None:
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
