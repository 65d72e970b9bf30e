"""Is this greeting real? Anybody may ask by the code that every greeting carries."""

from bot.errors import NotFound
from bot.ids import CODE, read_name
from bot.pasted.lines import tidy_token
from db.videos import Video, VideoStatus


async def find_greeting(code: str) -> Video:
    """The delivered greeting behind a code, with its artist. Raises NotFound."""
    wanted = read_name(tidy_token(code).lower(), CODE)
    video = await Video.get_or_none(code=wanted, status=VideoStatus.DELIVERED).select_related("artist")
    if video is None:
        raise NotFound("error-not-found")
    return video
