"""Brings a fan the news that a status message alone would not ring for."""

from uuid import UUID

from bot.chat.greeting_status import ending_text, post_status
from bot.i18n import text
from bot.money.orders import order_of
from bot.rails.telegram.invoices import send_invoice
from db.videos import Video, VideoStatus
from workers.rows import Bench

_BAD_NEWS = (VideoStatus.FAILED, VideoStatus.REFUSED)


async def tell_fan(bench: Bench, video_id: str) -> None:
    """After a person decided or a render failed: the status changes, and a message says so."""
    services = bench.services
    video = await Video.get(id=UUID(video_id)).select_related("artist", "user")
    await post_status(services, video)
    if video.chat_id is None or video.user.has_blocked_bot:
        return
    language = video.user.language
    if video.status in _BAD_NEWS:
        await services.telegram.send_message(video.chat_id, await ending_text(video, language))
    elif video.status is VideoStatus.AWAITING_PAYMENT:
        await services.telegram.send_message(video.chat_id, text(language, "video-released"))
        await send_invoice(services, await order_of(video), video.chat_id)
