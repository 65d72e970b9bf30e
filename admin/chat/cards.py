"""How a review looks in the staff chat: its two buttons, the ready reasons, and the decision below it."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from admin.chat.buttons import REASONS, Reason, ReasonButton
from admin.chat.talking import StaffTalk
from bot.chat.buttons import ReviewButton
from bot.i18n import text
from db.reviews import Review, ReviewStatus


def _button(words: str, data: CallbackData) -> list[InlineKeyboardButton]:
    return [InlineKeyboardButton(text=words, callback_data=data.pack())]


def verdict_keyboard(talk: StaffTalk, packed: str) -> InlineKeyboardMarkup:
    yes = _button(talk.say("video-review-yes"), ReviewButton(verdict="yes", review=packed))
    no = _button(talk.say("video-review-no"), ReviewButton(verdict="no", review=packed))
    return InlineKeyboardMarkup(inline_keyboard=[yes + no])


def reason_keyboard(talk: StaffTalk, packed: str) -> InlineKeyboardMarkup:
    """The ready reasons, a reason of one's own, and the way back."""
    names: tuple[Reason, ...] = (*REASONS, "own", "back")
    rows = [_button(talk.say(f"staff-pick-{name}"), ReasonButton(reason=name, review=packed)) for name in names]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def decision_line(review: Review, language: str, who: str) -> str:
    """Who decided what, as HTML; `who` is escaped."""
    if review.status is ReviewStatus.APPROVED:
        return text(language, "staff-approved", who=who)
    return text(language, "staff-refused", who=who)
