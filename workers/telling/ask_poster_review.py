"""Puts a poster's doubtful words before a validator in the staff chat."""

from uuid import UUID

from bot.chat.staff_reviews import poster_card
from bot.i18n import DEFAULT_LANGUAGE
from db.posters import Poster, PosterStatus
from workers.rows import Bench
from workers.telling.ask_approval import NobodyToAsk


async def ask_poster_review(bench: Bench, poster_id: str) -> None:
    """Sends the words with two buttons. Raises NobodyToAsk where no staff chat is configured."""
    services = bench.services
    poster = await Poster.get(id=UUID(poster_id))
    if poster.status is not PosterStatus.IN_REVIEW:
        return
    if not services.settings.staff_chat:
        raise NobodyToAsk("a poster waits for a validator, but STAFF_CHAT_ID is not set")
    card = await poster_card(poster.id, DEFAULT_LANGUAGE)
    await services.telegram.send_message(services.settings.staff_chat, card.words, reply_markup=card.buttons())
