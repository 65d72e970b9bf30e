"""How a poster is spoken of in chats."""

import html

from bot.i18n import text
from db.posters import Poster


def review_words(poster: Poster, language: str) -> str:
    """The words under review with all that a validator needs, as HTML."""
    categories = [text(language, "moderation-category", category=name) for name in poster.categories]
    return text(
        language,
        "poster-review-ask",
        artist=html.escape(poster.artist.name),
        categories=", ".join(categories) or "—",
        recipient=html.escape(poster.recipient),
        text=html.escape(poster.words),
    )
