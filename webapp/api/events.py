"""A greeting as it changes: server-sent events."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import orjson
from aiohttp import web

from bot.greetings.progress import watch_progress
from bot.greetings.videos import find_video
from bot.metrics import OPEN_STREAMS
from bot.services import Services
from db.videos import Video
from webapp.api.endpoint import Call
from webapp.api.jobs import describe_job
from webapp.api.shapes import JobShape
from webapp.keys import CLOSING

_SETTLED = ("completed", "failed")
_LOOK_AGAIN = 2.0  # seconds; payments and validators' decisions are not published, only renders are


async def stream_job(call: Call) -> web.StreamResponse:
    """Server-sent events `progress`, one a change, until the greeting is there or has failed."""
    video = await find_video(call.user, call.path("video"))
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    stream = web.StreamResponse(headers=headers)
    await stream.prepare(call.request)
    with OPEN_STREAMS.track_inprogress(), contextlib.suppress(ConnectionResetError):
        async for job in _follow_job(call, video):
            await stream.write(encode_event(job) if job else b": still here\n\n")
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
    async for _ in watch_progress(services.redis, video.id):
        changed.set()


def encode_event(job: JobShape) -> bytes:
    """One event of the stream."""
    return b"event: progress\ndata: " + orjson.dumps(job.model_dump(mode="json")) + b"\n\n"
