"""A client of the web process in this process, and people who sign in to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot.services import Services
from tests.answers import expect_status
from tests.control import Control
from webapp.main import create_app

API = "/api/v1"
WORDS = "Onajon, tug'ilgan kuningiz muborak!"
ORDER = {
    "artist_id": "sabohat-tongotar",
    "occasion": "birthday",
    "recipient": "Onajon",
    "text": WORDS,
    "language": "uz",
}


@asynccontextmanager
async def open_client(services: Services) -> AsyncIterator["Web"]:
    """The whole web process on the port its settings name, polling the playground."""
    server = TestServer(create_app(services), host="127.0.0.1", port=services.settings.port)
    async with TestClient(server) as client:
        yield Web(client)


class Web:
    def __init__(self, client: Any) -> None:
        self.client = client

    async def call(self, method: str, path: str, **options: Any) -> ClientResponse:
        answer: ClientResponse = await self.client.request(method, API + path, **options)
        return answer

    async def enter(self, control: Control, language: str = "uz") -> "Caller":
        """A new Telegram user with an access token."""
        person = await control.new_person("Dilnoza", language)
        init_data = await launch_data(control, person.id)
        answer = await self.call("POST", "/auth/telegram", json={"init_data": init_data})
        await expect_status(answer, 200)
        return Caller(self, await answer.json(), person.id)


class Caller:
    """Somebody signed in; `tokens` as /auth/telegram gave them."""

    def __init__(self, web: Web, tokens: dict[str, Any], telegram_id: int) -> None:
        self.web, self.tokens, self.telegram_id = web, tokens, telegram_id

    async def call(self, method: str, path: str, key: str | None = None, **options: Any) -> ClientResponse:
        headers = {"Authorization": f"Bearer {self.tokens['access_token']}", **options.pop("headers", {})}
        if key:
            headers["Idempotency-Key"] = key
        return await self.web.call(method, path, headers=headers, **options)

    async def get(self, path: str, **options: Any) -> Any:
        answer = await self.call("GET", path, **options)
        await expect_status(answer, 200)
        return await answer.json()

    async def order(self, key: str | None = None, **changes: Any) -> tuple[int, Any]:
        answer = await self.call("POST", "/videos/generate", key, json=ORDER | changes)
        return answer.status, await answer.json()


async def launch_data(control: Control, user_id: int) -> str:
    told = await control.call("GET", f"/users/{user_id}/init-data")
    return str(told["init_data"] if isinstance(told, dict) else told)
