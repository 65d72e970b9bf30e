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
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiogram.types import Message

from bot.adapters.telegram_errors import Trouble, read_trouble
from bot.settings import Settings

log = logging.getLogger("stario.telegram")

Blocked = Callable[[int], Awaitable[None]]
Moved = Callable[[int, int], Awaitable[None]]
# Asked again, these say the same thing; a message that may have been sent is never sent blindly again here.
_REPEATABLE = ("get", "edit", "answer", "delete", "set", "create")
_RETRIES = 5
_LONGEST_WAIT = 60


class PatientMiddleware(BaseRequestMiddleware):
    """Waits out 429, repeats what is safe to repeat, follows a group that became a supergroup, and reports a person
    who is out of reach; that is always a TelegramForbiddenError, in whichever words Telegram says it."""

    def __init__(self, on_blocked: Blocked, on_moved: Moved) -> None:
        self._on_blocked, self._on_moved = on_blocked, on_moved

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
            except TelegramMigrateToChat as moved:
                if attempt == _RETRIES - 1:
                    raise
                method = await self._follow(method, moved)
            except TelegramForbiddenError:
                await self._report(method)
                raise
            except TelegramBadRequest as error:
                if read_trouble(error) is not Trouble.OUT_OF_REACH:
                    raise
                await self._report(method)
                raise TelegramForbiddenError(method, error.message) from error
        raise AssertionError("unreachable")

    @staticmethod
    def _is_repeatable(method: TelegramMethod[Any]) -> bool:
        name = method.__api_method__
        return name != "getUpdates" and name.startswith(_REPEATABLE)

    async def _follow(
        self, method: TelegramMethod[TelegramType], moved: TelegramMigrateToChat
    ) -> TelegramMethod[TelegramType]:
        """The same call to the new chat, which has no topics yet."""
        old = getattr(method, "chat_id", None)
        if not isinstance(old, int):
            raise moved
        await self._on_moved(old, moved.migrate_to_chat_id)
        return method.model_copy(update={"chat_id": moved.migrate_to_chat_id, "message_thread_id": None})

    async def _report(self, method: TelegramMethod[Any]) -> None:
        chat_id = getattr(method, "chat_id", None)
        if isinstance(chat_id, int) and chat_id > 0:
            await self._on_blocked(chat_id)


def open_telegram(settings: Settings, on_blocked: Blocked, on_moved: Moved) -> Bot:
    """A client of the Bot API in force; HTML is the default markup, links show no previews."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_base), timeout=30)
    session.middleware(PatientMiddleware(on_blocked, on_moved))
    return Bot(settings.token, session, DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True))


def thread_of(message: Message | None) -> int | None:
    """The topic of a message; None for General, and for the replies that a plain group calls a thread."""
    # Telegram numbers a chain of replies too, and refuses that number where a topic is expected.
    return message.message_thread_id if message is not None and message.is_topic_message else None
