"""REST as another program relies on it: catalogue, sign-in, orders once only, payment, progress."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import PurePosixPath
from typing import Any

import pytest
import pytest_asyncio

from bot.greetings.progress import Progress, put_progress
from bot.greetings.renders import start_render
from bot.services import Services
from db.videos import Video, VideoStatus
from tests.control import Control
from tests.flows.webapp.web_client import ORDER, Web, launch_data, open_client
from tests.waiting import until


@pytest_asyncio.fixture
async def api(services: Services, playground: Control) -> AsyncIterator[Web]:
    async with open_client(services) as web:
        yield web


async def test_the_catalogue_is_paged_and_complete(api: Web) -> None:
    seen, offset, free = [], 0, []
    while offset is not None:
        page = await (await api.call("GET", f"/artists?limit=4&offset={offset}")).json()
        assert len(page["items"]) <= 4 and page["total"] >= 6
        seen += [artist["slug"] for artist in page["items"]]
        free += [artist for artist in page["items"] if artist["price_xtr"] == 0]
        offset = page["next"]
    assert len(seen) == len(set(seen)) == page["total"]
    assert free, "some stars greet for nothing"
    portrait = await api.client.session.get(free[0]["portrait_url"])
    assert portrait.status == 200 and portrait.content_type == "image/jpeg"
    assert "max-age" in portrait.headers["Cache-Control"]


@pytest.mark.parametrize("search", ["humora", "ҲУМОРА", "Sadaf"])
async def test_search_reads_both_scripts(api: Web, search: str) -> None:
    page = await (await api.call("GET", "/artists", params={"search": search})).json()
    assert [artist["slug"] for artist in page["items"]] == ["humora-sadafli"]


async def test_an_artists_words_for_an_occasion(api: Web) -> None:
    path = "/artists/yahyo-sahariy/prompts?occasion=navruz&language=ru"
    page = await (await api.call("GET", path)).json()
    assert page["items"] and all("{name}" in prompt["text"] for prompt in page["items"])
    assert {prompt["language"] for prompt in page["items"]} == {"ru"}


async def test_refresh_tokens_work_once(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    first = caller.tokens["refresh_token"]
    renewed = await (await api.call("POST", "/auth/refresh", json={"refresh_token": first})).json()
    caller.tokens = renewed
    assert (await caller.get("/me"))["telegram_id"] == caller.telegram_id
    assert (await api.call("POST", "/auth/refresh", json={"refresh_token": first})).status == 401
    # Somebody had a copy: what came of it ends too.
    second = await api.call("POST", "/auth/refresh", json={"refresh_token": renewed["refresh_token"]})
    assert second.status == 401


async def test_an_old_launch_says_what_to_do(api: Web, playground: Control) -> None:
    person = await playground.new_person()
    init_data = await launch_data(playground, person.id)
    for broken in (init_data[:-1] + "g", init_data.replace("hash=", "hash=%D1%84"), "x"):
        body = {"init_data": broken}
        answer = await api.call("POST", "/auth/telegram", json=body, headers={"Accept-Language": "en"})
        problem = await answer.json()
        assert answer.status == 401 and answer.content_type == "application/problem+json"
        assert "from the bot" in problem["detail"]


async def test_nobody_is_let_in_without_a_token(api: Web) -> None:
    for token in ("", "Bearer", "Bearer nonsense", "Basic abc", "Bearer \u00e9"):
        headers = {"Authorization": token} if token else {}
        answer = await api.call("GET", "/me", headers=headers)
        assert answer.status == 401 and answer.headers["WWW-Authenticate"].startswith("Bearer")


async def test_a_free_greeting_is_queued_once(api: Web, playground: Control, services: Services) -> None:
    caller = await api.enter(playground)
    answers = await asyncio.gather(*(caller.order("tap") for _ in range(5)))
    assert {status for status, _ in answers} == {202}
    (job_id,) = {job["job_id"] for _, job in answers}
    assert answers[0][1]["status"] == "queued"
    await services.redis.flushall()
    _, again = await caller.order("tap")
    assert again["job_id"] == job_id, "the promise outlives Redis"
    status, problem = await caller.order("tap", recipient="Dadajon")
    assert status == 422 and "Idempotency-Key" in problem["detail"]
    assert await Video.all().count() == 1
    page = await caller.get("/videos?limit=1")
    assert [job["job_id"] for job in page["items"]] == [job_id] and page["next"] is None


async def test_a_refusal_is_repeated_too(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    answers = [await caller.call("POST", "/videos/generate", "bad", json=ORDER | {"recipient": ""}) for _ in "12"]
    assert [answer.status for answer in answers] == [422, 422]
    assert await answers[0].json() == await answers[1].json()
    assert answers[1].headers["Idempotent-Replayed"] == "true"


async def test_paying_moves_the_job_on(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    status, job = await caller.order(artist_id="elbek-chaqmoqov")
    assert (status, job["status"], job["price_xtr"]) == (202, "awaiting_payment", 350)
    slug = PurePosixPath(job["payment_url"]).name.removeprefix("$")
    await playground.call("POST", f"/invoices/{slug}/pay", json={"from_id": caller.telegram_id})
    path = f"/videos/jobs/{job['job_id']}"
    paid = await until(lambda: caller.get(path), lambda job: job["status"] == "queued")
    assert paid["payment_url"] is None and paid["message"]
    late = await caller.call("POST", f"/videos/{job['job_id']}/cancel")
    assert late.status == 409


async def test_an_unpaid_order_can_be_cancelled(api: Web, playground: Control) -> None:
    caller = await api.enter(playground, "ru")
    _, job = await caller.order(artist_id="elbek-chaqmoqov")
    answer = await caller.call("POST", f"/videos/{job['job_id']}/cancel", "once")
    cancelled = await answer.json()
    assert cancelled["status"] == "failed" and "отменён" in cancelled["reason"].lower()


BAD: list[tuple[str, dict[str, Any], int]] = [
    ("a text of 5,000 characters", {"text": "salom " * 833}, 422),
    ("no text", {"text": ""}, 422),
    ("an empty name", {"recipient": " "}, 422),
    ("a name of emoji only", {"recipient": "🎂🎉"}, 422),
    ("an insult", {"text": "Sen ahmoqsan, jalab"}, 422),
    ("a phone number", {"text": "Menga qoʻngʻiroq qiling: +998 90 123 45 67"}, 422),
    ("a language the star does not speak", {"artist_id": "yahyo-sahariy", "text": "Happy birthday, dear mum!"}, 422),
    ("an occasion that is none", {"occasion": "doomsday"}, 422),
    ("a field we do not know", {"colour": "red"}, 422),
    ("a language we do not know", {"language": "fr"}, 422),
    ("a number for a name", {"recipient": 5}, 422),
    ("nobody", {"artist_id": "nobody"}, 404),
]


@pytest.mark.parametrize(("what", "change", "status"), BAD, ids=[case[0] for case in BAD])
async def test_bad_orders_leave_nothing(
    api: Web, playground: Control, what: str, change: dict[str, Any], status: int
) -> None:
    caller = await api.enter(playground, "ru")
    told, problem = await caller.order(**change)
    assert told == status, problem
    assert {"type", "title", "status", "detail", "instance"} <= set(problem)
    assert problem["status"] == status and problem["detail"]
    assert await Video.all().count() == 0


async def test_blocked_words_say_which_and_why(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    headers = {"Accept-Language": "en"}
    body = ORDER | {"text": "Call me at +998 90 123 45 67"}
    problem = await (await caller.call("POST", "/videos/generate", json=body, headers=headers)).json()
    assert problem["verdict"] == "blocked" and any("998" in reason for reason in problem["reasons"])


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 422),
        (b"text=1", "text/plain", 415),
        (b'{"text": "' + b"a" * 70_000 + b'"}', "application/json", 413),
        (b"\xff", "application/json", 400),
    ],
)
async def test_what_is_not_a_request(api: Web, body: bytes, content_type: str, status: int) -> None:
    answer = await api.call("POST", "/moderation/check", data=body, headers={"Content-Type": content_type})
    assert answer.status == status and (await answer.json())["detail"]


async def test_the_filter_over_rest(api: Web) -> None:
    async def check(**body: Any) -> Any:
        return await (await api.call("POST", "/moderation/check", json=body)).json()

    good = await check(text=ORDER["text"], artist_id="sabohat-tongotar")
    assert (good["verdict"], good["language"], good["reasons"]) == ("pass", "uz", [])
    assert 0 < good["seconds"] < good["max_seconds"] == 40
    bad = await check(text="Prezidentga ovoz bering!", artist_id="sabohat-tongotar", language="uz")
    assert bad["verdict"] == "blocked" and bad["categories"] and bad["reasons"]


async def test_jobs_of_others_do_not_exist(api: Web, playground: Control) -> None:
    mine, other = await api.enter(playground), await api.enter(playground)
    _, job = await mine.order()
    for path in (f"/videos/jobs/{job['job_id']}", "/videos/jobs/nonsense", f"/videos/jobs/{job['job_id']}/events"):
        assert (await other.call("GET", path)).status == 404


async def test_progress_flows_as_events(api: Web, playground: Control, services: Services) -> None:
    caller = await api.enter(playground, "en")
    _, job = await caller.order()
    stream = await caller.call("GET", f"/videos/jobs/{job['job_id']}/events")
    assert stream.content_type == "text/event-stream"
    assert '"stage":"queue"' in await next_event(stream)
    video = await start_render(job["job_id"])
    assert video is not None
    await put_progress(services.redis, video.id, Progress("video", 0.42, 0, 9.0))
    event = await next_event(stream)
    assert '"stage":"video"' in event and '"progress":42' in event and "Making the video" in event
    await Video.filter(id=video.id).update(status=VideoStatus.FAILED, failure="video-failed-render")
    assert '"status":"failed"' in await next_event(stream)
    assert await stream.content.read() == b"", "the stream ends with the job"


async def next_event(stream: Any) -> str:
    """The next event that carries data."""
    async with asyncio.timeout(10):
        while True:
            event = (await stream.content.readuntil(b"\n\n")).decode()
            if event.startswith("event: progress"):
                return event


async def test_too_many_calls_are_told_when_to_come_back(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    body = {"artist_id": "sabohat-tongotar", "recipient": ""}
    answers = [await caller.call("POST", "/videos/name-sample", json=body) for _ in range(31)]
    if answers[-1].status != 429:  # the minute turned over in between
        answers += [await caller.call("POST", "/videos/name-sample", json=body) for _ in range(31)]
    assert answers[0].status == 422 and answers[-1].status == 429
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
