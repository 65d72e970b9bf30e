"""What an artist sees about the own work: the price, how much is made, what waits for a tap."""

from dataclasses import dataclass

from bot.artists.pricing import Quote, quote_video
from db.artists import Artist
from db.users import User
from db.videos import Video, VideoStatus


@dataclass(frozen=True)
class Figures:
    """`made`: greetings delivered so far; `waiting`: clips that wait for the artist's yes."""

    artist: Artist
    quote: Quote
    made: int
    waiting: int


async def figures_of(user: User) -> list[Figures]:
    """One entry for each artist that the user is; empty for everybody else."""
    return [await _count_videos(artist) for artist in await Artist.filter(user_id=user.id).order_by("position")]


async def _count_videos(artist: Artist) -> Figures:
    waiting = await Video.filter(artist_id=artist.id, status=VideoStatus.AWAITING_APPROVAL).count()
    return Figures(artist, quote_video(artist), artist.total_videos, waiting)
