"""Paying with Stars: the question before, the money after, each exactly once."""

import asyncio
import logging

from aiogram import Router
from aiogram.types import Message, PreCheckoutQuery

from bot.errors import Refusal
from bot.i18n import text
from bot.orders import video_of
from bot.outages import OUTAGES
from bot.payments import Receipt, check_checkout, record_payment
from bot.status import post_status
from bot.videos import find_video
from db.payments import Payment, PaymentStatus
from db.users import User
from handlers.talk import Talk

log = logging.getLogger("stario.payment")
_PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)  # a restarting database is back within these


def build_router() -> Router:
    router = Router(name="payment")
    router.pre_checkout_query.register(answer_checkout)
    router.message.register(take_payment, is_payment)
    router.message.register(note_refund, is_refund)
    return router


async def is_payment(message: Message) -> bool:
    return message.successful_payment is not None


async def is_refund(message: Message) -> bool:
    return message.refunded_payment is not None


async def answer_checkout(query: PreCheckoutQuery, user: User, language: str) -> None:
    """Telegram waits ten seconds; whatever goes wrong is a no with words, never silence."""
    try:
        await check_checkout(query.invoice_payload, query.from_user.id, query.currency, query.total_amount)
    except Refusal as refusal:
        await query.answer(ok=False, error_message=text(language, refusal.key, **refusal.values))
        return
    except Exception:
        log.exception("checkout of order %s failed", query.invoice_payload)
        await query.answer(ok=False, error_message=text(language, "error-unexpected"))
        return
    await query.answer(ok=True)


async def take_payment(message: Message, talk: Talk) -> None:
    """Books the money and shows where the greeting is; the same receipt again changes nothing."""
    assert message.successful_payment is not None and message.from_user is not None
    paid = message.successful_payment
    receipt = Receipt(
        provider="stars",
        external_id=paid.telegram_payment_charge_id,
        order_number=paid.invoice_payload,
        payer_id=message.from_user.id,
        amount_xtr=paid.total_amount,
    )
    payment = await book_patiently(receipt)
    if payment.status is not PaymentStatus.SUCCEEDED:
        await talk.send(talk.say("orders-surplus", stars=paid.total_amount))
        return
    await payment.fetch_related("order")
    video = await video_of(payment.order)
    if video is not None:
        await post_status(talk.services, await find_video(talk.user, video.id))


async def book_patiently(receipt: Receipt) -> Payment:
    """`record_payment`, waiting out a database that restarts: money is not to be lost to a bad second."""
    for pause in _PAUSES:
        try:
            return await record_payment(receipt)
        except OUTAGES as error:
            log.warning("payment %s is not booked yet: %r", receipt.external_id, error)
            await asyncio.sleep(pause)
    return await record_payment(receipt)


async def note_refund(message: Message) -> None:
    """The money went back; the worker that sent it has told the person."""
    assert message.refunded_payment is not None
    log.info("refund of charge %s confirmed", message.refunded_payment.telegram_payment_charge_id)
