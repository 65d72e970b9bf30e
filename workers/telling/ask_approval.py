"""Shows a finished clip to the artist, who says yes or no with one tap."""

import html
from uuid import UUID

from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.buttons import ClipButton
from bot.chat.covers import find_cover
from bot.chat.greeting_status import post_status
from bot.i18n import DEFAULT_LANGUAGE, text, text_key
from bot.ids import pack_id
from bot.services import Services
from db.videos import Video, VideoStatus
from workers.rows import Bench

_UNDER_CLIP = 700  # UTF-16 units of the 1024 that a caption holds


class NobodyToAsk(RuntimeError):
    """Neither the artist nor a staff chat can be written to."""


async def ask_approval(bench: Bench, video_id: str) -> None:
    """Sends the clip with two buttons; where the artist has no chat with us, the staff chat decides."""
    services = bench.services
    video = await Video.get(id=UUID(video_id)).select_related("artist__user", "user")
    if video.status is not VideoStatus.AWAITING_APPROVAL:
        return
    chat_id, language = _whom_to_ask(services, video)
    cover = await find_cover(services, video.cover_key)
    await services.telegram.send_video(
        chat_id,
        BufferedInputFile(await services.store.get(video.video_key), f"stario-{video.code}.mp4"),
        **cover,
        width=video.width,
        height=video.height,
        duration=round(video.duration_ms / 1000),
        supports_streaming=True,
        caption=_words(video, language),
        reply_markup=_buttons(video, language),
        request_timeout=120,
    )
    if not _fits(video):
        await services.telegram.send_message(chat_id, html.escape(video.text, quote=False))
    await post_status(services, video)


def _whom_to_ask(services: Services, video: Video) -> tuple[int, str]:
    artist = video.artist.user
    if artist is not None and artist.telegram_id and not artist.has_blocked_bot:
        return artist.telegram_id, artist.language
    if services.settings.staff_chat:
        return services.settings.staff_chat, DEFAULT_LANGUAGE
    raise NobodyToAsk("set STAFF_CHAT_ID, or link the artist to a Telegram account")


def _words(video: Video, language: str) -> str:
    occasion = text(language, text_key("occasion", video.occasion))
    return text(
        language,
        "video-approval-ask",
        recipient=html.escape(video.recipient),
        occasion=occasion,
        text=html.escape(video.text, quote=False) if _fits(video) else "👇",
    )


def _fits(video: Video) -> bool:
    """Words that leave room for ours under a clip; longer ones come below it."""
    return len(video.text.encode("utf-16-le")) // 2 <= _UNDER_CLIP


def _buttons(video: Video, language: str) -> InlineKeyboardMarkup:
    packed = pack_id(video.id)
    yes = ClipButton(verdict="yes", video=packed).pack()
    no = ClipButton(verdict="no", video=packed).pack()
    row = [
        InlineKeyboardButton(text=text(language, "video-approval-yes"), callback_data=yes),
        InlineKeyboardButton(text=text(language, "video-approval-no"), callback_data=no),
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])
