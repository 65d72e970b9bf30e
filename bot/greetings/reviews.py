"""A validator's decision about words the filter could not judge alone."""

from datetime import UTC, datetime
from uuid import UUID

from tortoise.transactions import in_transaction

from bot.errors import Conflict, Invalid, NotFound
from bot.greetings.endings import end_video
from bot.greetings.videos import release_words
from bot.money.orders import order_of
from bot.outbox import write_job
from bot.people.permissions import Permission, require
from db.reviews import Review, ReviewStatus
from db.users import User
from db.videos import VideoStatus

LONGEST_REASON = 300  # characters, as the column holds


async def find_review(review_id: UUID) -> Review:
    """The review with its video, artist, fan, and whoever decided. Raises NotFound."""
    review = await Review.get_or_none(id=review_id).select_related("video__artist", "video__user", "decided_by")
    if review is None:
        raise NotFound("error-not-found")
    return review


async def approve_words(review_id: UUID, staff: User) -> Review:
    """The words may be said. Raises Forbidden for others than staff, Conflict when already decided."""
    review = await find_review(review_id)
    async with in_transaction():
        await _decide(review, staff, ReviewStatus.APPROVED)
        if await release_words(review.video, await order_of(review.video)):
            await write_job("tell_fan", f"tell_fan:{review.video_id}:released", video_id=review.video_id)
    return review


async def refuse_words(review_id: UUID, staff: User, reason: str) -> Review:
    """The words may not be said; `reason` is what the fan is told. Raises Invalid without a reason."""
    if not reason.strip():
        raise Invalid("review-reason-missing")
    if len(reason.strip()) > LONGEST_REASON:
        raise Invalid("review-reason-long", length=len(reason.strip()), limit=LONGEST_REASON)
    review = await find_review(review_id)
    async with in_transaction():
        await _decide(review, staff, ReviewStatus.REFUSED, reason.strip())
        await end_video(review.video, VideoStatus.IN_REVIEW, VideoStatus.REFUSED, "video-refused-by-validator")
    return review


async def _decide(review: Review, staff: User, status: ReviewStatus, reason: str = "") -> None:
    require(staff, Permission.REVIEW_WORDS)
    decided = await Review.filter(id=review.id, status=ReviewStatus.WAITING).update(
        status=status, reason=reason, decided_by_id=staff.id, decided_at=datetime.now(UTC)
    )
    if not decided:
        raise Conflict("review-already-decided")
