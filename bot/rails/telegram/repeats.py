"""Coming back to an invoice: the one in the chat is pointed at, one that was deleted is sent anew."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ReplyParameters

from bot.rails.telegram.invoices import send_invoice
from bot.services import Services
from db.orders import Order


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
