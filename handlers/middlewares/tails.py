"""A text too long for one message comes in pieces: the first is answered, the rest is not a new answer."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.context import FSMContext
from aiogram.types import Message, TelegramObject

from bot.people.sequels import find_beginning

_LONG = 2000  # far above any greeting; apps cut at 4096 characters, or at a word before
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class TailsMiddleware(BaseMiddleware):
    """Passes over a message that follows a long one with nothing in between: nobody types that fast.

    What is carried to another person is carried whole.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Message)
        state: FSMContext = data["state"]
        is_long = len(event.text or "") >= _LONG
        is_tail = (await state.get_data()).get("long") == event.message_id - 1
        if is_long:
            await state.update_data(long=event.message_id)
        is_carried = await find_beginning(state, event) is not None
        return None if is_tail and event.text and not is_carried else await handler(event, data)
