"""A fan of the REST API: signs in by Telegram, orders, and watches a job."""

import uuid
from typing import Any

import aiohttp

from tests.answers import expect_status
from tests.control import Control, Person
from tests.waiting import until

WORDS = "Onajon, tug'ilgan kuningiz muborak!"


class RestFan:
    """One signed-in person."""

    def __init__(self, http: aiohttp.ClientSession, base: str, person: Person) -> None:
        self._http, self._base, self.person = http, f"{base}/api/v1", person
        self._token = ""

    async def sign_in(self) -> "RestFan":
        answer = await self.person.control.call("GET", f"/users/{self.person.id}/init-data")
        signed = await self.call("POST", "/auth/telegram", {"init_data": answer["init_data"]})
        self._token = signed["access_token"]
        return self

    async def call(self, method: str, path: str, body: Any = None, status: int | None = None) -> Any:
        headers = {"Idempotency-Key": uuid.uuid4().hex}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        async with self._http.request(method, self._base + path, json=body, headers=headers) as answer:
            await expect_status(answer, status)
            return await answer.json()

    async def artist(self, free: bool) -> dict[str, Any]:
        """The first artist of the catalogue who is free, or who is not."""
        artists = (await self.call("GET", "/artists?limit=50"))["items"]
        return next(item for item in artists if (item["price_xtr"] == 0) == free)

    async def order(self, text: str = WORDS, free: bool = True, recipient: str = "Onajon") -> dict[str, Any]:
        artist = await self.artist(free)
        body = {
            "artist_id": artist["id"],
            "occasion": "birthday",
            "recipient": recipient,
            "text": text,
            "language": "uz",
        }
        return dict(await self.call("POST", "/videos/generate", body))

    async def job(self, job_id: str) -> dict[str, Any]:
        return dict(await self.call("GET", f"/videos/jobs/{job_id}"))

    async def wait_until(self, job_id: str, *states: str, seconds: float = 90) -> dict[str, Any]:
        """The job as soon as it is in one of `states`."""
        return dict(await until(lambda: self.job(job_id), lambda job: job["status"] in states, seconds))


async def new_rest_fan(http: aiohttp.ClientSession, base: str, control: Control, name: str = "Dilnoza") -> RestFan:
    """Somebody new who has said /start and holds a token."""
    person = await control.new_person(name)
    await person.say("/start")
    await person.wait_for(lambda message: message["from"]["is_bot"])
    return await RestFan(http, base, person).sign_in()
