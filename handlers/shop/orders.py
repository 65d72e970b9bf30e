"""Orders for goods in the chat: where they are, how to pay them, and a way to stop."""

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.buttons import GoodsOrderButton, order_button
from bot.chat.order_status import goods_keyboard, goods_text, post_goods_status, ways_keyboard
from bot.i18n import format_uzs
from bot.ids import read_packed
from bot.rails.telegram.invoices import repeat_invoice
from bot.shop.orders import cancel_order, choose_rail, get_order, list_orders, read_order
from db.orders import Order, OrderStatus
from handlers.talk.buttons import MenuButton
from handlers.talk.keyboards import Row, home_button, tap
from handlers.talk.talk import Talk

_MARKS = {
    OrderStatus.AWAITING_PAYMENT: "💳",
    OrderStatus.FULFILLED: "✅",
    OrderStatus.EXPIRED: "✖️",
    OrderStatus.CANCELLED: "✖️",
    OrderStatus.REFUNDED: "↩️",
}
SHOWN = 4  # on the first page of /orders


def build_router() -> Router:
    router = Router(name="goods_orders")
    router.callback_query.register(act_on_order, GoodsOrderButton.filter())
    return router


async def act_on_order(query: CallbackQuery, callback_data: GoodsOrderButton, talk: Talk) -> None:
    """Whatever a button under an order asks for. Raises NotFound for somebody else's order."""
    order = await get_order(talk.user, str(read_packed(callback_data.order)))
    await _ACTIONS[callback_data.action](talk, order, callback_data.rail)


async def show_order(talk: Talk, order: Order, rail: str = "") -> None:
    """The details where they were tapped."""
    view = await read_order(order)
    keyboard = await goods_keyboard(talk.services, view, talk.language)
    back: Row = [tap(talk.say("orders-back"), MenuButton(action="orders")), home_button(talk.language)]
    given = [*(keyboard.inline_keyboard if keyboard else []), back]
    await talk.show(goods_text(view, talk.language), InlineKeyboardMarkup(inline_keyboard=given))


async def send_order(talk: Talk, order: Order) -> None:
    """The order's own message, and the invoice where it is paid inside Telegram."""
    await post_goods_status(talk.services, order)
    if order.payment_provider == "telegram" and order.status is OrderStatus.AWAITING_PAYMENT:
        await repeat_invoice(talk.services, order, talk.chat_id, talk.say("orders-invoice-here"))


async def refresh_order(talk: Talk, order: Order, rail: str = "") -> None:
    await talk.close_tap()
    await post_goods_status(talk.services, order)
    await _refresh_details(talk, order)


async def _refresh_details(talk: Talk, order: Order) -> None:
    """Where the tapped message is the one of /orders, it follows too."""
    data = await talk.state.get_data()
    if talk.panel is not None and data.get("panel") == talk.panel.message_id:
        await show_order(talk, await Order.get(id=order.id))


async def show_ways(talk: Talk, order: Order, rail: str = "") -> None:
    await talk.close_tap()
    assert talk.panel is not None
    keyboard = ways_keyboard(talk.services, order, talk.language)
    await talk.change_quietly(talk.panel.edit_reply_markup(reply_markup=keyboard))


async def change_rail(talk: Talk, order: Order, rail: str) -> None:
    await choose_rail(talk.services.settings, order, rail)
    await talk.close_tap()
    await send_order(talk, order)
    await _refresh_details(talk, order)


async def stop_order(talk: Talk, order: Order, rail: str = "") -> None:
    await cancel_order(talk.user, order)
    await talk.toast(talk.say("orders-cancelled"))
    await post_goods_status(talk.services, order)
    await _refresh_details(talk, order)


async def order_rows(talk: Talk) -> list[list[InlineKeyboardButton]]:
    """The newest orders for goods, a button each, for /orders."""
    return [
        [InlineKeyboardButton(text=order_label(talk, view.order), callback_data=order_button(view.order, "show"))]
        for view in await list_orders(talk.user, 0, SHOWN)
    ]


def order_label(talk: Talk, order: Order) -> str:
    mark = _MARKS.get(order.status, "📦")
    return f"{mark} № {order.number} · {format_uzs(talk.language, order.total_uzs)}"


_ACTIONS = {"show": show_order, "refresh": refresh_order, "rail": change_rail, "cancel": stop_order, "ways": show_ways}
