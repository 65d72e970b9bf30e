"""What may follow what in a greeting's life, and the only place where its state is written."""

from typing import Any
from uuid import UUID

from bot.outbox import write_job
from db.videos import Video, VideoStatus

S = VideoStatus
ALLOWED: dict[VideoStatus, set[VideoStatus]] = {
    S.IN_REVIEW: {S.AWAITING_PAYMENT, S.QUEUED, S.REFUSED, S.CANCELLED},  # a validator reads the words
    S.AWAITING_PAYMENT: {S.QUEUED, S.CANCELLED, S.EXPIRED},  # the words are fine, the invoice is out
    S.QUEUED: {S.RENDERING, S.FAILED, S.REFUSED},  # paid; a worker will take it
    S.RENDERING: {S.RENDERING, S.AWAITING_APPROVAL, S.READY, S.FAILED},  # again after a worker died
    S.AWAITING_APPROVAL: {S.READY, S.REFUSED},  # the artist looks at the clip
    S.READY: {S.DELIVERED, S.FAILED},  # rendered and allowed; a messenger will take it
    S.DELIVERED: set(),
    S.REFUSED: set(),  # a person said no; money goes back
    S.FAILED: set(),  # we could not make it; money goes back
    S.CANCELLED: set(),  # the fan stopped it before paying
    S.EXPIRED: set(),  # nobody paid in time
}
OPEN = (S.IN_REVIEW, S.AWAITING_PAYMENT, S.QUEUED, S.RENDERING, S.AWAITING_APPROVAL, S.READY)


async def change_video(
    video_id: UUID, expected: VideoStatus, status: VideoStatus, of_attempt: int | None = None, **columns: Any
) -> bool:
    """Moves a video on; False when it was no longer in `expected`, so that a race or a repeat does nothing.

    With `of_attempt` only while that attempt is the newest: the result of a render that was taken over is dropped.
    """
    if status not in ALLOWED[expected]:
        raise ValueError(f"a video never goes from {expected} to {status}")
    here = Video.filter(id=video_id, status=expected)
    if of_attempt is not None:
        here = here.filter(attempt=of_attempt)
    return bool(await here.update(status=status, **columns))


async def close_video(video_id: UUID, expected: VideoStatus, status: VideoStatus, reason: str) -> bool:
    """Ends a greeting unhappily, in the caller's transaction, and has the fan told; the money is the caller's.

    `reason` is a text key. False when it was no longer in `expected`.
    """
    if not await change_video(video_id, expected, status, failure=reason):
        return False
    await write_job("tell_fan", f"tell_fan:{video_id}:{status}", video_id=video_id)
    return True


async def ring_render(video: Video) -> None:
    await write_job("make_video", f"make_video:{video.id}", video_id=video.id)
