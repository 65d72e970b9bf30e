"""What nobody expected: the person gets an apology, the log gets the circumstances, the bot goes on.

A database that is away for a moment is another matter: whoever feeds us updates brings this one again.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import TelegramObject, Update
from aiogram.types import User as TelegramUser

from bot.adapters.telegram import is_gone, is_unchanged
from bot.i18n import pick_language, text
from bot.outages import OUTAGES
from handlers.talk.talk import Tap

log = logging.getLogger("stario.chat")
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class MishapsMiddleware(BaseMiddleware):
    """Counts a failed update as handled, except in an outage, and except one that carries money."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Update)
        data["tap"] = Tap()
        try:
            return await handler(event, data)
        except TelegramForbiddenError:
            log.info("update %s: the person has blocked the bot", event.update_id)
        except TelegramBadRequest as error:
            if not (is_unchanged(error) or is_gone(error)):
                await self._report(event, data)
        except OUTAGES:
            raise
        except Exception:
            if event.message is not None and event.message.successful_payment is not None:
                raise
            await self._report(event, data)
        return None

    async def _report(self, update: Update, data: dict[str, Any]) -> None:
        person: TelegramUser | None = data.get("event_from_user")
        log.exception("update %s (%s) of %s failed", update.update_id, update.event_type, person and person.id)
        if person is None:
            return
        language = data.get("language") or pick_language(person.language_code)
        try:
            await apologise(data["bot"], update, data["tap"], text(language, "error-unexpected"))
        except TelegramAPIError as error:
            log.warning("update %s: the apology did not arrive: %s", update.update_id, error)


async def apologise(bot: Bot, update: Update, tap: Tap, words: str) -> None:
    """Words in the tap's own window while that is open, else in the chat."""
    query = update.callback_query
    if query is not None and not tap.answered:
        try:
            await bot.answer_callback_query(query.id, words, show_alert=True)
            return
        except TelegramBadRequest as error:
            if not is_gone(error):
                raise
    message = query.message if query is not None else update.message
    if message is not None:
        await bot.send_message(message.chat.id, words)
