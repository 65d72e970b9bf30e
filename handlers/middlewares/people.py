"""Who is speaking, and in which language they are answered: looked up once an update."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject
from aiogram.types import User as TelegramUser

from bot.people.people import appoint_staff, meet_person

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class PeopleMiddleware(BaseMiddleware):
    """Puts `user` (ours) and `language` into the handler's parameters; updates of nobody pass by."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        person: TelegramUser | None = data.get("event_from_user")
        if person is None or person.is_bot:
            return None
        user = await meet_person(person.id, person.first_name, person.username, person.language_code)
        if person.id in data["services"].settings.staff_ids:
            await appoint_staff(user)
        data["user"], data["language"] = user, user.language
        return await handler(event, data)
