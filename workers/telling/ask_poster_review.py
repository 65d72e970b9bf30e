"""Puts a poster's doubtful words before a validator in the staff chat."""

from uuid import UUID

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.buttons import PosterReviewButton
from bot.chat.poster_words import review_words
from bot.i18n import DEFAULT_LANGUAGE, text
from bot.ids import pack_id
from db.posters import Poster, PosterStatus
from workers.rows import Bench
from workers.telling.ask_approval import NobodyToAsk


async def ask_poster_review(bench: Bench, poster_id: str) -> None:
    """Sends the words with two buttons. Raises NobodyToAsk where no staff chat is configured."""
    services = bench.services
    poster = await Poster.get(id=UUID(poster_id)).select_related("artist")
    if poster.status is not PosterStatus.IN_REVIEW:
        return
    if not services.settings.staff_chat:
        raise NobodyToAsk("a poster waits for a validator, but STAFF_CHAT_ID is not set")
    packed = pack_id(poster.id)
    row = [
        InlineKeyboardButton(
            text=text(DEFAULT_LANGUAGE, f"poster-review-{verdict}"),
            callback_data=PosterReviewButton(verdict=verdict, poster=packed).pack(),
        )
        for verdict in ("yes", "no")
    ]
    await services.telegram.send_message(
        services.settings.staff_chat,
        review_words(poster, DEFAULT_LANGUAGE),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[row]),
    )
