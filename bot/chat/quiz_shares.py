"""A quiz result on its way to friends: an inline message with the card, and links that lead back to us."""

import html
from dataclasses import dataclass

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultPhoto,
    InputTextMessageContent,
)

from bot.adapters.redis_keys import media_key
from bot.artists.artists import artist_name
from bot.i18n import text
from bot.quiz.card_keys import Shape, card_key
from bot.quiz.cards import ensure_card, first_match, share_code
from bot.services import Services
from db.artists import Artist
from db.quizzes import FaceQuiz
from db.users import User

Result = InlineQueryResultArticle | InlineQueryResultCachedPhoto | InlineQueryResultPhoto
_WIDTH, _HEIGHT = 1080, 1350


@dataclass(frozen=True)
class Share:
    """`message_id` is for shareMessage, `card_url` and `story_url` are pictures, `page_url` is for people."""

    message_id: str
    card_url: str
    story_url: str
    page_url: str
    words: str


async def prepare_share(services: Services, user: User, quiz: FaceQuiz, language: str) -> Share:
    """A message that Telegram lets the person send to anybody. Raises NotFound, Unavailable."""
    await ensure_card(services, quiz, language)
    result = await describe_result(services, quiz, language)
    prepared = await services.telegram.save_prepared_inline_message(
        user_id=user.telegram_id or 0,
        result=result,
        allow_user_chats=True,
        allow_group_chats=True,
        allow_channel_chats=True,
    )
    return Share(
        prepared.id,
        card_path(services, quiz, language, "chat"),
        card_path(services, quiz, language, "story"),
        f"{services.settings.base_url}/q/{share_code(quiz)}",
        await share_words(quiz, language),
    )


def card_path(services: Services, quiz: FaceQuiz, language: str, shape: Shape) -> str:
    """The public address of the card."""
    return f"{services.settings.base_url}/media/cards/{share_code(quiz)}-{language}-{shape}.jpg"


async def share_words(quiz: FaceQuiz, language: str) -> str:
    """What stands under a shared card."""
    artist, percent = await first_match(quiz)
    return text(language, "quiz-share", artist=artist_name(artist, language), percent=percent)


async def describe_result(services: Services, quiz: FaceQuiz, language: str) -> Result:
    """The result as inline mode offers it; the picture comes by file_id where Telegram has it already."""
    artist, percent = await first_match(quiz)
    words = html.escape(await share_words(quiz, language))
    keyboard = await invite_keyboard(services, artist, language)
    title = text(language, "quiz-share-title", artist=artist_name(artist, language), percent=percent)
    code = share_code(quiz)
    known = await services.redis.get(media_key(services.telegram.id, card_key(quiz.id, language, "chat")))
    if known:
        return InlineQueryResultCachedPhoto(
            id=code, photo_file_id=known.decode(), title=title, caption=words, reply_markup=keyboard
        )
    url = card_path(services, quiz, language, "chat")
    if services.settings.playground or url.startswith("https://"):
        return InlineQueryResultPhoto(
            id=code,
            photo_url=url,
            thumbnail_url=url,
            photo_width=_WIDTH,
            photo_height=_HEIGHT,
            title=title,
            caption=words,
            reply_markup=keyboard,
        )
    content = InputTextMessageContent(message_text=words)
    return InlineQueryResultArticle(id=code, title=title, input_message_content=content, reply_markup=keyboard)


async def invite_keyboard(services: Services, artist: Artist, language: str) -> InlineKeyboardMarkup:
    """One button that brings a friend into the quiz."""
    words = text(language, "quiz-try")
    button = InlineKeyboardButton(text=words, url=await invite_link(services, artist))
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


async def invite_link(services: Services, artist: Artist) -> str:
    """Where a shared card leads: the bot, which says whom the friend looked like and asks back."""
    me = await services.telegram.me()
    return f"https://t.me/{me.username}?start=match_{artist.slug}"
