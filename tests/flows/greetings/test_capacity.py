"""A star's day and a fan's day are counted one request after the other, however many come at once."""

import asyncio

import pytest

from bot.artists.artists import get_artist
from bot.errors import TooMany
from bot.greetings.videos import Placed, VideoRequest, request_video
from bot.services import Services
from db.artists import Artist
from db.users import User
from db.videos import Video

WORDS = "Onajon, tugʻilgan kuningiz muborak boʻlsin!"


async def ask(services: Services, fan: User, slug: str, number: int) -> Placed | TooMany:
    request = VideoRequest(slug, "birthday", "Onajon", WORDS, request_key=f"once:{number}")
    try:
        return await request_video(services, fan, request)
    except TooMany as refusal:
        return refusal


async def test_a_star_is_never_asked_for_more_than_a_days_work(services: Services) -> None:
    artist = await get_artist("sabohat-tongotar")
    await Artist.filter(id=artist.id).update(daily_capacity=2)
    fans = [await User.create(telegram_id=990_000 + number, first_name="Lola") for number in range(8)]
    answers = await asyncio.gather(*(ask(services, fan, artist.slug, n) for n, fan in enumerate(fans)))
    refused = [answer for answer in answers if isinstance(answer, TooMany)]
    assert len(refused) == 6 and {refusal.key for refusal in refused} == {"error-artist-busy"}
    assert await Video.filter(artist_id=artist.id).count() == 2


async def test_a_fan_gets_no_more_free_greetings_than_a_day_has(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.settings, "videos_per_day", 2)
    slugs = [artist.slug for artist in await Artist.filter(price_uzs=0)]
    fan = await User.create(telegram_id=990_100, first_name="Lola")
    answers = await asyncio.gather(*(ask(services, fan, slugs[n % len(slugs)], n) for n in range(8)))
    refused = [answer for answer in answers if isinstance(answer, TooMany)]
    assert len(refused) == 6 and {refusal.key for refusal in refused} == {"error-too-many-videos"}
    assert await Video.filter(user_id=fan.id).count() == 2
