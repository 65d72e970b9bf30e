"""How far a greeting is, kept in Redis for a chat, a Mini App and REST alike; losing it loses nothing."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from uuid import UUID

from redis.asyncio import Redis

from bot.adapters.redis_keys import progress_key
from bot.outbox import place_in_queue
from db.videos import Video, VideoStatus

_KEEP_SECONDS = 3600
_FIRST_GUESS = 12.0  # seconds for a greeting, until this machine has made some


@dataclass(frozen=True)
class Progress:
    """`fraction` 0–1 over the whole way; `place` in the queue (0: next); `eta` in seconds, None when unknown."""

    stage: str
    fraction: float = 0.0
    place: int = 0
    eta: float | None = None

    @property
    def percent(self) -> int:
        return int(self.fraction * 100)


_STAGE_OF = {
    VideoStatus.IN_REVIEW: "review",
    VideoStatus.AWAITING_PAYMENT: "payment",
    VideoStatus.QUEUED: "queue",
    VideoStatus.RENDERING: "voice",
    VideoStatus.AWAITING_APPROVAL: "approval",
    VideoStatus.READY: "sending",
    VideoStatus.DELIVERED: "sent",
}


async def put_progress(redis: Redis, video_id: UUID, progress: Progress) -> None:
    """Keeps the newest progress and tells everybody who watches."""
    key, value = progress_key(video_id), json.dumps(asdict(progress))
    async with redis.pipeline(transaction=False) as pipe:
        pipe.set(key, value, ex=_KEEP_SECONDS)
        pipe.publish(key, value)
        await pipe.execute()


async def read_progress(redis: Redis, video: Video) -> Progress:
    """Progress of a video: its state from Postgres, the fine detail of a running render from Redis."""
    stage = _STAGE_OF.get(video.status, "failed")
    if stage == "sent":
        return Progress("sent", 1.0)
    if stage == "queue":
        place = await place_in_queue("make_video", f"make_video:{video.id}")
        return Progress("queue", 0.0, place, (place + 1) * await usual_seconds())
    if stage in ("voice", "sending"):
        kept = await redis.get(progress_key(video.id))
        if kept and (running := Progress(**json.loads(kept))).stage in ("voice", "video", "sending"):
            return running
        return Progress(stage, 0.0 if stage == "voice" else 0.97, 0, await usual_seconds())
    return Progress(stage, 1.0 if stage == "approval" else 0.0)


async def usual_seconds() -> float:
    """How long a render has lately taken here, from the last twenty."""
    recent = await Video.filter(processing_time_ms__gt=0).order_by("-rendered_at").limit(20).only("stages")
    totals = [video.stages["total"] for video in recent if video.stages.get("total")]
    return sum(totals) / len(totals) if totals else _FIRST_GUESS


async def watch_progress(redis: Redis, video_id: UUID) -> AsyncIterator[Progress]:
    """Progress as it is published, until the caller stops listening."""
    async with redis.pubsub() as channel:
        await channel.subscribe(progress_key(video_id))
        async for message in channel.listen():
            if message["type"] == "message":
                yield Progress(**json.loads(message["data"]))
