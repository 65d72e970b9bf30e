"""A person who blocked the bot and is back: what was ready meanwhile is sent now."""

from uuid import uuid4

from bot.outbox import write_job
from db.users import User
from db.videos import Video, VideoStatus


async def deliver_again(user: User) -> int:
    """Puts every finished greeting that could not reach the person on its way once more; how many."""
    ready = await Video.filter(user_id=user.id, status=VideoStatus.READY)
    for video in ready:
        await write_job("deliver_video", f"deliver_video:{video.id}:{uuid4().hex[:8]}", video_id=video.id)
    return len(ready)
