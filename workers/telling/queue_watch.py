"""Tells waiting fans when they move up in the queue."""

import asyncio
import logging
from uuid import UUID

from bot.chat.greeting_status import post_status
from bot.greetings.progress import put_progress, read_progress
from bot.services import Services
from db.videos import Video, VideoStatus

log = logging.getLogger("stario.queue")
_EVERY_SECONDS = 3.0
_SHOWN = 30  # the first thirty are told; further back a place says little


async def watch_queue(services: Services) -> None:
    """Runs until cancelled."""
    told: dict[UUID, int] = {}
    while True:
        try:
            told = await tell_places(services, told)
        except Exception:
            log.exception("places in the queue could not be told")
        await asyncio.sleep(_EVERY_SECONDS)


async def tell_places(services: Services, told: dict[UUID, int]) -> dict[UUID, int]:
    """Posts each changed place once; the places as they now are."""
    waiting = Video.filter(status=VideoStatus.QUEUED).select_related("artist", "user").order_by("queued_at")
    places: dict[UUID, int] = {}
    for video in await waiting.limit(_SHOWN):
        progress = await read_progress(services.redis, video)
        places[video.id] = progress.place
        if told.get(video.id) != progress.place:
            await put_progress(services.redis, video.id, progress)
            await post_status(services, video, progress)
    return places
