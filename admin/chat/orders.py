"""Operators and their orders in the staff chat: cards with buttons, labels, refunds, and the two commands."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.methods import EditMessageCaption, EditMessageText, TelegramMethod
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from tortoise.transactions import in_transaction

from admin.chat.filters import is_staff_chat
from admin.chat.talking import StaffTalk
from bot.chat.buttons import StaffOrderButton
from bot.chat.staff_orders import order_card, waiting_by_hand
from bot.errors import Conflict, Forbidden, NotFound
from bot.ids import unpack_id
from bot.money.payments import refund_order
from bot.money.refunds import finish_refund
from bot.outbox import reopen_job, write_job
from bot.parcels.deliveries import note_by_hand
from bot.parcels.parcels import parcel_label
from bot.people.people import is_staff
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem
from db.posters import PosterStatus


def build_router() -> Router:
    router = Router(name="staff orders")
    router.message.register(find_order, Command("order"), is_staff_chat)
    router.callback_query.register(act_on_order, StaffOrderButton.filter())
    return router


def require_staff(talk: StaffTalk) -> None:
    if not is_staff(talk.user):
        raise Forbidden("error-staff-only")


async def find_order(message: Message, talk: StaffTalk, command: CommandObject) -> None:
    """`/order NUMBER` shows the card. Raises NotFound."""
    require_staff(talk)
    order = await Order.get_or_none(number=(command.args or "").strip().lstrip("№#")[:12])
    if order is None:
        raise NotFound("ops-order-unknown")
    card = await order_card(order.id, talk.language)
    await talk.send(card.words, card.keyboard)


async def act_on_order(query: CallbackQuery, callback_data: StaffOrderButton, talk: StaffTalk) -> None:
    """Whatever a button asks for; the card then shows how things stand."""
    require_staff(talk)
    order = await _find_packed(callback_data.order)
    if callback_data.action == "refund":
        await talk.toast()
        await _show_card(talk, order, confirm_refund=True)
        return
    try:
        await _ACTIONS[callback_data.action](talk, order)
    except Conflict as refusal:  # somebody was faster: the card is out of date
        await talk.toast(talk.say(refusal.key, **refusal.values), alert=True)
    await talk.toast()
    await _show_card(talk, order)


async def _find_packed(packed: str) -> Order:
    try:
        order_id: UUID = unpack_id(packed)
    except ValueError as error:
        raise NotFound("ops-order-unknown") from error
    order = await Order.get_or_none(id=order_id)
    if order is None:
        raise NotFound("ops-order-unknown")
    return order


async def _show_card(talk: StaffTalk, order: Order, confirm_refund: bool = False) -> None:
    if talk.panel is None:
        return
    card = await order_card(order.id, talk.language, confirm_refund)
    chat_id, message_id = talk.chat_id, talk.panel.message_id
    change: TelegramMethod[Any] = EditMessageText(
        text=card.words, chat_id=chat_id, message_id=message_id, reply_markup=card.keyboard
    )
    if talk.panel.photo:
        change = EditMessageCaption(
            caption=card.words, chat_id=chat_id, message_id=message_id, reply_markup=card.keyboard
        )
    await talk.change_quietly(change)


async def refresh(talk: StaffTalk, order: Order) -> None:
    """The card is drawn anew after every tap."""


async def hand_over(talk: StaffTalk, order: Order) -> None:
    await note_by_hand(order, "handed-over", DeliveryStatus.IN_TRANSIT)


async def set_ready(talk: StaffTalk, order: Order) -> None:
    await note_by_hand(order, "ready", DeliveryStatus.IN_FINAL_DESTINATION)


async def set_delivered(talk: StaffTalk, order: Order) -> None:
    await note_by_hand(order, "delivered", DeliveryStatus.DELIVERED)


async def send_label(talk: StaffTalk, order: Order) -> None:
    delivery = await Delivery.get(order_id=order.id)
    label = await parcel_label(talk.services, delivery)
    await talk.services.telegram.send_document(talk.chat_id, BufferedInputFile(label, f"label-{order.number}.pdf"))


async def send_prints(talk: StaffTalk, order: Order) -> None:
    """The print files of every design in the order, each once."""
    items = await OrderItem.filter(order_id=order.id).exclude(poster_id=None).select_related("poster")
    posters = {item.poster.id: item.poster for item in items if item.poster is not None}
    for poster in posters.values():
        if poster.status is PosterStatus.READY:
            pdf = await talk.services.store.get(poster.pdf_key)
            await talk.services.telegram.send_document(
                talk.chat_id, BufferedInputFile(pdf, f"print-{order.number}-{poster.code}.pdf"), request_timeout=120
            )


async def ask_carrier_again(talk: StaffTalk, order: Order) -> None:
    """After whatever made the carrier refuse was put right."""
    await Delivery.filter(order_id=order.id, status=DeliveryStatus.CHOSEN).update(failure="")
    await reopen_job(f"request_delivery:{order.id}")
    await talk.toast(talk.say("ops-toast-asked"))


async def refund_whole(talk: StaffTalk, order: Order) -> None:
    """All that was paid goes back over the rail it came by, and the parcel is called off."""
    async with in_transaction():
        await refund_order(order, "ops-refund-by-operator")
        await write_job("cancel_delivery", f"cancel_delivery:{order.id}", order_id=order.id)
    await talk.toast(talk.say("ops-toast-refund"))


async def note_sent_back(talk: StaffTalk, order: Order) -> None:
    """A person of ours has sent the money back in the provider's cabinet."""
    done = [await finish_refund(refund, f"by hand {_today()}") for refund in await waiting_by_hand(order)]
    key = "ops-toast-sent-back" if any(done) else "ops-nothing-by-hand"
    await talk.toast(talk.say(key, who=talk.user.first_name))


def _today() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d")


_ACTIONS: dict[str, Callable[[StaffTalk, Order], Awaitable[None]]] = {
    "refresh": refresh,
    "handed": hand_over,
    "ready": set_ready,
    "delivered": set_delivered,
    "label": send_label,
    "print": send_prints,
    "ask": ask_carrier_again,
    "refund_yes": refund_whole,
    "sent_back": note_sent_back,
}
