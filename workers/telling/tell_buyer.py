"""News of an order to whoever bought it: one message an event, in their language."""

from uuid import UUID

from aiogram.exceptions import TelegramForbiddenError

from bot.i18n import format_uzs, format_xtr, text
from db.orders import Order
from db.payments import Payment, PaymentStatus
from db.users import User
from workers.rows import Bench


async def tell_buyer(bench: Bench, order_id: str, news: str) -> None:
    """`news` names the text `order-news-<news>`. Who has blocked us is not written to."""
    order = await Order.get(id=UUID(order_id)).select_related("user")
    user: User = order.user
    if user.telegram_id is None or user.has_blocked_bot:
        return
    words = text(user.language, f"order-news-{news}", number=order.number, money=await _money(order, user.language))
    try:
        await bench.services.telegram.send_message(user.telegram_id, words)
    except TelegramForbiddenError:
        return


async def _money(order: Order, language: str) -> str:
    """What went back, or what was paid, in the currency it was paid in."""
    payment = await Payment.filter(order_id=order.id).exclude(status=PaymentStatus.SURPLUS).first()
    if payment is not None and payment.amount_xtr:
        return format_xtr(payment.amount_xtr)
    return format_uzs(language, order.refunded_uzs or order.total_uzs)
