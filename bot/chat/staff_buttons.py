"""What a tap under an operator's card carries."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData

OrderAction = Literal[
    "refresh", "handed", "ready", "delivered", "label", "print", "ask", "refund", "refund_yes", "sent_back"
]


class StaffOrderButton(CallbackData, prefix="ops"):
    """`order` is a packed id."""

    action: OrderAction
    order: str
