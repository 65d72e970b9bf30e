"""Puts doubtful words before a validator in the staff chat."""

from uuid import UUID

from bot.chat.staff_reviews import greeting_card
from bot.greetings.reviews import find_review
from bot.i18n import DEFAULT_LANGUAGE
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
    card = await greeting_card(review.id, DEFAULT_LANGUAGE)
    sent = await services.telegram.send_message(services.settings.staff_chat, card.words, reply_markup=card.buttons())
    await Review.filter(id=review.id).update(staff_message_id=sent.message_id)
