"""Who speaks as a group or as a channel has no name of their own: nobody to play with, and no right of the staff.

Such a message is answered where it is meant for us, and passed over where people talk among themselves.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject, Update

from bot.i18n import DEFAULT_LANGUAGE, text
from bot.services import Services

COMMANDS = ("trivia", "quiz", "order", "reconcile")  # what is said in groups
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class MasksMiddleware(BaseMiddleware):
    """Anonymous administrators, people who write as a channel, and the posts of a linked channel end here."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        message = event.message if isinstance(event, Update) else None
        if message is None or message.sender_chat is None:
            return await handler(event, data)
        if not message.is_automatic_forward and await is_for_us(message, data["services"]):
            await message.reply(text(DEFAULT_LANGUAGE, "error-anonymous"), allow_sending_without_reply=True)
        return None


async def is_for_us(message: Message, services: Services) -> bool:
    """A command of ours, or among the staff an answer to us."""
    original = message.reply_to_message
    if message.chat.id == services.settings.staff_chat and original is not None and original.from_user is not None:
        return original.from_user.id == services.telegram.id
    command, _, mention = (message.text or "").partition(" ")[0].partition("@")
    if not command.startswith("/") or command[1:].lower() not in COMMANDS:
        return False
    return not mention or mention.lower() == ((await services.telegram.me()).username or "").lower()
