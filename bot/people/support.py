"""A person asks for help, a person of ours answers: both through the bot, neither sees the other's account."""

import html
import re

from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError

from bot.errors import Conflict, Unavailable
from bot.i18n import DEFAULT_LANGUAGE, text
from bot.people.permissions import Permission, require
from bot.services import Services
from db.users import User

_LONGEST = 2000
_MARK = re.compile(r"#u(\d+)\s*$")


async def ask_staff(services: Services, user: User, words: str) -> None:
    """Puts the question into the staff chat. Raises Unavailable when it does not get there."""
    if not services.settings.staff_chat:
        raise Unavailable("menu-support-closed")
    card = text(
        DEFAULT_LANGUAGE,
        "staff-support-card",
        who=html.escape(user.first_name),
        id=str(user.telegram_id),
        words=html.escape(words[:_LONGEST]),
    )
    try:
        await services.telegram.send_message(services.settings.staff_chat, card)
    except TelegramAPIError as error:
        raise Unavailable("menu-support-closed") from error


def asker_of(card: str) -> int | None:
    """Telegram id of whoever asked, from the words of the card; the card itself is the memory."""
    # Our mark ends the first line; a name before it, and the question below, may imitate it.
    found = _MARK.search(card.partition("\n")[0])
    return int(found[1]) if found else None


async def answer_asker(services: Services, staff: User, telegram_id: int, words: str) -> None:
    """Sends the answer. Raises Forbidden for others than staff, Conflict when the person is out of reach."""
    require(staff, Permission.ANSWER_PEOPLE)
    asker = await User.get_or_none(telegram_id=telegram_id)
    if asker is None:
        raise Conflict("staff-support-lost")
    answer = text(asker.language, "menu-support-answer", words=html.escape(words[:_LONGEST]))
    try:
        await services.telegram.send_message(telegram_id, answer)
    except (TelegramForbiddenError, TelegramBadRequest) as error:
        raise Conflict("staff-support-lost") from error
