"""Gives handlers of messages and taps their `talk`; a refusal of a use-case becomes words for the person."""

import html
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.errors import Refusal
from bot.i18n import text
from bot.words.moderation import Blocked, explain
from handlers.talk.talk import Talk

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class TalkMiddleware(BaseMiddleware):
    """Every tap is answered, whatever its handler did or refused."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, (Message, CallbackQuery))
        talk = Talk(data["services"], data["user"], data["language"], data["state"], event, data["tap"])
        data["talk"] = talk
        try:
            result = await handler(event, data)
        except Refusal as refusal:
            return await tell_refusal(talk, refusal)
        await talk.close_tap()
        return result


async def tell_refusal(talk: Talk, refusal: Refusal) -> None:
    words = refusal_words(refusal, talk.language)
    if isinstance(talk.event, CallbackQuery):
        await talk.toast(words, alert=True)
    else:
        await talk.send(html.escape(words))


def refusal_words(refusal: Refusal, language: str) -> str:
    """Why something cannot be done, as plain text."""
    if isinstance(refusal, Blocked):
        return "\n".join(explain(refusal.judgement, language))
    return text(language, refusal.key, **refusal.values)
