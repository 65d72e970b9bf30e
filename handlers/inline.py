"""Inline mode: the catalogue in any chat, and a finished greeting shared with a friend."""

import html
import re

from aiogram import Router
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultCachedVideo,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from bot.artists.artists import artist_name, list_artists
from bot.artists.pricing import describe_quote, quote_video
from bot.chat.quiz_shares import describe_result
from bot.errors import NotFound
from bot.i18n import text, text_key
from bot.provenance.codes import find_greeting
from bot.quiz.cards import find_shared
from bot.services import Services
from db.artists import Artist
from db.users import User
from handlers.talk.keyboards import rows
from handlers.talk.media import known_file

_MOST = 20
_CACHE_SECONDS = 30
_VIDEO = re.compile(r"video_([a-z0-9]{4,16})")
_QUIZ = re.compile(r"quiz_([A-Za-z0-9_-]{22})")


def build_router() -> Router:
    router = Router(name="inline")
    router.inline_query.register(answer_inline)
    return router


async def answer_inline(query: InlineQuery, services: Services, user: User, language: str) -> None:
    """`video_<code>` offers that greeting, `quiz_<code>` one's own result; else it is the name of a star."""
    if found := _VIDEO.fullmatch(query.query.strip()):
        await offer_video(query, services, language, found[1])
        return
    if found := _QUIZ.fullmatch(query.query.strip()):
        await offer_quiz(query, services, user, language, found[1])
        return
    page = await list_artists("", query.query, _offset(query), _MOST)
    results = [await offer_artist(services, artist, language) for artist in page.items]
    await query.answer(
        results,  # type: ignore[arg-type]
        cache_time=_CACHE_SECONDS,
        is_personal=True,
        next_offset=str(page.next or ""),
        button=InlineQueryResultsButton(text=text(language, "menu-inline-open"), start_parameter="inline"),
    )


def _offset(query: InlineQuery) -> int:
    return int(query.offset) if query.offset.isdigit() else 0


async def offer_artist(
    services: Services, artist: Artist, language: str
) -> InlineQueryResultArticle | InlineQueryResultCachedPhoto:
    """The artist's card with a link to the bot; with the portrait where Telegram has it already."""
    name, price = artist_name(artist, language), describe_quote(quote_video(artist), language)
    category = text(language, text_key("category", artist.category))
    about = artist.about.get(language, "")
    words = text(
        language, "menu-inline-card", artist=html.escape(name), category=category, about=html.escape(about), price=price
    )
    keyboard = await bot_link(services, f"artist_{artist.slug}", text(language, "greeting-ask"))
    photo = await known_file(services, artist.portrait_key)
    if photo:
        return InlineQueryResultCachedPhoto(
            id=artist.slug,
            photo_file_id=photo,
            title=name,
            description=f"{category} · {price}",
            caption=words,
            reply_markup=keyboard,
        )
    return InlineQueryResultArticle(
        id=artist.slug,
        title=name,
        description=f"{category} · {price}",
        input_message_content=InputTextMessageContent(message_text=words),
        reply_markup=keyboard,
    )


async def bot_link(services: Services, payload: str, words: str) -> InlineKeyboardMarkup:
    """A button that opens the bot where `payload` leads."""
    me = await services.telegram.me()
    return rows([InlineKeyboardButton(text=words, url=f"https://t.me/{me.username}?start={payload}")])


async def offer_quiz(query: InlineQuery, services: Services, user: User, language: str, code: str) -> None:
    """The card of a quiz result, for the person whose result it is."""
    try:
        quiz = await find_shared(code)
        results = [await describe_result(services, quiz, language)] if quiz.user_id == user.id else []
    except NotFound:
        results = []
    await query.answer(results, cache_time=1, is_personal=True)  # type: ignore[arg-type]


async def offer_video(query: InlineQuery, services: Services, language: str, code: str) -> None:
    try:
        video = await find_greeting(code)
    except NotFound:
        await query.answer([], cache_time=1, is_personal=True)
        return
    artist = artist_name(video.artist, language)
    caption = text(language, "video-caption", artist=html.escape(artist), recipient=html.escape(video.recipient))
    keyboard = await bot_link(services, f"artist_{video.artist.slug}", text(language, "menu-inline-own"))
    if not video.telegram_file_id:
        await query.answer([], cache_time=1, is_personal=True)
        return
    result = InlineQueryResultCachedVideo(
        id=video.code,
        video_file_id=video.telegram_file_id,
        title=f"{artist} → {video.recipient}",
        caption=caption,
        reply_markup=keyboard,
    )
    await query.answer([result], cache_time=_CACHE_SECONDS, is_personal=True)
