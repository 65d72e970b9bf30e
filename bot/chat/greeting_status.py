"""The one status message of a greeting: built from its state, edited in place, sent at most once."""

import html
import logging

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.adapters.telegram_errors import is_gone, is_unchanged
from bot.artists.artists import artist_name
from bot.artists.pricing import Quote, describe_quote
from bot.chat.buttons import VideoButton
from bot.greetings.progress import Progress, read_progress
from bot.i18n import text
from bot.ids import pack_id
from bot.money.orders import order_of
from bot.services import Services
from db.reviews import Review
from db.videos import Video, VideoStatus

log = logging.getLogger("stario.status")
_BAR = 10
_ENDINGS = {VideoStatus.CANCELLED: "video-cancelled", VideoStatus.EXPIRED: "video-expired"}


async def post_status(services: Services, video: Video, progress: Progress | None = None) -> None:
    """Shows where a greeting is: edits its status message, or sends it where there is none yet.

    `video` needs its artist and user. A fan who blocked the bot loses nothing: the state stays in Postgres.
    """
    if video.chat_id is None:
        return
    progress = progress or await read_progress(services.redis, video)
    language = video.user.language
    words, keyboard = await status_text(video, progress, language), status_keyboard(video, language)
    try:
        if video.status_message_id is None:
            await _send_status(services, video, words, keyboard)
        else:
            await services.telegram.edit_message_text(
                words, chat_id=video.chat_id, message_id=video.status_message_id, reply_markup=keyboard
            )
    except TelegramBadRequest as error:
        if not (is_unchanged(error) or is_gone(error)):
            raise
    except TelegramForbiddenError:
        log.info("the fan of video %s has blocked the bot", video.id)


async def _send_status(services: Services, video: Video, words: str, keyboard: InlineKeyboardMarkup | None) -> None:
    assert video.chat_id is not None
    sent = await services.telegram.send_message(video.chat_id, words, reply_markup=keyboard)
    video.status_message_id = sent.message_id
    await Video.filter(id=video.id).update(status_message_id=sent.message_id)


async def status_text(video: Video, progress: Progress, language: str) -> str:
    """What the status message says, as HTML."""
    artist = artist_name(video.artist, language)
    head = text(language, "video-head", artist=html.escape(artist), recipient=html.escape(video.recipient))
    return f"{head}\n\n{await _stage_text(video, progress, language, html.escape(artist))}"


async def _stage_text(video: Video, progress: Progress, language: str, artist: str) -> str:
    if video.status in _ENDINGS:
        return text(language, _ENDINGS[video.status])
    if video.status in (VideoStatus.FAILED, VideoStatus.REFUSED):
        return await ending_text(video, language)
    if progress.stage == "payment":
        order = await order_of(video)
        price = describe_quote(Quote(order.total_uzs, order.total_xtr), language)
        return text(language, "video-stage-payment", price=price)
    stage = text(language, f"video-stage-{progress.stage}", place=progress.place, artist=artist)
    if progress.stage in ("voice", "video", "sending"):
        stage += f"\n{draw_bar(progress.fraction)} {progress.percent} %"
    return stage + _eta_text(progress, language)


async def ending_text(video: Video, language: str) -> str:
    """Why a greeting ended unhappily, in the fan's language."""
    artist = html.escape(artist_name(video.artist, language))
    if video.failure == "video-refused-by-validator":
        review = await Review.get_or_none(video_id=video.id)
        return text(language, video.failure, reason=html.escape(review.reason if review else ""))
    if video.failure == "video-refused-by-artist":
        return text(language, video.failure, artist=artist)
    return text(language, video.failure or "video-failed-render")


def draw_bar(fraction: float) -> str:
    full = min(_BAR, int(fraction * _BAR))
    return "▰" * full + "▱" * (_BAR - full)


def _eta_text(progress: Progress, language: str) -> str:
    if progress.eta is None or progress.stage not in ("queue", "voice", "video"):
        return ""
    seconds = max(5, round(progress.eta / 5) * 5)  # nobody believes an estimate to the second
    minutes = round(seconds / 60) if seconds >= 60 else 0
    return " · " + text(language, "video-eta", minutes=minutes, seconds=seconds)


def status_keyboard(video: Video, language: str) -> InlineKeyboardMarkup | None:
    """What can be done about a greeting right now."""
    if video.status in (VideoStatus.AWAITING_PAYMENT, VideoStatus.IN_REVIEW):
        data = VideoButton(action="cancel", video=pack_id(video.id)).pack()
        button = InlineKeyboardButton(text=text(language, "video-cancel"), callback_data=data)
        return InlineKeyboardMarkup(inline_keyboard=[[button]])
    return None
