"""People and orders that flow tests start from."""

import itertools

from bot.greetings.videos import Placed, VideoRequest, request_video
from bot.people.people import meet_person
from bot.services import Services
from db.artists import Artist
from db.users import User

WORDS = "Onajon, tug'ilgan kuningiz muborak!"
_ids = itertools.count(700_000)


async def new_fan(language: str = "uz") -> User:
    return await meet_person(next(_ids), "Dilnoza", None, language)


async def paid_artist() -> Artist:
    """One who costs something and lets clips go out without a look."""
    return await Artist.filter(price_xtr__gt=0, asks_approval=False).order_by("position").first()  # type: ignore[return-value]


async def free_artist() -> Artist:
    return await Artist.filter(price_xtr=0, asks_approval=False).order_by("position").first()  # type: ignore[return-value]


async def careful_artist() -> Artist:
    """One who looks at every clip."""
    return await Artist.filter(asks_approval=True).order_by("position").first()  # type: ignore[return-value]


async def order_from(
    services: Services, fan: User, artist: Artist, text: str = WORDS, key: str | None = None
) -> Placed:
    request = VideoRequest(artist.slug, "birthday", "Onajon", text, request_key=key)
    return await request_video(services, fan, request)
