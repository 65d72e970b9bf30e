"""An order as an operator sees it in the staff chat: what was bought, where it goes, and what can be done now."""

import html
from dataclasses import dataclass
from uuid import UUID

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.buttons import OrderAction, StaffOrderButton
from bot.i18n import format_uzs, format_xtr, text, text_key
from bot.ids import pack_id
from bot.money.refunds import waiting_by_hand
from bot.states.orders import PAID
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem, OrderStatus
from db.posters import PosterStatus

S = DeliveryStatus
_ON_THE_SHELF = (S.REQUESTED, S.NEW)


@dataclass(frozen=True)
class OrderCard:
    """HTML words, buttons, and the object key of a picture ("" without one)."""

    words: str
    keyboard: InlineKeyboardMarkup
    picture_key: str


async def order_card(order_id: UUID, language: str, confirm_refund: bool = False) -> OrderCard:
    """The order as it stands now; with `confirm_refund` the buttons ask whether that is meant."""
    order = await Order.get(id=order_id)
    items = await OrderItem.filter(order_id=order.id).select_related("poster", "variant__product")
    delivery = await Delivery.get_or_none(order_id=order.id)
    by_hand = await waiting_by_hand(order)
    words = _card_words(order, items, delivery, len(by_hand), language)
    actions: list[OrderAction] = ["refund_yes", "refresh"]
    if not confirm_refund:
        actions = _open_actions(order, items, delivery, bool(by_hand))
    return OrderCard(words, _keyboard(order, actions, language), _picture_of(items))


def _card_words(order: Order, items: list[OrderItem], delivery: Delivery | None, by_hand: int, language: str) -> str:
    money = format_uzs(language, order.total_uzs) if order.total_uzs else format_xtr(order.total_xtr)
    lines = [
        text(
            language,
            "ops-card",
            number=order.number,
            money=money,
            provider=order.payment_provider or "—",
            status=text(language, text_key("ops-status", order.status)),
        )
    ]
    lines += [f"• {html.escape(item.title or item.kind)} × {item.quantity}" for item in items]
    if delivery is not None:
        lines += ["", *_delivery_words(delivery, language)]
    if by_hand:
        lines += ["", text(language, "ops-by-hand", provider=order.payment_provider)]
    return "\n".join(lines)


def _delivery_words(delivery: Delivery, language: str) -> list[str]:
    where = ", ".join(part for part in (delivery.place_name, delivery.address) if part) or "—"
    who = ", ".join(part for part in (delivery.contact_name, delivery.contact_phone) if part) or "—"
    words = [
        f"{text(language, f'ops-carrier-{delivery.carrier}')} · {text(language, f'ops-parcel-{delivery.status}')}",
        f"📍 {html.escape(where)}",
        f"👤 {html.escape(who)}",
    ]
    if delivery.parcel_id:
        words.append(f"📦 <code>{html.escape(delivery.parcel_id)}</code>")
    if delivery.failure:
        words.append(text(language, "ops-refused", why=html.escape(delivery.failure)))
    return words


def _open_actions(order: Order, items: list[OrderItem], delivery: Delivery | None, by_hand: bool) -> list[OrderAction]:
    actions: list[OrderAction] = []
    if order.status is OrderStatus.IN_PRODUCTION and delivery is not None:
        actions += _parcel_actions(delivery)
    if any(item.poster is not None and item.poster.status is PosterStatus.READY for item in items):
        actions.append("print")
    if by_hand:
        actions.append("sent_back")
    elif order.status in PAID:
        actions.append("refund")
    return [*actions, "refresh"]


def _parcel_actions(delivery: Delivery) -> list[OrderAction]:
    if delivery.carrier == "boxnow":
        if delivery.parcel_id:
            return ["label"]
        return ["ask"] if delivery.failure else []
    if delivery.carrier == "courier" and delivery.status in _ON_THE_SHELF:
        return ["handed"]
    if delivery.carrier == "pickup" and delivery.status in _ON_THE_SHELF:
        return ["ready"]
    return ["delivered"] if delivery.status in (S.IN_TRANSIT, S.IN_FINAL_DESTINATION) else []


def _keyboard(order: Order, actions: list[OrderAction], language: str) -> InlineKeyboardMarkup:
    packed = pack_id(order.id)
    rows = []
    for action in actions:
        label = text(language, text_key("ops-do", action))
        data = StaffOrderButton(action=action, order=packed).pack()
        rows.append([InlineKeyboardButton(text=label, callback_data=data)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _picture_of(items: list[OrderItem]) -> str:
    """The design on the product where it was drawn, else the poster's preview."""
    for item in items:
        if item.poster is None:
            continue
        kind = item.variant.product.kind if item.variant else ""
        found = item.poster.mockup_keys.get(str(kind)) or item.poster.preview_key
        if found:
            return str(found)
    return ""
