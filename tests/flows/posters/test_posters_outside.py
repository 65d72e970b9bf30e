"""Posters as programs, passers-by and validators meet them: REST, the public page, the staff chat."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import cv2
import numpy as np
import pytest_asyncio

from bot.posters.posters import design_poster
from bot.services import Services
from db.posters import Poster, PosterStatus
from db.users import User
from tests.answers import expect_status
from tests.control import STAFF_CHAT, Control, buttons
from tests.flows.conftest import Listener
from tests.flows.posters.poster_world import WORDS, asked, bench
from tests.flows.talking import Chatter, start_in
from tests.flows.webapp.web_client import Caller, Web, open_client
from tests.waiting import until
from workers.rows import Bench
from workers.telling.ask_poster_review import ask_poster_review
from workers.telling.tell_poster import tell_poster

__all__ = ["bench"]
BODY = {
    "artist_id": "sabohat-tongotar",
    "design": "riso",
    "palette": "lagoon",
    "size": "a4",
    "recipient": "Madina",
    "words": WORDS,
    "language": "uz",
}


@pytest_asyncio.fixture
async def api(services: Services, playground: Control, bench: Bench) -> AsyncIterator[Web]:
    async with open_client(services) as web:
        yield web


async def make(caller: Caller, key: str | None = None, **changes: Any) -> tuple[int, Any]:
    answer = await caller.call("POST", "/posters", key, json=BODY | changes)
    return answer.status, await answer.json()


async def picture(api: Web, url: str) -> tuple[int, int]:
    """Width and height of what lies behind a link."""
    answer = await api.client.session.get(url)
    await expect_status(answer, 200)
    drawn = cv2.imdecode(np.frombuffer(await answer.read(), np.uint8), cv2.IMREAD_COLOR)
    assert drawn is not None
    return drawn.shape[1], drawn.shape[0]


async def test_designs_are_listed_with_their_colours(api: Web) -> None:
    told = await (await api.call("GET", "/posters/designs?lang=en")).json()
    assert len(told["items"]) >= 4 and all(len(item["palettes"]) >= 3 for item in told["items"])
    assert told["bleed_mm"] == 3 and told["least_dpi"] == 150
    assert {size["id"]: size["width_mm"] for size in told["sizes"]} == {"a5": 148, "a4": 210, "a3": 297}


async def test_a_poster_is_drawn_changed_and_shown_on_a_mug(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    status, poster = await make(caller, "key-1")
    assert status == 201 and poster["status"] == "approved" and poster["printable"] and poster["dpi"] == 154
    width, height = await picture(api, poster["preview_url"])
    assert abs(height / width - 297 / 210) < 0.01
    assert (await make(caller, "key-1"))[1]["id"] == poster["id"]
    path = f"/posters/{poster['id']}"
    changed = await (await caller.call("PATCH", path, "key-2", json={"size": "a3"})).json()
    assert changed["dpi"] == 109 and not changed["printable"]
    assert "109" in changed["reason"] and "A3" in changed["reason"]
    mockup = await caller.get(f"{path}/mockups/mug")
    assert await picture(api, mockup["url"]) == (900, 900)
    assert [item["id"] for item in (await caller.get("/posters"))["items"]] == [poster["id"]]


async def test_nobody_else_sees_it_and_bad_requests_leave_nothing(api: Web, playground: Control) -> None:
    caller, other = await api.enter(playground), await api.enter(playground)
    _, poster = await make(caller)
    assert (await other.call("GET", f"/posters/{poster['id']}")).status == 404
    assert (await other.call("PATCH", f"/posters/{poster['id']}", json={"size": "a5"})).status == 404
    assert (await api.call("GET", f"/posters/{poster['id']}")).status == 401
    for wrong, expected in (
        ({"design": "cubist"}, 422),
        ({"palette": "midnight"}, 422),
        ({"words": ""}, 422),
        ({"words": "a" * 201}, 422),
        ({"words": "Sen ahmoqsan"}, 422),
        ({"artist_id": "nobody"}, 404),
        ({"source": "video"}, 422),
        ({"source": "quiz", "quiz_id": str(UUID(int=1))}, 404),
    ):
        status, told = await make(caller, **wrong)
        assert status == expected, (wrong, told)
        assert told["detail"], wrong
    assert await Poster.all().count() == 1
    assert (await caller.call("GET", f"/posters/{poster['id']}/mockups/teapot")).status == 404


async def test_the_public_page_says_what_it_is_and_keeps_name_and_words(api: Web, playground: Control) -> None:
    _, poster = await make(await api.enter(playground))
    path = "/p/" + poster["page_url"].rpartition("/")[2]
    page = await (await api.client.get(f"{path}?lang=en")).text()
    assert "Sabohat Tongotar" in page and "compositeWithTrainedAlgorithmicMedia" in page
    assert "Madina" not in page and WORDS not in page
    assert (await api.client.get("/p/abcdefghjk")).status == 404


async def doubtful_card(services: Services, bench: Bench, fan: Chatter) -> Poster:
    """A poster in review, and its words in the staff chat."""
    await start_in(fan)
    poster = await design_poster(services, await User.get(telegram_id=fan.person.id), await asked())
    await Poster.filter(id=poster.id).update(status=PosterStatus.IN_REVIEW, categories=["religion"])
    await ask_poster_review(bench, str(poster.id))
    return poster


async def test_a_validator_allows_a_poster_and_the_fan_hears_of_it(
    services: Services, bench: Bench, listener: Listener, playground: Control, fan: Chatter
) -> None:
    poster, nodira = await doubtful_card(services, bench, fan), Chatter(playground.person(30001, STAFF_CHAT))
    await nodira.tap("Mumkin")
    closed = await nodira.expect("Ruxsat berdi: Nodira")
    assert not buttons(closed)
    assert (await Poster.get(id=poster.id)).reviewed_by == "Nodira"
    await tell_poster(bench, str(poster.id))
    await fan.expect("tasdiqlandi")


async def test_a_validator_refuses_with_a_ready_or_a_typed_reason(
    services: Services, bench: Bench, listener: Listener, playground: Control, fan: Chatter
) -> None:
    poster, nodira = await doubtful_card(services, bench, fan), Chatter(playground.person(30001, STAFF_CHAT))
    await nodira.tap("Rad etish")
    await nodira.tap("Oʻz")
    question = await nodira.expect("sababini")
    await nodira.person.say("Bu ustozga yoqmaydi", reply_to=question["message_id"])
    await nodira.expect("Rad etdi: Nodira")
    # An older card of another test may say the same.
    refused = await until(lambda: Poster.get(id=poster.id), lambda now: now.status is not PosterStatus.IN_REVIEW)
    assert refused.status is PosterStatus.REFUSED and refused.review_reason == "Bu ustozga yoqmaydi"
    await tell_poster(bench, str(poster.id))
    await fan.expect("Bu ustozga yoqmaydi")
