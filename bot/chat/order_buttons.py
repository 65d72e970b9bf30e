"""The taps under an order for goods: what they carry, 64 bytes at most."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData

from bot.chat.buttons import pack_id
from db.orders import Order

GoodsAction = Literal["show", "refresh", "rail", "cancel", "ways"]


class GoodsOrderButton(CallbackData, prefix="good"):
    """`order` is a packed id, `rail` a way to pay."""

    action: GoodsAction
    order: str
    rail: str = ""


def order_button(order: Order, action: GoodsAction, rail: str = "") -> str:
    return GoodsOrderButton(action=action, order=pack_id(order.id), rail=rail).pack()
