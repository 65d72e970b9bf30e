"""A playground on a free port, an aiogram bot beside it, and short words for what people do there."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from PIL import Image

from bot.settings import Settings
from tests.answers import expect_status
from webapp.playground.app import create_app

Json = dict[str, Any]
FAN = 10001
STAFF = 30001


class House:
    """`bot` is an unmodified aiogram Bot; the rest speaks to the control API."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(_env_file=None, data_dir=folder, bot_token="")

    async def open(self) -> "House":
        self.server = TestServer(create_app(self.settings), host="127.0.0.1")
        await self.server.start_server()
        self.settings.playground_port = self.server.port
        self.http = ClientSession(self.server.make_url("/"))
        self.bot = self.make_bot()
        return self

    async def close(self) -> None:
        await self.bot.session.close()
        await self.http.close()
        await self.server.close()

    def make_bot(self, token: str = "") -> Bot:
        api = TelegramAPIServer.from_base(str(self.server.make_url("/")).rstrip("/"))
        return Bot(token or self.settings.token, session=AiohttpSession(api=api, timeout=10))

    async def call(self, method: str, path: str, /, expect: int = 200, **body: Any) -> Any:
        async with self.http.request(method, path, json=body if method != "GET" else None) as answer:
            await expect_status(answer, expect)
            return await answer.json()

    async def say(self, text: str, user: int = FAN, chat: int | None = None, **body: Any) -> Json:
        path = f"/control/chats/{chat or user}/messages"
        return await self.call("POST", path, from_id=user, text=text, **body)

    async def chat(self, chat: int = FAN, after: int = 0, wait: float = 0, edits: int = 0) -> list[Json]:
        return await self.call("GET", f"/control/chats/{chat}/messages?after={after}&wait={wait}&edits={edits}")

    async def press(self, message: Json, user: int = FAN, **body: Any) -> Json:
        path = f"/control/chats/{message['chat']['id']}/messages/{message['message_id']}/press"
        return await self.call("POST", path, from_id=user, **body)

    async def pay(self, message: Json, user: int = FAN) -> Json:
        path = f"/control/chats/{message['chat']['id']}/messages/{message['message_id']}/pay"
        return await self.call("POST", path, from_id=user)

    async def fault(self, kind: str, **order: Any) -> Json:
        return await self.call("POST", "/control/faults", service="telegram", kind=kind, **order)

    @asynccontextmanager
    async def polling(self, dispatcher: Dispatcher) -> AsyncIterator[None]:
        task = asyncio.create_task(
            dispatcher.start_polling(self.bot, handle_signals=False, close_bot_session=False, polling_timeout=5)
        )
        try:
            yield
        finally:
            await dispatcher.stop_polling()
            await task


def draw_picture(width: int = 900, height: int = 600) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (40, 90, 200)).save(out, "JPEG")
    return out.getvalue()


def make_clip(seconds: float = 2, width: int = 640, height: int = 360) -> bytes:
    """The boxes of an MP4 that tell its length and size; there are no frames in it."""

    def box(kind: bytes, body: bytes) -> bytes:
        return (len(body) + 8).to_bytes(4, "big") + kind + body

    mvhd = bytes(12) + (1000).to_bytes(4, "big") + int(seconds * 1000).to_bytes(4, "big") + bytes(80)
    tkhd = bytes(76) + (width << 16).to_bytes(4, "big") + (height << 16).to_bytes(4, "big")
    moov = box(b"moov", box(b"mvhd", mvhd) + box(b"trak", box(b"tkhd", tkhd)))
    return box(b"ftyp", b"isom" + bytes(8)) + moov + box(b"mdat", bytes(64))
