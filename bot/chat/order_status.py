"""The one message that shows where an order for goods is: edited in place as the order moves on."""

import html
import logging
from datetime import timedelta

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.adapters.redis_keys import SHOWN_ORDERS, order_message_key
from bot.adapters.telegram_errors import is_gone, is_unchanged
from bot.chat.buttons import order_button
from bot.chat.order_words import carrier_name, item_title, order_words, price_words, rail_name
from bot.errors import Refusal
from bot.i18n import format_moment, format_uzs, text
from bot.rails.links import pay_link
from bot.rails.table import open_rails
from bot.services import Services
from bot.shop.orders import OrderView, read_order
from db.deliveries import Delivery
from db.orders import Order, OrderStatus
from db.users import User

log = logging.getLogger("stario.status")
_KEEP = timedelta(days=90)
_ENDED = (OrderStatus.FULFILLED, OrderStatus.EXPIRED, OrderStatus.CANCELLED, OrderStatus.REFUNDED)
Row = list[InlineKeyboardButton]


async def post_goods_status(services: Services, order: Order) -> None:
    """Shows where an order is: edits its message in the buyer's chat, or sends it where there is none.

    Nothing happens for a buyer who is not in Telegram, or who has blocked the bot.
    """
    user = await User.get(id=order.user_id)
    if user.telegram_id is None or user.has_blocked_bot:
        return
    view = await read_order(await Order.get(id=order.id))
    words, keyboard = goods_text(view, user.language), await goods_keyboard(services, view, user.language)
    try:
        if not await _edit_status(services, user.telegram_id, view.order, words, keyboard):
            sent = await services.telegram.send_message(user.telegram_id, words, reply_markup=keyboard)
            await services.redis.set(order_message_key(order.id), sent.message_id, ex=_KEEP)
    except TelegramForbiddenError:
        log.info("the buyer of order %s has blocked the bot", order.number)
    await _note_shown(services, view)


async def _note_shown(services: Services, view: OrderView) -> None:
    """Keeps what the message says, until nothing more is to come."""
    async with services.redis.pipeline(transaction=False) as pipe:
        if view.order.status in _ENDED:
            pipe.hdel(SHOWN_ORDERS, str(view.order.id))
        else:
            pipe.hset(SHOWN_ORDERS, str(view.order.id), _mark(view.order, view.delivery))
        await pipe.execute()


def _mark(order: Order, delivery: Delivery | None) -> str:
    return f"{order.status}/{delivery.status if delivery else ''}/{order.payment_provider}"


async def follow_orders_shown(services: Services) -> int:
    """Brings messages up to date that say what is no longer so, whatever moved the order on; how many."""
    async with services.redis.pipeline(transaction=False) as pipe:
        pipe.hgetall(SHOWN_ORDERS)
        kept = (await pipe.execute())[0]
    shown = {key.decode(): mark.decode() for key, mark in kept.items()}
    orders = await Order.filter(id__in=list(shown)) if shown else []
    found = await Delivery.filter(order_id__in=[order.id for order in orders]) if orders else []
    parcels = {delivery.order_id: delivery for delivery in found}
    moved = [order for order in orders if _mark(order, parcels.get(order.id)) != shown[str(order.id)]]
    for order in moved:
        await post_goods_status(services, order)
    return len(moved)


async def _edit_status(
    services: Services, chat_id: int, order: Order, words: str, keyboard: InlineKeyboardMarkup | None
) -> bool:
    """False where there is no message to edit."""
    known = await services.redis.get(order_message_key(order.id))
    if known is None:
        return False
    try:
        await services.telegram.edit_message_text(words, chat_id=chat_id, message_id=int(known), reply_markup=keyboard)
    except TelegramBadRequest as error:
        if is_unchanged(error):
            return True
        if not is_gone(error):
            raise
        return False
    return True


def goods_text(view: OrderView, language: str) -> str:
    """Everything about an order, as HTML."""
    order, delivery = view.order, view.delivery
    lines = [
        text(
            language,
            "shop-order-line",
            title=html.escape(item_title(item, language)),
            quantity=item.quantity,
            amount=format_uzs(language, item.price_uzs * item.quantity),
        )
        for item in view.items
    ]
    date = format_moment(order.created_at)
    parts = [text(language, "shop-order-head", number=order.number, date=date), "\n".join(lines)]
    total = text(language, "shop-order-total", amount=format_uzs(language, order.total_uzs))
    parts.append("\n".join([*price_words(order, language), total]))
    if delivery:
        where = ", ".join(part for part in (delivery.place_name, delivery.address) if part)
        place = text(
            language, "shop-order-where", carrier=carrier_name(delivery.carrier, language), place=html.escape(where)
        )
        whom = text(language, "shop-order-whom", name=html.escape(delivery.contact_name), phone=delivery.contact_phone)
        parts.append(f"{place}\n{whom}")
    parts.append(f"<b>{order_words(order, delivery, language)}</b>")
    if order.status is OrderStatus.AWAITING_PAYMENT and order.expires_at:
        until = format_moment(order.expires_at, "%H:%M")
        parts[-1] += "\n" + text(language, "shop-order-pay-until", time=until)
    return "\n\n".join(parts)


async def goods_keyboard(services: Services, view: OrderView, language: str) -> InlineKeyboardMarkup | None:
    """What can be done about an order in its state."""
    order, given = view.order, []
    if order.status is OrderStatus.AWAITING_PAYMENT:
        given.append(await _pay_row(services, order, language))
        given.append([_tap(language, "shop-order-ways", order_button(order, "ways"))])
        given.append([_tap(language, "shop-order-cancel", order_button(order, "cancel"))])
    elif view.delivery and view.delivery.tracking_url:
        track = text(language, "shop-order-track")
        given.append([InlineKeyboardButton(text=track, url=view.delivery.tracking_url)])
    if order.status in (OrderStatus.AWAITING_PAYMENT, OrderStatus.PAID, OrderStatus.IN_PRODUCTION):
        given.append([_tap(language, "shop-order-refresh", order_button(order, "refresh"))])
    return InlineKeyboardMarkup(inline_keyboard=[row for row in given if row]) if given else None


async def _pay_row(services: Services, order: Order, language: str) -> Row:
    """A button that opens the pay page; an order paid inside Telegram has its invoice below."""
    label = text(
        language,
        "shop-order-pay",
        rail=rail_name(order.payment_provider, language),
        amount=format_uzs(language, order.total_uzs),
    )
    if order.payment_provider == "telegram":
        data = order_button(order, "rail", "telegram")
        return [InlineKeyboardButton(text=label, callback_data=data, style="success")]
    try:
        url = await pay_link(services, order, language)
    except Refusal as refusal:
        log.warning("no pay link for order %s: %s", order.number, refusal)
        return []
    return [InlineKeyboardButton(text=label, url=url, style="success")]


def ways_keyboard(services: Services, order: Order, language: str) -> InlineKeyboardMarkup:
    """Every open way to pay, and back."""
    given = [
        [InlineKeyboardButton(text=rail_name(rail, language), callback_data=order_button(order, "rail", rail))]
        for rail in open_rails(services.settings)
    ]
    return InlineKeyboardMarkup(
        inline_keyboard=[*given, [_tap(language, "shop-order-back", order_button(order, "refresh"))]]
    )


def _tap(language: str, key: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text(language, key), callback_data=data)
