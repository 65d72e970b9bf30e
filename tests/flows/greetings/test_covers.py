"""No video stands black in a chat or on a page: each has its picture until it plays."""

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio
from PIL import Image

from bot.artists.artists import get_artist
from bot.chat.covers import find_cover, sample_cover
from bot.services import Services
from db.artists import Artist
from db.videos import Video, VideoStatus
from tests.control import STAFF_CHAT, Control
from tests.flows.greetings.test_conversation import FREE, WORDS, tiny_video
from tests.flows.talking import Chatter, reach_summary, start_in
from tests.flows.webapp.web_client import Web, open_client
from workers.rows import Bench
from workers.telling.ask_approval import ask_approval


@pytest_asyncio.fixture
async def site(services: Services, playground: Control) -> AsyncIterator[Web]:
    async with open_client(services) as web:
        yield web


def make_cover(side: int = 720) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((side, side)).save(out, "JPEG")
    return out.getvalue()


async def keep_sample(services: Services, cover: bytes = b"") -> None:
    artist = await get_artist("sabohat-tongotar")
    await services.store.put("samples/s/uz.mp4", tiny_video(), "video/mp4")
    if cover:
        await services.store.put("samples/s/uz.jpg", cover, "image/jpeg")
    artist.sample_keys = {"uz": "samples/s/uz.mp4"}
    await artist.save()


def widths_of(pictures: Any) -> list[int]:
    return [picture["width"] for picture in pictures]


async def test_a_sample_in_the_chat_shows_its_picture(fan: Chatter, services: Services) -> None:
    await keep_sample(services, make_cover())
    await start_in(fan)
    await fan.say(FREE)
    await fan.tap("Namunani koʻrish")
    video = (await fan.person.wait_for(lambda message: "video" in message))["video"]
    assert max(widths_of(video["cover"])) == 720 and video["thumbnail"]["width"] <= 320


async def test_a_clip_shown_for_approval_has_its_picture(fan: Chatter, services: Services, playground: Control) -> None:
    await start_in(fan)
    await reach_summary(fan, FREE, WORDS)
    await fan.tap("Bepul buyurtma")
    await fan.expect("Navbatdagi")
    video = await Video.get()
    await services.store.put("videos/x.mp4", tiny_video(), "video/mp4")
    await services.store.put("videos/x.jpg", make_cover(), "image/jpeg")
    keys = {"video_key": "videos/x.mp4", "cover_key": "videos/x.jpg", "width": 720, "height": 720, "duration_ms": 9000}
    await Video.filter(id=video.id).update(status=VideoStatus.AWAITING_APPROVAL, **keys)
    await Artist.filter(id=video.artist_id).update(user_id=None)  # so staff are asked
    staff = playground.person(30001, STAFF_CHAT)
    before = max([message["message_id"] for message in await staff.messages()], default=0)
    await ask_approval(Bench(services, "test"), str(video.id))
    shown = await staff.wait_for(lambda message: "video" in message, after=before)
    assert max(widths_of(shown["video"]["cover"])) == 720


async def test_a_video_without_a_picture_is_sent_all_the_same(services: Services) -> None:
    assert await find_cover(services, "") == {}
    assert await find_cover(services, "nowhere.jpg") == {}


async def test_thumbnails_are_as_small_as_telegram_wants_them(services: Services) -> None:
    await services.store.put("a/b.jpg", make_cover(1080), "image/jpeg")
    small = (await find_cover(services, sample_cover("a/b.mp4")))["thumbnail"].data
    with Image.open(io.BytesIO(small)) as picture:
        assert picture.format == "JPEG" and max(picture.size) == 320
    assert len(small) < 200_000


async def test_a_sample_on_the_page_names_its_picture(site: Web, services: Services) -> None:
    await keep_sample(services, make_cover())
    page = await (await site.client.get("/app/artists/sabohat-tongotar")).text()
    assert 'data-poster="/media/samples/sabohat-tongotar/uz.jpg"' in page
    for kind in ("mp4", "jpg"):
        answer = await site.client.get(f"/media/samples/sabohat-tongotar/uz.{kind}", allow_redirects=False)
        assert answer.status == 302 and f"samples/s/uz.{kind}?" in answer.headers["Location"]
    assert (await site.client.get("/media/samples/sabohat-tongotar/en.jpg", allow_redirects=False)).status == 404
