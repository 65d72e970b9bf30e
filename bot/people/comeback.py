"""A person who blocked the bot and is back: what was ready meanwhile is sent now."""

from bot.outbox import reopen_job
from db.users import User
from db.videos import Video, VideoStatus


async def deliver_again(user: User) -> int:
    """Puts every finished greeting that could not reach the person on its way once more; how many."""
    ready = await Video.filter(user_id=user.id, status=VideoStatus.READY)
    return sum([await reopen_job(f"deliver_video:{video.id}") for video in ready])
