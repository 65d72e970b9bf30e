"""A greeting as the API shows it, once or as it changes."""

import asyncio
import contextlib
import html
import logging
from collections.abc import AsyncIterator
from typing import Any

from aiogram.exceptions import TelegramAPIError
from aiohttp import web

from bot.artists import artist_name
from bot.checkout import invoice_link
from bot.i18n import text
from bot.metrics import OPEN_STREAMS
from bot.orders import order_of
from bot.pricing import Quote, describe_quote
from bot.progress import Progress, read_progress, watch_progress
from bot.services import Services
from bot.status import ending_text
from bot.videos import find_video, public_status
from db.orders import Order, OrderStatus
from db.videos import Video, VideoStatus
from webapp.api.endpoint import Answer, Call, encode_event, whole_seconds
from webapp.api.shapes import JobShape
from webapp.keys import CLOSING

log = logging.getLogger("stario.web")
_SETTLED = ("completed", "failed")
_PLAYABLE = (VideoStatus.READY, VideoStatus.DELIVERED)
_LOOK_AGAIN = 2.0  # seconds; payments and validators' decisions are not published, only renders are
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
    return JobShape.model_validate({
        "job_id": video.id,
        "status": status,
        "progress": 100 if status == "completed" else min(99, progress.percent) if status != "failed" else 0,
        "stage": progress.stage,
        "place": progress.place,
        "eta_seconds": None if status == "completed" else whole_seconds(progress.eta),
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
    })  # fmt: skip


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
    key = f"stario:invoice:{order.number}"
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


async def stream_job(call: Call) -> web.StreamResponse:
    """Server-sent events `progress`, one a change, until the greeting is there or has failed."""
    video = await find_video(call.user, call.path("video"))
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    stream = web.StreamResponse(headers=headers)
    await stream.prepare(call.request)
    with OPEN_STREAMS.track_inprogress(), contextlib.suppress(ConnectionResetError):
        async for job in _follow_job(call, video):
            await stream.write(encode_event("progress", job) if job else b": still here\n\n")
    return stream


async def _follow_job(call: Call, video: Video) -> AsyncIterator[JobShape | None]:
    """The job each time it changed, None now and then to keep the line open."""
    changed, closing = asyncio.Event(), call.request.app[CLOSING]
    watcher = asyncio.create_task(_ring_changes(call.services, video, changed))
    last: JobShape | None = None
    try:
        while not closing.is_set():
            changed.clear()
            video = await find_video(call.user, video.id)
            job = await describe_job(call.services, video, call.language)
            yield job if last is None or _differs(job, last) else None
            last = job
            if job.status in _SETTLED:
                return
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(changed.wait(), _LOOK_AGAIN)
    finally:
        watcher.cancel()
        await asyncio.gather(watcher, return_exceptions=True)


def _differs(job: JobShape, last: JobShape) -> bool:
    # Links are signed anew at each look; they alone are no news.
    links = {"video_url", "cover_url"}
    return job.model_dump(exclude=links) != last.model_dump(exclude=links)


async def _ring_changes(services: Services, video: Video, changed: asyncio.Event) -> None:
    progress: Progress
    async for progress in watch_progress(services.redis, video.id):
        log.debug("video %s: %s", video.id, progress.stage)
        changed.set()
