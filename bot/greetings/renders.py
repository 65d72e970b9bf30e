"""A greeting being made: taken up by a worker, handed on when it is done, given up after the last try."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from bot.greetings.endings import end_video
from bot.money.orders import order_of
from bot.outbox import write_job
from bot.services import Services
from bot.states.orders import change_order
from bot.states.videos import change_video
from db.artists import Artist
from db.orders import OrderStatus
from db.videos import Video, VideoStatus

S = VideoStatus


async def start_render(video_id: UUID) -> Video | None:
    """Takes a queued video, or one whose worker died; None when there is nothing left to render."""
    for expected in (S.QUEUED, S.RENDERING):
        if await change_video(video_id, expected, S.RENDERING, attempt=F("attempt") + 1):
            video = await Video.get(id=video_id).select_related("artist", "user")
            order = await order_of(video)
            await change_order(order.id, OrderStatus.PAID, OrderStatus.IN_PRODUCTION)
            return video
    return None


@dataclass(frozen=True)
class Rendered:
    """What a render left in the object store."""

    video_key: str
    cover_key: str
    sha256: str
    size: int
    width: int
    height: int
    duration_ms: int
    engines: dict[str, str]
    stages: dict[str, float]


async def finish_render(services: Services, video: Video, made: Rendered) -> bool:
    """Keeps the result and hands it on: to the artist's tap where the artist asks for it, else to delivery.

    False when another attempt was faster: the result of this one is dropped.
    """
    artist: Artist = video.artist
    now = datetime.now(UTC)
    status = S.AWAITING_APPROVAL if artist.asks_approval else S.READY
    columns = {
        **vars(made),
        "rendered_at": now,
        "video_url": f"{services.settings.base_url}/v/{video.code}",
        "processing_time_ms": int((now - (video.queued_at or video.created_at)).total_seconds() * 1000),
    }
    async with in_transaction():
        if not await change_video(video.id, S.RENDERING, status, of_attempt=video.attempt, **columns):
            return False
        if artist.asks_approval:
            await write_job("ask_approval", f"ask_approval:{video.id}", video_id=video.id)
        else:
            await write_job("deliver_video", f"deliver_video:{video.id}", video_id=video.id)
    return True


async def fail_render(video_id: UUID, reason: str) -> None:
    """Gives a video up after its last try, whatever it was doing."""
    video = await Video.get(id=video_id)
    for expected in (S.QUEUED, S.RENDERING, S.READY):
        if await end_video(video, expected, S.FAILED, reason):
            return


async def mark_delivered(video: Video, message_id: int, file_id: str) -> bool:
    """The fan has the clip; True the first time only."""
    async with in_transaction():
        if not await change_video(
            video.id,
            S.READY,
            S.DELIVERED,
            delivered_at=datetime.now(UTC),
            video_message_id=message_id or None,
            telegram_file_id=file_id,
        ):
            return False
        await Artist.filter(id=video.artist_id).update(total_videos=F("total_videos") + 1)
        order = await order_of(video)
        await change_order(order.id, OrderStatus.IN_PRODUCTION, OrderStatus.FULFILLED)
    return True
