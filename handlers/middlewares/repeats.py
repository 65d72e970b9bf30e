"""The same update twice is one update: Telegram repeats what it believes we have not seen."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

from bot.adapters.redis_keys import update_key
from bot.services import Services

_KEEP = timedelta(days=2)
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class RepeatsMiddleware(BaseMiddleware):
    """Remembers each handled `update_id`; one whose handling failed is not remembered, so that a retry works.

    It stands behind the event isolation, so two copies of an update never race for one person.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, Update):
            return await handler(event, data)
        services: Services = data["services"]
        key = update_key(event.update_id)
        if await services.redis.exists(key):
            return None
        # Written after the work: a process killed in the middle leaves no trace, so the retry is handled.
        result = await handler(event, data)
        await services.redis.set(key, 1, ex=_KEEP)
        return result
