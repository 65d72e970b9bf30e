"""Artists and occasions as pages show them."""

from typing import Any

from bot.artists.artists import artist_name
from bot.artists.pricing import describe_quote, quote_video
from bot.demo.catalogue import load_catalogue, text_key
from bot.i18n import text
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
    emoji = next((one.emoji for one in load_catalogue().occasions if one.id == occasion), "✨")
    return {"id": occasion, "emoji": emoji, "name": name_occasion(occasion, language)}


def name_category(category: str, language: str) -> str:
    return text(language, text_key("category", category))


def name_occasion(occasion: str, language: str) -> str:
    return text(language, text_key("occasion", occasion))


def name_topics(topics: tuple[str, ...], language: str) -> str:
    """`politics, religion`: the topics in words."""
    return ", ".join(text(language, text_key("topic", topic)) for topic in topics)
