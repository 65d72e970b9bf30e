"""Asking for Stars: an invoice in the chat, or a link for the Mini App. Digital goods are sold for Stars only."""

from aiogram.types import LabeledPrice

from bot.artists import artist_name
from bot.errors import Conflict
from bot.i18n import text
from bot.orders import video_of
from bot.services import Services
from db.orders import Order, OrderStatus
from db.videos import Video

_TITLE, _DESCRIPTION = 32, 255  # Bot API limits of an invoice


async def send_invoice(services: Services, order: Order, chat_id: int) -> None:
    """One invoice an order: a second call changes nothing. Raises Conflict when nothing is due."""
    title, description, prices = await _invoice_words(order)
    # The claim comes first, so that two taps at once send one invoice.
    if not await Order.filter(id=order.id, invoice_chat_id=None).update(invoice_chat_id=chat_id):
        return
    try:
        sent = await services.telegram.send_invoice(
            chat_id, title, description, payload=order.number, currency="XTR", prices=prices, provider_token="",
            start_parameter=f"order_{order.number}",
        )  # fmt: skip
    except Exception:
        await Order.filter(id=order.id).update(invoice_chat_id=None)
        raise
    await Order.filter(id=order.id).update(invoice_message_id=sent.message_id)


async def invoice_link(services: Services, order: Order) -> str:
    """A link that opens the invoice. Raises Conflict when nothing is due."""
    title, description, prices = await _invoice_words(order)
    return await services.telegram.create_invoice_link(
        title, description, payload=order.number, currency="XTR", prices=prices, provider_token=""
    )


async def _invoice_words(order: Order) -> tuple[str, str, list[LabeledPrice]]:
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        raise Conflict("payment-already-paid" if order.paid_at else "payment-order-closed")
    video = await video_of(order)
    assert video is not None
    language = await _language_of(video)
    artist = artist_name(video.artist, language)
    description = text(
        language, "payment-invoice-description", artist=artist, recipient=video.recipient, number=order.number
    )
    title = text(language, "payment-invoice-title")
    price = LabeledPrice(label=text(language, "payment-invoice-line"), amount=order.total_xtr)
    return title[:_TITLE], description[:_DESCRIPTION], [price]


async def _language_of(video: Video) -> str:
    await video.fetch_related("user")
    return str(video.user.language)
