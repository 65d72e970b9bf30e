"""The artist's tap under a finished clip: yes, and it goes to the fan; no, and the money goes back."""

from uuid import UUID

from tortoise.transactions import in_transaction

from bot.errors import NotFound
from bot.greetings.endings import end_video
from bot.outbox import write_job
from bot.people.permissions import Permission, may
from bot.states.videos import change_video
from db.users import User
from db.videos import Video, VideoStatus

S = VideoStatus


async def approve_clip(video_id: UUID, approver: User) -> bool:
    """The artist's yes. Raises NotFound for somebody else's clip; False when it was already decided."""
    video = await _clip_of(video_id, approver)
    async with in_transaction():
        if not await change_video(video.id, S.AWAITING_APPROVAL, S.READY, approved_by=video.artist.name):
            return False
        await write_job("deliver_video", f"deliver_video:{video.id}", video_id=video.id)
    return True


async def refuse_clip(video_id: UUID, approver: User) -> bool:
    """The artist's no: the fan is told, the money goes back."""
    video = await _clip_of(video_id, approver)
    return await end_video(video, S.AWAITING_APPROVAL, S.REFUSED, "video-refused-by-artist")


async def _clip_of(video_id: UUID, approver: User) -> Video:
    video = await Video.get_or_none(id=video_id).select_related("artist")
    if video is None or (video.artist.user_id != approver.id and not may(approver, Permission.DECIDE_CLIPS)):
        raise NotFound("error-not-found")
    return video
