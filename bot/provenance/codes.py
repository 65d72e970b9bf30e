"""Is this greeting real? Anybody may ask by the code that every greeting carries."""

from bot.errors import NotFound
from db.videos import Video, VideoStatus


async def find_greeting(code: str) -> Video:
    """The delivered greeting behind a code, with its artist. Raises NotFound."""
    video = await Video.get_or_none(code=code.strip().lower(), status=VideoStatus.DELIVERED).select_related("artist")
    if video is None:
        raise NotFound("error-not-found")
    return video
