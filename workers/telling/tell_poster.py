"""Tells a fan what a validator decided about a poster's words."""

import html
from uuid import UUID

from bot.artists.artists import artist_name
from bot.i18n import text
from db.posters import Poster, PosterStatus
from workers.rows import Bench


async def tell_poster(bench: Bench, poster_id: str) -> None:
    poster = await Poster.get(id=UUID(poster_id)).select_related("artist", "user")
    fan = poster.user
    if fan.telegram_id is None or fan.has_blocked_bot:
        return
    values = {
        "artist": html.escape(artist_name(poster.artist, fan.language)),
        "recipient": html.escape(poster.recipient),
        "reason": html.escape(poster.review_reason),
    }
    key = "poster-told-refused" if poster.status is PosterStatus.REFUSED else "poster-told-approved"
    await bench.services.telegram.send_message(fan.telegram_id, text(fan.language, key, **values))
