"""What nobody expected: the person gets an apology, the log gets the circumstances, the bot goes on.

A database that is away for a moment is another matter: whoever feeds us updates brings this one again.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import Message, TelegramObject, Update
from aiogram.types import User as TelegramUser

from bot.adapters.telegram import thread_of
from bot.adapters.telegram_errors import WORDS, Trouble, has_no_room, is_gone, read_trouble
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
        except OUTAGES:
            raise
        except TelegramAPIError as error:
            if await self._explain(event, data, error):
                return None
            if carries_money(event) and not isinstance(error, TelegramBadRequest):
                raise
            await self._report(event, data)
        except Exception:
            if carries_money(event):
                raise
            await self._report(event, data)
        return None

    async def _explain(self, update: Update, data: dict[str, Any], error: TelegramAPIError) -> bool:
        """True for a refusal that somebody's setting brings: said as it is, and no failure of ours."""
        trouble = read_trouble(error)
        if trouble in WORDS:
            log.info("update %s: %s", update.update_id, error.message)
            await self._tell(update, data, WORDS[trouble], has_no_room(error))
            return True
        if trouble is Trouble.OUT_OF_REACH:
            log.info("update %s: nobody to answer: %s", update.update_id, error.message)
        return trouble in (Trouble.UNCHANGED, Trouble.GONE, Trouble.OUT_OF_REACH)

    async def _report(self, update: Update, data: dict[str, Any]) -> None:
        person: TelegramUser | None = data.get("event_from_user")
        log.exception("update %s (%s) of %s failed", update.update_id, update.event_type, person and person.id)
        await self._tell(update, data, "error-unexpected")

    async def _tell(self, update: Update, data: dict[str, Any], key: str, in_private: bool = False) -> None:
        person: TelegramUser | None = data.get("event_from_user")
        if person is None:
            return
        words = text(data.get("language") or pick_language(person.language_code), key)
        try:
            await apologise(data["bot"], update, data["tap"], words, person.id if in_private else None)
        except TelegramAPIError as error:
            log.warning("update %s: the apology did not arrive: %s", update.update_id, error)


def carries_money(update: Update) -> bool:
    return update.message is not None and update.message.successful_payment is not None


async def apologise(bot: Bot, update: Update, tap: Tap, words: str, chat_id: int | None = None) -> None:
    """Words in the tap's own window while that is open, else in the chat, or in `chat_id` where that is closed."""
    query = update.callback_query
    if query is not None and not tap.answered:
        try:
            await bot.answer_callback_query(query.id, words, show_alert=True)
            return
        except TelegramBadRequest as error:
            if not is_gone(error):
                raise
    message = query.message if query is not None else update.message
    if chat_id is not None:
        await bot.send_message(chat_id, words)
    elif message is not None:
        thread_id = thread_of(message if isinstance(message, Message) else None)
        await bot.send_message(message.chat.id, words, message_thread_id=thread_id)
