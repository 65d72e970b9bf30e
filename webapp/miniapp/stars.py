"""Artists and occasions as pages show them."""

from typing import Any

from bot.artists.artists import artist_name
from bot.artists.occasions import occasion_emoji
from bot.artists.pricing import describe_quote, quote_video
from bot.i18n import text, text_key
from db.artists import Artist


def describe_star(artist: Artist, language: str) -> dict[str, Any]:
    return {
        "artist": artist,
        "id": str(artist.id),
        "slug": artist.slug,
        "name": artist_name(artist, language),
        "category": name_category(artist.category, language),
        "price": describe_quote(quote_video(artist), language),
        "price_xtr": artist.price_xtr,
        "is_free": quote_video(artist).is_free,
    }


def describe_occasion(occasion: str, language: str) -> dict[str, str]:
    return {"id": occasion, "emoji": occasion_emoji(occasion), "name": name_occasion(occasion, language)}


def name_category(category: str, language: str) -> str:
    return text(language, text_key("category", category))


def name_occasion(occasion: str, language: str) -> str:
    return text(language, text_key("occasion", occasion))


def name_topics(topics: tuple[str, ...], language: str) -> str:
    """`politics, religion`: the topics in words."""
    return ", ".join(text(language, text_key("topic", topic)) for topic in topics)
