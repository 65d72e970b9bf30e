"""The Bot API through aiogram: one client, one outbound path that obeys `retry_after` and knows who blocked us."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType

from bot.settings import Settings

log = logging.getLogger("stario.telegram")

Blocked = Callable[[int], Awaitable[None]]
# Asked again, these say the same thing; a message that may have been sent is never sent blindly again here.
_REPEATABLE = ("get", "edit", "answer", "delete", "set", "create")
_RETRIES = 5
_LONGEST_WAIT = 60


class PatientMiddleware(BaseRequestMiddleware):
    """Waits out 429, repeats what is safe to repeat, reports a person who blocked the bot."""

    def __init__(self, on_blocked: Blocked) -> None:
        self._on_blocked = on_blocked

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        for attempt in range(_RETRIES):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as busy:
                if attempt == _RETRIES - 1 or busy.retry_after > _LONGEST_WAIT:
                    raise
                await asyncio.sleep(busy.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                if attempt == _RETRIES - 1 or not self._is_repeatable(method):
                    raise
                await asyncio.sleep(0.3 * 2**attempt)
            except TelegramForbiddenError:
                await self._report(method)
                raise
        raise AssertionError("unreachable")

    @staticmethod
    def _is_repeatable(method: TelegramMethod[Any]) -> bool:
        name = method.__api_method__
        return name != "getUpdates" and name.startswith(_REPEATABLE)

    async def _report(self, method: TelegramMethod[Any]) -> None:
        chat_id = getattr(method, "chat_id", None)
        if isinstance(chat_id, int) and chat_id > 0:
            await self._on_blocked(chat_id)


def open_telegram(settings: Settings, on_blocked: Blocked) -> Bot:
    """A client of the Bot API in force; HTML is the default markup, links show no previews."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_base), timeout=30)
    session.middleware(PatientMiddleware(on_blocked))
    return Bot(settings.token, session, DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True))


def is_unchanged(error: TelegramBadRequest) -> bool:
    """True for the answers that mean an edit had nothing left to do."""
    return "message is not modified" in error.message


def is_gone(error: TelegramBadRequest) -> bool:
    """True when the message to edit or answer is no longer there."""
    words = ("message to edit not found", "message to delete not found", "query is too old", "message can't be edited")
    return any(word in error.message for word in words)
