"""A group becomes a supergroup: Telegram says so once on either side, and its old number is dead from then on."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

from bot.services import Services

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class MovesMiddleware(BaseMiddleware):
    """Stands before everything that asks who speaks: whoever upgrades a group may be anonymous in it."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        message = event.message if isinstance(event, Update) else None
        services: Services = data["services"]
        if message is not None and message.migrate_to_chat_id is not None:
            return await services.follow_chat(message.chat.id, message.migrate_to_chat_id)
        if message is not None and message.migrate_from_chat_id is not None:
            return await services.follow_chat(message.migrate_from_chat_id, message.chat.id)
        return await handler(event, data)
