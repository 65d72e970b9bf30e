"""The webhook: updates carried to the bot's address one at a time, again and again until it says 2xx."""

import asyncio
import logging
import time
from typing import Any

from aiohttp import BodyPartReader, ClientError, ClientSession, ClientTimeout, MultipartReader

from webapp.playground.shapes import Json
from webapp.playground.store import Store
from webapp.playground.updates import Updates

log = logging.getLogger(__name__)
PAUSES = (0.2, 0.5, 1.0, 2.0, 5.0)  # seconds between attempts
ANSWER_SECONDS = 60


class Webhook:
    """`setting` is the body of setWebhook, empty while updates go by long poll."""

    def __init__(self, store: Store, updates: Updates) -> None:
        self.store = store
        self.updates = updates
        self.setting: Json = store.get("profile", "webhook") or {}
        self.changed = asyncio.Event()
        self.last_error: Json = {}
        self.replies: asyncio.Queue[Json] = asyncio.Queue()  # methods that came back in a webhook answer

    @property
    def url(self) -> str:
        return str(self.setting.get("url", ""))

    def set(self, setting: Json) -> None:
        """Turns the webhook on, or off with an empty setting."""
        self.setting = setting
        self.last_error = {}
        self.store.put("profile", "webhook", setting)
        self.changed.set()
        self.updates.arrived.set()

    def info(self) -> Json:
        """The answer of getWebhookInfo."""
        info = {"url": self.url, "has_custom_certificate": False, "pending_update_count": self.updates.count()}
        if self.url:
            info |= {"max_connections": self.setting.get("max_connections", 40), "ip_address": "127.0.0.1"}
        if self.updates.allowed:
            info["allowed_updates"] = self.updates.allowed
        return {**info, **self.last_error}

    async def run(self) -> None:
        """Carries updates as long as it is not cancelled."""
        async with ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS)) as session:
            failures = 0
            while True:
                if not self.url:
                    self.changed.clear()
                    await self.changed.wait()
                elif not self.updates.waiting:
                    self.updates.arrived.clear()
                    await self.updates.arrived.wait()
                elif await self.post(session, self.updates.waiting[0]):
                    failures = 0
                else:
                    await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                    failures += 1

    async def post(self, session: ClientSession, update: Json) -> bool:
        """One attempt; True when the update is taken."""
        secret = self.setting.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with session.post(self.url, json=update, headers=headers) as answer:
                if not 200 <= answer.status < 300:
                    self.note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                    return False
                body = await _read_method(answer)
        except (ClientError, TimeoutError, ValueError) as problem:
            self.note(f"Connection failed: {problem or type(problem).__name__}")
            return False
        if self.updates.waiting and self.updates.waiting[0] is update:
            self.updates.confirm_first()
        if body.get("method"):
            self.replies.put_nowait(body)
        return True

    def note(self, words: str) -> None:
        log.warning("webhook: %s", words)
        self.last_error = {"last_error_date": int(time.time()), "last_error_message": words}


async def _read_method(answer: Any) -> Json:
    """A method call in the answer of a webhook, JSON or multipart; empty when there is none."""
    if answer.content_type == "application/json":
        body = await answer.json()
        return body if isinstance(body, dict) else {}
    if answer.content_type != "multipart/form-data":
        return {}
    found: Json = {}
    reader = MultipartReader.from_response(answer)
    while (part := await reader.next()) is not None:
        if isinstance(part, BodyPartReader) and part.name:
            found[part.name] = await part.text()
    return found
