"""A ready greeting reaches its fan: once, with a cover, playing while it loads."""

import asyncio
import html
import logging
from uuid import UUID

from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.artists.artists import artist_name
from bot.chat.buttons import ArtistButton
from bot.chat.covers import find_cover
from bot.chat.greeting_status import post_status
from bot.greetings.progress import Progress, put_progress
from bot.greetings.renders import mark_delivered
from bot.i18n import text
from bot.services import Services
from db.videos import Video, VideoStatus
from workers.rows import Bench
from workers.telling.find_sent import SentClip, clip_name, find_sent_clip

log = logging.getLogger("stario.deliver")
_UPLOAD_SECONDS = 120


async def deliver_video(bench: Bench, video_id: str) -> None:
    """Sends the clip and closes the order. A fan who blocked the bot finds it again on coming back."""
    services = bench.services
    video = await Video.get(id=UUID(video_id)).select_related("artist", "user")
    if video.status is not VideoStatus.READY:
        return
    if video.chat_id is None or video.user.telegram_id is None:
        await mark_delivered(video, 0, "")
    else:
        sent = await find_sent_clip(services, video) or await _send_once(services, video)
        if sent is None:
            log.info("video %s waits until its fan unblocks the bot", video.id)
            return
        await mark_delivered(video, sent.message_id, sent.file_id)
    await put_progress(services.redis, video.id, Progress("sent", 1.0))
    video = await Video.get(id=video.id).select_related("artist", "user")
    await post_status(services, video)


async def _send_once(services: Services, video: Video) -> SentClip | None:
    """The clip as sent; None when the fan has blocked the bot."""
    # Written down first: if we never hear how this send ended, the next try looks before it sends.
    await Video.filter(id=video.id).update(sent_after=video.status_message_id)
    try:
        sent = await send_clip(services, video)
    except TelegramForbiddenError:
        await Video.filter(id=video.id).update(sent_after=None)
        return None
    return SentClip(sent.message_id, sent.video.file_id if sent.video else "")


async def send_clip(services: Services, video: Video) -> Message:
    """The video message itself."""
    assert video.chat_id is not None
    language = video.user.language
    body, cover = await asyncio.gather(services.store.get(video.video_key), find_cover(services, video.cover_key))
    artist = artist_name(video.artist, language)
    return await services.telegram.send_video(
        video.chat_id,
        BufferedInputFile(body, clip_name(video)),
        **cover,
        width=video.width,
        height=video.height,
        duration=round(video.duration_ms / 1000),
        supports_streaming=True,
        caption=text(language, "video-caption", artist=html.escape(artist), recipient=html.escape(video.recipient)),
        reply_markup=clip_keyboard(services, video, language),
        request_timeout=_UPLOAD_SECONDS,
    )


def clip_keyboard(services: Services, video: Video, language: str) -> InlineKeyboardMarkup:
    share = InlineKeyboardButton(text=text(language, "video-share"), switch_inline_query=f"video_{video.code}")
    check = InlineKeyboardButton(text=text(language, "video-check-link"), url=video.video_url)
    again = InlineKeyboardButton(
        text=text(language, "video-again"), callback_data=ArtistButton(slug=video.artist.slug).pack()
    )
    return InlineKeyboardMarkup(inline_keyboard=[[share], [check], [again]])
