"""Invoices in the chat, or by link for the Mini App: digital goods for Stars only, things for so'm."""

from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import LabeledPrice, ReplyParameters

from bot.artists.artists import artist_name
from bot.errors import Conflict
from bot.i18n import text
from bot.money.orders import video_of
from bot.rails.telegram.goods_invoices import goods_fields
from bot.services import Services
from db.orders import Order, OrderStatus
from db.videos import Video

_TITLE, _DESCRIPTION = 32, 255  # Bot API limits of an invoice


async def send_invoice(services: Services, order: Order, chat_id: int) -> None:
    """One invoice an order: a second call changes nothing. Raises Conflict when nothing is due."""
    fields = await _invoice_fields(services, order)
    # The claim comes first, so that two taps at once send one invoice.
    if not await Order.filter(id=order.id, invoice_chat_id=None).update(invoice_chat_id=chat_id):
        return
    try:
        sent = await services.telegram.send_invoice(chat_id, **fields, start_parameter=f"order_{order.number}")
    except Exception:
        await Order.filter(id=order.id).update(invoice_chat_id=None)
        raise
    await Order.filter(id=order.id).update(invoice_message_id=sent.message_id)


async def invoice_link(services: Services, order: Order) -> str:
    """A link that opens the invoice. Raises Conflict when nothing is due."""
    return await services.telegram.create_invoice_link(**await _invoice_fields(services, order))


async def goods_page(services: Services, order: Order, language: str, return_url: str) -> str:
    """`invoice_link` as rails open a page: the invoice speaks the order's language and closes by itself."""
    return await invoice_link(services, order)


async def repeat_invoice(services: Services, order: Order, chat_id: int, words: str) -> None:
    """Answers the order's invoice with `words`, or sends the invoice. Raises Conflict when nothing is due."""
    if order.invoice_message_id is not None and order.invoice_chat_id == chat_id:
        reply = ReplyParameters(message_id=order.invoice_message_id)
        try:
            await services.telegram.send_message(chat_id, words, reply_parameters=reply)
            return
        except TelegramBadRequest as error:
            if "replied" not in error.message:
                raise
    # Only the invoice that we know to be gone is released: a tap beside this one may have sent a new one.
    await Order.filter(id=order.id, invoice_message_id=order.invoice_message_id).update(
        invoice_chat_id=None, invoice_message_id=None
    )
    await send_invoice(services, order, chat_id)


async def _invoice_fields(services: Services, order: Order) -> dict[str, Any]:
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        raise Conflict("payment-already-paid" if order.paid_at else "payment-order-closed")
    video = await video_of(order)
    if video is None:
        return await goods_fields(services, order)
    return await _stars_fields(order, video)


async def _stars_fields(order: Order, video: Video) -> dict[str, Any]:
    language = await _language_of(video)
    artist = artist_name(video.artist, language)
    description = text(
        language, "payment-invoice-description", artist=artist, recipient=video.recipient, number=order.number
    )
    title = text(language, "payment-invoice-title")
    price = LabeledPrice(label=text(language, "payment-invoice-line"), amount=order.total_xtr)
    return {
        "title": title[:_TITLE],
        "description": description[:_DESCRIPTION],
        "payload": order.number,
        "currency": "XTR",
        "prices": [price],
        "provider_token": "",
    }


async def _language_of(video: Video) -> str:
    await video.fetch_related("user")
    return str(video.user.language)
