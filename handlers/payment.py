"""Paying in the chat, Stars or so'm: the questions before, the money after, each exactly once."""

import asyncio
import logging

from aiogram import Router
from aiogram.types import Message, PreCheckoutQuery, ShippingQuery, SuccessfulPayment
from tortoise.transactions import in_transaction

from bot.alerts import open_alert
from bot.chat.greeting_status import post_status
from bot.errors import Conflict, Refusal
from bot.greetings.videos import find_video
from bot.i18n import format_uzs, text
from bot.money.orders import video_of
from bot.money.payments import Receipt, check_checkout, record_payment
from bot.outages import OUTAGES
from bot.rails.telegram.goods_invoices import CURRENCY, from_smallest, shipping_options, take_shipping
from bot.services import Services
from db.payments import Payment, PaymentStatus
from db.users import User
from handlers.talk.talk import Talk

log = logging.getLogger("stario.payment")
_PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)  # a restarting database is back within these


def build_router() -> Router:
    router = Router(name="payment")
    router.shipping_query.register(offer_shipping)
    router.pre_checkout_query.register(answer_checkout)
    router.message.register(take_payment, is_payment)
    router.message.register(note_refund, is_refund)
    return router


async def is_payment(message: Message) -> bool:
    return message.successful_payment is not None


async def is_refund(message: Message) -> bool:
    return message.refunded_payment is not None


async def offer_shipping(query: ShippingQuery, services: Services, language: str) -> None:
    """Where Telegram asks how an address is reached; a place we do not go to is a no with words."""
    try:
        options = await shipping_options(
            services, query.invoice_payload, query.from_user.id, query.shipping_address, language
        )
    except Refusal as refusal:
        await query.answer(ok=False, error_message=text(language, refusal.key, **refusal.values))
        return
    except Exception:
        log.exception("shipping of order %s failed", query.invoice_payload)
        await query.answer(ok=False, error_message=text(language, "error-unexpected"))
        return
    await query.answer(ok=True, shipping_options=options)


async def answer_checkout(query: PreCheckoutQuery, services: Services, user: User, language: str) -> None:
    """Telegram waits ten seconds; whatever goes wrong is a no with words, never silence."""
    try:
        await judge_checkout(query, services)
    except Refusal as refusal:
        await query.answer(ok=False, error_message=text(language, refusal.key, **refusal.values))
        return
    except Exception:
        log.exception("checkout of order %s failed", query.invoice_payload)
        await query.answer(ok=False, error_message=text(language, "error-unexpected"))
        return
    await query.answer(ok=True)


async def judge_checkout(query: PreCheckoutQuery, services: Services) -> None:
    """Raises Refusal with the reason to decline. A shipping option is taken into the total first."""
    amount: int | None = query.total_amount
    if query.currency == CURRENCY:
        amount = from_smallest(query.total_amount)
    if amount is None:
        raise Conflict("payment-wrong-amount")
    number, payer = query.invoice_payload, query.from_user.id
    if query.shipping_option_id:
        await take_shipping(services, number, payer, query.shipping_option_id, query.order_info)
    await check_checkout(number, payer, query.currency, amount)


async def take_payment(message: Message, talk: Talk) -> None:
    """Books the money and shows where the greeting is; the same receipt again changes nothing."""
    assert message.successful_payment is not None and message.from_user is not None
    paid = message.successful_payment
    receipt = read_receipt(paid, message.from_user.id)
    if receipt is None:
        await report_odd(paid)
        return
    payment = await book_patiently(receipt)
    if payment.status is not PaymentStatus.SUCCEEDED:
        await talk.send(surplus_words(talk, receipt))
        return
    await payment.fetch_related("order")
    video = await video_of(payment.order)
    if video is not None:
        await post_status(talk.services, await find_video(talk.user, video.id))


def read_receipt(paid: SuccessfulPayment, payer_id: int) -> Receipt | None:
    """What was paid, in whole Stars or whole so'm; None for money that we never asked for."""
    charge, number = paid.telegram_payment_charge_id, paid.invoice_payload
    if paid.currency == "XTR":
        return Receipt("stars", charge, number, payer_id, amount_xtr=paid.total_amount)
    amount = from_smallest(paid.total_amount) if paid.currency == CURRENCY else None
    return None if amount is None else Receipt("telegram", charge, number, payer_id, amount_uzs=amount)


async def report_odd(paid: SuccessfulPayment) -> None:
    """Another currency, or a part of a so'm: nothing is booked, a person looks."""
    log.error("charge %s is of an amount we never asked for", paid.telegram_payment_charge_id)
    async with in_transaction():
        await open_alert(
            "payment_review",
            f"payment_review:telegram:{paid.telegram_payment_charge_id}"[:120],
            "ops-alert-odd-amount",
            number=paid.invoice_payload,
            amount=str(paid.total_amount),
            currency=paid.currency,
        )


def surplus_words(talk: Talk, receipt: Receipt) -> str:
    if receipt.amount_xtr:
        return talk.say("orders-surplus", stars=receipt.amount_xtr)
    return talk.say("ops-surplus", money=format_uzs(talk.language, receipt.amount_uzs))


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
