"""A greeting as the API shows it."""

import asyncio
import html
import logging
import math
from typing import Any

from aiogram.exceptions import TelegramAPIError

from bot.adapters.redis_keys import invoice_key
from bot.artists.artists import artist_name
from bot.artists.pricing import Quote, describe_quote
from bot.chat.greeting_status import ending_text
from bot.greetings.progress import Progress, read_progress
from bot.greetings.videos import find_video, public_status
from bot.i18n import text
from bot.money.orders import order_of
from bot.rails.telegram.invoices import invoice_link
from bot.services import Services
from db.orders import Order, OrderStatus
from db.videos import Video, VideoStatus
from webapp.api.endpoint import Answer, Call
from webapp.api.shapes import JobShape

log = logging.getLogger("stario.web")
_PLAYABLE = (VideoStatus.READY, VideoStatus.DELIVERED)
_KEEP_LINK = 6 * 3600
_LINK_PATIENCE = 3.0


async def show_job(call: Call) -> Answer:
    video = await find_video(call.user, call.path("video"))
    return Answer(await describe_job(call.services, video, call.language))


async def describe_job(services: Services, video: Video, language: str) -> JobShape:
    """Where a greeting is. `video` needs its artist and user."""
    progress, order = await read_progress(services.redis, video), await order_of(video)
    status, playable = public_status(video), video.status in _PLAYABLE
    reason = await _read_reason(video, language) if status == "failed" else None
    return JobShape.model_validate(
        {
            "job_id": video.id,
            "status": status,
            "progress": 100 if status == "completed" else min(99, progress.percent) if status != "failed" else 0,
            "stage": progress.stage,
            "place": progress.place,
            "eta_seconds": None if status == "completed" or progress.eta is None else math.ceil(progress.eta),
            "message": reason or say_stage(video, progress, order, language),
            "eta_message": say_eta(progress, language) if status in ("queued", "processing") else None,
            "video_url": await services.store.link(video.video_key) if playable else None,
            "cover_url": await services.store.link(video.cover_key) if playable and video.cover_key else None,
            "page_url": video.video_url or None,
            "payment_url": await payment_link(services, order) if status == "awaiting_payment" else None,
            "reason": reason,
            "artist_id": video.artist.id,
            "artist_name": artist_name(video.artist, language),
            "occasion": video.occasion,
            "recipient": video.recipient,
            "price_xtr": order.total_xtr,
            "price_uzs": order.total_uzs,
            "created_at": video.created_at,
        }
    )


def say_stage(video: Video, progress: Progress, order: Order, language: str) -> str:
    """The stage as a sentence."""
    if progress.stage == "sent":
        return text(language, "video-stage-sent-web")
    price = describe_quote(Quote(order.total_uzs, order.total_xtr), language)
    values: dict[str, dict[str, Any]] = {
        "queue": {"place": progress.place},
        "approval": {"artist": artist_name(video.artist, language)},
        "payment": {"price": price},
    }
    return text(language, f"video-stage-{progress.stage}", **values.get(progress.stage, {}))


def say_eta(progress: Progress, language: str) -> str | None:
    """How long it will take, rounded: nobody believes an estimate to the second."""
    if progress.eta is None or progress.stage not in ("queue", "voice", "video"):
        return None
    seconds = max(5, round(progress.eta / 5) * 5)
    return text(language, "video-eta", minutes=round(seconds / 60) if seconds >= 60 else 0, seconds=seconds)


async def _read_reason(video: Video, language: str) -> str:
    if video.status in (VideoStatus.CANCELLED, VideoStatus.EXPIRED):
        return text(language, f"video-{video.status.value}")
    return html.unescape(await ending_text(video, language))


async def payment_link(services: Services, order: Order) -> str | None:
    """The invoice of an order, asked from Telegram once; None while Telegram does not answer."""
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return None
    key = invoice_key(order.number)
    known = await services.redis.get(key)
    if known:
        return str(known.decode())
    try:
        async with asyncio.timeout(_LINK_PATIENCE):
            link = await invoice_link(services, order)
    except (TelegramAPIError, TimeoutError) as error:
        log.warning("no invoice link for order %s: %r", order.number, error)
        return None
    await services.redis.set(key, link, ex=_KEEP_LINK)
    return link
