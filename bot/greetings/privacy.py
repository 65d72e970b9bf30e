"""What is kept of a person's greetings: the name and the words, the film, what a validator said to them."""

from typing import Any

from tortoise.models import Model

from bot.adapters.s3 import describe_files
from bot.errors import Conflict
from bot.services import Services
from bot.states.videos import OPEN
from db.plain import plain_row
from db.reviews import Review
from db.users import User
from db.videos import Video, VideoStatus

KEEPS: tuple[type[Model], ...] = (Video, Review)
_UNPAID = (VideoStatus.IN_REVIEW, VideoStatus.AWAITING_PAYMENT)
_MAKING = tuple(status for status in OPEN if status not in _UNPAID)
_ASKED = ("code", "occasion", "recipient", "text", "language", "viewer_language", "status", "source", "categories")
_MADE = ("video_url", "duration_ms", "chat_id", "created_at", "queued_at", "rendered_at", "delivered_at")
_JUDGED = ("status", "categories", "fragments", "reason", "created_at", "decided_at")


async def refuse(user: User) -> None:
    """Raises Conflict while a greeting is being made."""
    if await Video.filter(user_id=user.id, status__in=_MAKING).exists():
        raise Conflict("settings-erase-later")


async def forget(services: Services, user: User) -> None:
    """The page of a code still says that a greeting is real: who said it and when, not to whom."""
    videos = await Video.filter(user_id=user.id)
    for video in videos:
        await _delete_films(services, video)
    mine = [video.id for video in videos]
    await Review.filter(video_id__in=mine).update(fragments=[], reason="")
    texts = dict.fromkeys(("recipient", "text", "video_key", "cover_key", "telegram_file_id"), "")
    places = dict.fromkeys(("chat_id", "status_message_id", "video_message_id", "sent_after", "request_key"))
    await Video.filter(id__in=mine).update(**texts, **places)


async def _delete_films(services: Services, video: Video) -> None:
    for key in filter(None, (video.video_key, video.cover_key)):
        await services.store.delete(key)
    await services.store.delete_under(f"videos/{video.id}/")  # renders that another attempt was faster than


async def export(services: Services, user: User) -> list[dict[str, Any]]:
    videos = Video.filter(user_id=user.id).select_related("artist").order_by("created_at")
    return [await _describe(services, video) for video in await videos]


async def _describe(services: Services, video: Video) -> dict[str, Any]:
    review = await Review.get_or_none(video_id=video.id)
    return {
        "artist": video.artist.name,
        **plain_row(video, *_ASKED, *_MADE),
        "review": plain_row(review, *_JUDGED) if review else None,
        "files": await describe_files(services.store, video.video_key, video.cover_key),
    }
