"""A finished greeting sent once more: from Telegram's own copy, or from the object store."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.adapters.telegram_errors import Trouble, read_trouble
from bot.artists.artists import artist_name
from bot.chat.buttons import ArtistButton
from bot.chat.covers import Cover, find_cover
from db.videos import Video
from handlers.talk.keyboards import rows, tap
from handlers.talk.media import Source
from handlers.talk.talk import Talk


async def send_clip(talk: Talk, video: Video) -> None:
    """Raises NotFound when neither Telegram nor the store has it any more."""
    if video.telegram_file_id:
        try:
            await _send(talk, video, video.telegram_file_id)
            return
        except TelegramBadRequest as error:
            if read_trouble(error) is not Trouble.STALE_FILE:
                raise
    body = await talk.services.store.get(video.video_key)
    cover = await find_cover(talk.services, video.cover_key)
    await _send(talk, video, BufferedInputFile(body, f"stario-{video.code}.mp4"), cover)


async def _send(talk: Talk, video: Video, source: Source, cover: Cover | None = None) -> None:
    artist = artist_name(video.artist, talk.language)
    await talk.services.telegram.send_video(
        talk.chat_id,
        source,
        **(cover or {}),
        width=video.width or None,
        height=video.height or None,
        duration=round(video.duration_ms / 1000) or None,
        supports_streaming=True,
        caption=talk.say("video-caption", artist=artist, recipient=video.recipient),
        reply_markup=clip_keyboard(talk, video),
    )


def clip_keyboard(talk: Talk, video: Video) -> InlineKeyboardMarkup:
    again = tap(talk.say("video-again"), ArtistButton(slug=video.artist.slug))
    return rows([share_button(talk, video)], [page_button(talk, video)], [again])


def share_button(talk: Talk, video: Video) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=talk.say("video-share"), switch_inline_query=f"video_{video.code}")


def page_button(talk: Talk, video: Video) -> InlineKeyboardButton:
    """The public page that says who approved the greeting."""
    url = video.video_url or f"{talk.services.settings.base_url}/v/{video.code}"
    return InlineKeyboardButton(text=talk.say("video-check-link"), url=url)
