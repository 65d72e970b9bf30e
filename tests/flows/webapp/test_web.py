"""The web process from outside: health by part, pages in four languages, sessions that cannot be mixed up."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest
import pytest_asyncio
from aiogram import Dispatcher
from aiohttp import web as aiohttp_web
from aiohttp.test_utils import TestClient, TestServer

from bot.i18n import LANGUAGES
from bot.services import Services
from bot.work import WORKER_CLASSES
from db.users import User
from db.videos import Video, VideoStatus
from tests.control import Control
from tests.flows.webapp.web_client import ORDER, Web, launch_data, open_client
from tests.waiting import until
from webapp.errors import catch_errors
from webapp.identity import set_session
from webapp.keys import SERVICES
from webapp.telegram.webhook import DISPATCHER, PATH, receive_update, webhook_secret


@pytest_asyncio.fixture
async def site(services: Services, playground: Control) -> AsyncIterator[Web]:
    async with open_client(services) as web:
        yield web


async def test_health_names_what_is_missing(site: Web, services: Services) -> None:
    async def look() -> Any:
        return await (await site.client.get("/healthz")).json()

    await until(look, lambda report: report["parts"]["telegram"]["ok"])
    answer = await site.client.get("/healthz")
    report = await answer.json()
    assert answer.status == 503 and report["status"] == "failing"
    missing = {name for name, part in report["parts"].items() if not part["ok"]}
    assert missing == {f"worker:{name}" for name in WORKER_CLASSES}
    for worker in WORKER_CLASSES.values():
        await services.redis.set(worker.health_key, 1, ex=5)
    answer = await site.client.get("/healthz")
    report = await answer.json()
    assert answer.status == 200 and set(report["parts"]) >= {"postgres", "redis", "objects", "telegram"}
    assert all(part["latency_ms"] >= 0 for part in report["parts"].values())
    assert (await site.client.get("/livez")).status == 200


async def test_metrics_speak_prometheus(site: Web) -> None:
    await site.client.get("/livez")
    text = await (await site.client.get("/metrics")).text()
    for name in (
        "stario_http_requests_total",
        "stario_outbox_waiting",
        "stario_render_seconds",
        "stario_queue_waiting",
    ):
        assert f"# TYPE {name.removesuffix('_total')}" in text or f"# TYPE {name}" in text, name
    assert 'route="/livez"' in text


PAGES = (
    "/",
    "/app/",
    "/app/artists/humora-sadafli",
    "/app/artists/humora-sadafli/greeting",
    "/app/videos",
    "/api/docs",
)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_in_every_language(site: Web, language: str) -> None:
    for page in PAGES:
        answer = await site.client.get(page, params={"lang": language})
        html = await answer.text()
        assert answer.status == 200, page
        assert f'lang="{language}' in html
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy and "nonce-" in policy
        framed = "https://web.telegram.org" in policy
        assert framed == page.startswith("/app"), "only the Mini App stands in a frame"


async def test_a_lost_visitor_gets_a_page(site: Web) -> None:
    answer = await site.client.get("/nowhere", headers={"Accept": "text/html", "Accept-Language": "ru"})
    assert answer.status == 404 and "Такой страницы нет" in await answer.text()
    answer = await site.client.get("/api/v1/nowhere")
    assert answer.status == 404 and answer.content_type == "application/problem+json"


async def test_small_portraits_travel_light(site: Web) -> None:
    answer = await site.client.get("/media/portraits/humora-sadafli-480.webp")
    assert answer.content_type == "image/webp" and len(await answer.read()) < 40_000
    again = await site.client.get(
        "/media/portraits/humora-sadafli-480.webp", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status == 304
    assert (await site.client.get("/media/portraits/humora-sadafli-481.webp")).status == 404


async def test_the_public_page_keeps_secrets(site: Web, playground: Control) -> None:
    caller = await site.enter(playground)
    _, job = await caller.order(recipient="Zulayho", text="Zulayho, tugʻilgan kuningiz muborak!")
    fields = {"sha256": "ab" * 32, "rendered_at": datetime.now(UTC), "duration_ms": 9000, "video_key": "videos/x.mp4"}
    await Video.filter(id=job["job_id"]).update(status=VideoStatus.DELIVERED, **fields)
    video = await Video.get(id=job["job_id"])
    answer = await site.client.get(f"/v/{video.code}", params={"lang": "en"})
    html = await answer.text()
    assert answer.status == 200 and "ab" * 32 in html and "Sabohat Tongotar" in html
    assert "Zulayho" not in html and "x.mp4" not in html
    await Video.filter(id=video.id).update(status=VideoStatus.READY)
    assert (await site.client.get(f"/v/{video.code}")).status == 404


async def enter_app(site: Web, control: Control, user_id: int, **headers: str) -> Any:
    body = {"init_data": await launch_data(control, user_id)}
    return await site.client.post("/app/session", json=body, headers=headers)


async def test_two_accounts_in_one_browser_are_two_people(site: Web, playground: Control) -> None:
    people = [await playground.new_person(name) for name in ("Madina", "Sergey")]
    for person in people:
        answer = await enter_app(site, playground, person.id)
        assert answer.status == 200 and (await answer.json())["person"] == str(person.id)
        assert "HttpOnly" in answer.headers["Set-Cookie"] and "SameSite=Lax" in answer.headers["Set-Cookie"]
    for person in people:
        answer = await site.call("GET", "/me", headers={"X-Stario-Person": str(person.id)})
        assert (await answer.json())["telegram_id"] == person.id
    assert (await site.call("GET", "/me")).status == 401, "a cookie alone is nobody"
    foreign = {"X-Stario-Person": str(people[0].id), "Origin": "https://evil.example"}
    assert (await site.call("POST", "/videos/generate", json=ORDER, headers=foreign)).status == 403
    assert (await enter_app(site, playground, people[0].id, Origin="https://evil.example")).status == 403


async def test_behind_https_the_cookie_works_in_telegrams_frame(services: Services) -> None:
    settings = services.settings.model_copy(update={"public_url": "https://stario.example"})
    answer = aiohttp_web.Response()
    set_session(answer, replace(services, settings=settings), 7, "token", 60)
    cookie = answer.headers["Set-Cookie"]
    assert all(word in cookie for word in ("SameSite=None", "Secure", "Partitioned", "HttpOnly"))


async def test_a_page_of_ones_own_never_ends_blank(site: Web, playground: Control) -> None:
    first = await site.client.get("/app/videos", params={"lang": "en"})
    assert first.status == 200 and "in Telegram" in await first.text()
    fragment = await site.client.get("/app/videos", headers={"X-Stario-Fragment": "1", "Accept-Language": "en"})
    assert fragment.status == 401 and "from the bot" in (await fragment.json())["detail"]


async def test_the_order_remembers_where_it_came_from(site: Web, playground: Control) -> None:
    person = await playground.new_person("Madina", "ru")
    await enter_app(site, playground, person.id)
    headers = {"X-Stario-Person": str(person.id), "Accept-Language": "en"}
    job = await (await site.call("POST", "/videos/generate", json=ORDER, headers=headers)).json()
    assert (await Video.get(id=job["job_id"])).source == "miniapp"
    user = await User.get(telegram_id=person.id)
    page = await site.client.get(f"/app/videos/{job['job_id']}", headers={**headers, "X-Stario-Fragment": "1"})
    assert f'data-language="{user.language}"' in await page.text(), "a page of ours speaks the person's language"


class Deaf(Dispatcher):
    """Handles nothing but the first word it was told."""

    async def feed_update(self, bot: Any, update: Any, **_: Any) -> None:
        if update.update_id == 2:
            raise RuntimeError("a defect")


async def test_the_webhook_answers_after_handling(services: Services) -> None:
    app = aiohttp_web.Application(middlewares=[catch_errors])
    app[SERVICES], app[DISPATCHER] = services, Deaf()
    app.router.add_post(PATH, receive_update)
    person = {"id": 5, "is_bot": False, "first_name": "A"}
    words = {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}, "from": person, "text": "hi"}
    secret = {"X-Telegram-Bot-Api-Secret-Token": webhook_secret(services)}
    async with TestClient(TestServer(app)) as client:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}):
            answer = await client.post(PATH, json={"update_id": 1, "message": words}, headers=headers)
            assert answer.status == 403
        assert (await client.post(PATH, json={"update_id": 1, "message": words}, headers=secret)).status == 200
        failed = await client.post(PATH, json={"update_id": 2, "message": words}, headers=secret)
        assert failed.status == 500, "Telegram will send it again"
        for broken in (b"{", b"[]", b"[" * 100_000):
            assert (await client.post(PATH, data=broken, headers=secret)).status == 400
        hidden = words | {"forward_origin": {"type": "hidden_user", "date": 1}}
        for unreadable in ({"update_id": 3, "message": hidden}, {"update_id": 4, "telepathy": {}}, {}):
            answer = await client.post(PATH, json=unreadable, headers=secret)
            assert answer.status == 200, "sent again it would be no more readable"


async def test_the_next_click_works_after_postgres_dropped_everybody(site: Web, services: Services) -> None:
    assert (await site.client.get("/app/")).status == 200
    connection = await asyncpg.connect(services.settings.database_url.get_secret_value())
    await connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    await connection.close()
    statuses = [(await site.client.get("/app/")).status for _ in range(3)]
    assert statuses == [200, 200, 200]
