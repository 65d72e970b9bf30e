"""Operators and their orders in the staff chat: cards with buttons, labels, refunds, and the two commands."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.methods import EditMessageCaption, EditMessageText, TelegramMethod
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from admin.chat.filters import is_staff_chat
from admin.chat.talking import StaffTalk
from bot.chat.buttons import StaffOrderButton
from bot.chat.staff_orders import order_card
from bot.errors import Conflict
from bot.ids import read_packed
from bot.shop import operators
from db.orders import Order


def build_router() -> Router:
    router = Router(name="staff orders")
    router.message.register(find_order, Command("order"), is_staff_chat)
    router.callback_query.register(act_on_order, StaffOrderButton.filter())
    return router


async def find_order(message: Message, talk: StaffTalk, command: CommandObject) -> None:
    """`/order NUMBER` shows the card. Raises NotFound."""
    order = await operators.find_by_number(talk.user, command.args or "")
    card = await order_card(order.id, talk.language)
    await talk.send(card.words, card.keyboard)


async def act_on_order(query: CallbackQuery, callback_data: StaffOrderButton, talk: StaffTalk) -> None:
    """Whatever a button asks for; the card then shows how things stand."""
    order = await operators.find_by_id(talk.user, read_packed(callback_data.order, "ops-order-unknown"))
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
    await operators.note_step(talk.user, order, "handed")


async def set_ready(talk: StaffTalk, order: Order) -> None:
    await operators.note_step(talk.user, order, "ready")


async def set_delivered(talk: StaffTalk, order: Order) -> None:
    await operators.note_step(talk.user, order, "delivered")


async def send_label(talk: StaffTalk, order: Order) -> None:
    label = await operators.read_label(talk.services, talk.user, order)
    file = BufferedInputFile(label, f"label-{order.number}.pdf")
    await talk.services.telegram.send_document(talk.chat_id, file, message_thread_id=talk.thread_id)


async def send_prints(talk: StaffTalk, order: Order) -> None:
    async for name, pdf in operators.read_prints(talk.services, talk.user, order):
        file = BufferedInputFile(pdf, name)
        await talk.services.telegram.send_document(
            talk.chat_id, file, message_thread_id=talk.thread_id, request_timeout=120
        )


async def ask_carrier_again(talk: StaffTalk, order: Order) -> None:
    await operators.ask_carrier_again(talk.user, order)
    await talk.toast(talk.say("ops-toast-asked"))


async def refund_whole(talk: StaffTalk, order: Order) -> None:
    await operators.refund_whole(talk.user, order)
    await talk.toast(talk.say("ops-toast-refund"))


async def note_sent_back(talk: StaffTalk, order: Order) -> None:
    done = await operators.note_sent_back(talk.user, order)
    await talk.toast(talk.say("ops-toast-sent-back" if done else "ops-nothing-by-hand", who=talk.user.first_name))


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
