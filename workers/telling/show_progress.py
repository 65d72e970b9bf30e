"""Shows a running render to everybody who waits: Redis at every step, the chat at a pace Telegram likes."""

import asyncio
import contextlib
import logging
import time

from bot.chat.greeting_status import post_status
from bot.greetings.progress import Progress, put_progress, usual_seconds
from bot.services import Services
from db.videos import Video

log = logging.getLogger("stario.progress")
_CHAT_SECONDS = 1.5  # between edits of one message
_FEED_SECONDS = 0.2


class ProgressBoard:
    """`show` may be called from any thread; what it says last is what people see."""

    def __init__(self, services: Services, video: Video) -> None:
        self._services, self._video = services, video
        self._stage, self._fraction = "voice", 0.0
        self._started = time.monotonic()
        self._usual = 0.0
        self._teller: asyncio.Task[None] | None = None

    def show(self, stage: str, fraction: float) -> None:
        self._stage, self._fraction = stage, fraction

    async def __aenter__(self) -> "ProgressBoard":
        self._usual = await usual_seconds()
        self._teller = asyncio.create_task(self._tell())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._teller is not None
        self._teller.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._teller

    def _progress(self) -> Progress:
        elapsed = time.monotonic() - self._started
        # Early on the past is the better prophet, later this render itself.
        own = elapsed / max(self._fraction, 0.01) - elapsed
        past = max(1.0, self._usual - elapsed)
        return Progress(self._stage, self._fraction, 0, own * self._fraction + past * (1 - self._fraction))

    async def _tell(self) -> None:
        shown: Progress | None = None
        next_edit = 0.0
        while True:
            progress = self._progress()
            if shown is None or (progress.stage, progress.percent) != (shown.stage, shown.percent):
                await put_progress(self._services.redis, self._video.id, progress)
                if time.monotonic() >= next_edit:
                    await self._edit(progress)
                    shown, next_edit = progress, time.monotonic() + _CHAT_SECONDS
            await asyncio.sleep(_FEED_SECONDS)

    async def _edit(self, progress: Progress) -> None:
        try:
            await post_status(self._services, self._video, progress)
        except Exception:
            # The picture goes on being made whether or not the chat can be told about it.
            log.exception("the status of video %s could not be shown", self._video.id)
