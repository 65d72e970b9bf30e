"""What a tap in the staff chat carries, beside `bot.chat.buttons.ReviewButton`."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData

Reason = Literal["rude", "personal", "promise", "offtopic", "own", "back"]
REASONS: tuple[Reason, ...] = ("rude", "personal", "promise", "offtopic")  # ready ones


class ReasonButton(CallbackData, prefix="reason"):
    """Why the words are refused: a ready reason, one to be typed, or back to the two buttons."""

    reason: Reason
    review: str
