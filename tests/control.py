"""A script's hands in the playground: people write, tap and pay through its control API."""

from collections.abc import Callable
from types import TracebackType
from typing import Any

import aiohttp

from tests.answers import expect_status
from tests.waiting import until

Message = dict[str, Any]
STAFF_CHAT = -1001000000001  # the playground's group of validators and operators


class Control:
    """The control API under `base`."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._http = aiohttp.ClientSession(base)

    async def __aenter__(self) -> "Control":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.close()

    async def call(self, method: str, path: str, **options: Any) -> Any:
        async with self._http.request(method, f"/control{path}", **options) as answer:
            await expect_status(answer)
            return await answer.json()

    async def new_person(self, first_name: str = "Dilnoza", language_code: str = "uz") -> "Person":
        user = await self.call("POST", "/users", json={"first_name": first_name, "language_code": language_code})
        return Person(self, user["id"])

    def person(self, user_id: int, chat_id: int | None = None) -> "Person":
        """Somebody who is there already; `chat_id` for a group instead of the private chat."""
        return Person(self, user_id, chat_id)

    async def make_fault(self, kind: str, method: str | None = None, times: int = 1, **more: Any) -> None:
        body = {"service": "telegram", "kind": kind, "times": times, **more}
        if method:
            body["method"] = method
        await self.call("POST", "/faults", json=body)

    async def clear_faults(self) -> None:
        await self.call("DELETE", "/faults")

    async def find_parcel(self, order: str) -> str:
        """BOX NOW's parcel of an order, as soon as there is one: what it brings is printed first."""
        parcels = await until(lambda: self.call("GET", "/rails/boxnow/parcels", params={"order": order}), seconds=120)
        return str(parcels[0]["id"])

    async def download(self, file_id: str) -> bytes:
        async with self._http.get(f"/control/files/{file_id}") as answer:
            await expect_status(answer, 200)
            return await answer.read()


class Person:
    """One Telegram user in a chat with the bot."""

    def __init__(self, control: Control, user_id: int, chat_id: int | None = None) -> None:
        self.control, self.id, self.chat_id = control, user_id, chat_id or user_id

    async def say(self, text: str, **more: Any) -> Message:
        body = {"from_id": self.id, "text": text, **more}
        return dict(await self.control.call("POST", f"/chats/{self.chat_id}/messages", json=body))

    async def send(self, **body: Any) -> Message:
        """A message that is not text: `photo_base64=…` and its like."""
        return dict(
            await self.control.call("POST", f"/chats/{self.chat_id}/messages", json={"from_id": self.id, **body})
        )

    async def messages(self, after: int = 0, wait: float = 0) -> list[Message]:
        answer = await self.control.call(
            "GET", f"/chats/{self.chat_id}/messages", params={"after": after, "wait": wait}
        )
        return list(answer["messages"] if isinstance(answer, dict) else answer)

    async def press(self, message: Message, text: str | None = None, data: str | None = None) -> Any:
        body = {"from_id": self.id, "text": text, "data": data}
        path = f"/chats/{self.chat_id}/messages/{message['message_id']}/press"
        return await self.control.call("POST", path, json={k: v for k, v in body.items() if v is not None})

    async def pay(self, message: Message) -> Any:
        path = f"/chats/{self.chat_id}/messages/{message['message_id']}/pay"
        return await self.control.call("POST", path, json={"from_id": self.id})

    async def wait_for(self, wanted: Callable[[Message], Any], after: int = 0, seconds: float = 30) -> Message:
        """The newest message that fits, as soon as the chat shows one."""
        # Edits do not move the message id, so a long poll alone would miss them.
        shown = await until(
            lambda: self.messages(after), lambda now: any(map(wanted, now)), seconds, lambda now: list(map(brief, now))
        )
        return next(message for message in reversed(shown) if wanted(message))


def brief(message: Message) -> str:
    kind = next((k for k in ("video", "photo", "voice", "invoice", "text") if k in message), "?")
    return f"{message['message_id']} {kind}: {(message.get('text') or message.get('caption') or '')[:120]!r}"


def buttons(message: Message) -> list[str]:
    """Labels of a message's inline buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
