"""Puts doubtful words before a validator in the staff chat."""

import html
from uuid import UUID

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.buttons import ReviewButton
from bot.greetings.reviews import find_review
from bot.i18n import DEFAULT_LANGUAGE, text
from bot.ids import pack_id
from db.reviews import Review, ReviewStatus
from workers.rows import Bench
from workers.telling.ask_approval import NobodyToAsk


async def ask_review(bench: Bench, review_id: str) -> None:
    """Sends the words with two buttons. Raises NobodyToAsk where no staff chat is configured."""
    services = bench.services
    review = await find_review(UUID(review_id))
    if review.status is not ReviewStatus.WAITING or review.staff_message_id is not None:
        return
    if not services.settings.staff_chat:
        raise NobodyToAsk("words wait for a validator, but STAFF_CHAT_ID is not set")
    language = DEFAULT_LANGUAGE
    sent = await services.telegram.send_message(
        services.settings.staff_chat, review_words(review, language), reply_markup=review_buttons(review, language)
    )
    await Review.filter(id=review.id).update(staff_message_id=sent.message_id)


def review_words(review: Review, language: str) -> str:
    video = review.video
    return text(
        language,
        "video-review-ask",
        artist=html.escape(video.artist.name),
        categories=", ".join(review.categories) or "—",
        recipient=html.escape(video.recipient),
        text=html.escape(video.text),
    )


def review_buttons(review: Review, language: str) -> InlineKeyboardMarkup:
    packed = pack_id(review.id)
    yes = ReviewButton(verdict="yes", review=packed).pack()
    no = ReviewButton(verdict="no", review=packed).pack()
    row = [
        InlineKeyboardButton(text=text(language, "video-review-yes"), callback_data=yes),
        InlineKeyboardButton(text=text(language, "video-review-no"), callback_data=no),
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])
