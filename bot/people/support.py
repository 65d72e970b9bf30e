"""A person asks for help, a person of ours answers: both through the bot, neither sees the other's account.

Typed words stand on cards, whose first line is ours and names the asker; anything else is copied below such a card,
and Redis remembers whose it is.
"""

import html
import logging
import re
from datetime import timedelta

from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message

from bot.adapters.redis_keys import support_key
from bot.adapters.telegram_errors import Trouble, read_trouble
from bot.errors import Conflict, Invalid, Refusal, Unavailable
from bot.i18n import DEFAULT_LANGUAGE, text
from bot.people.letters import (
    LONGEST_TEXT,
    answer_to,
    copy_below,
    copy_letter,
    has_long_caption,
    split_words,
    utf16_length,
    whole_words,
)
from bot.people.permissions import Permission, require
from bot.services import Services
from db.users import User

log = logging.getLogger("stario.support")
_KEEP = timedelta(days=90)
_MARK = re.compile(r"#u(\d+)\s*$")
# Why an answer did not arrive; what stands in no line may arrive later.
_NOT_ANSWERED = {
    Trouble.OUT_OF_REACH: "staff-support-lost",
    Trouble.VOICE_CLOSED: "staff-support-no-voice",
    Trouble.NOT_COPIED: "staff-support-not-carried",
}


async def ask_staff(services: Services, user: User, message: Message, card: int | None = None) -> int:
    """Puts a message into the staff chat → the card's number; `card` is that of a message that this one goes on from.

    Raises Unavailable when it does not get there, Invalid when it is of a kind that cannot be passed on.
    """
    if not services.settings.staff_chat:
        raise Unavailable("menu-support-closed")
    try:
        if message.text is not None:
            return await _show_words(services, user, message, card)
        return await _show_copy(services, user, message, card)
    except TelegramAPIError as error:
        if read_trouble(error) is Trouble.NOT_COPIED:
            raise Invalid("menu-support-not-carried") from error
        log.warning("a question did not reach the staff chat: %s", error.message)
        raise Unavailable("menu-support-closed") from error


async def _show_words(services: Services, user: User, message: Message, card: int | None) -> int:
    """One card, or several where the words are longer than one holds."""
    whole = _card(user, html.escape(whole_words(message), quote=False))
    if utf16_length(html.unescape(whole)) <= LONGEST_TEXT:
        return await _send_card(services, _card(user, message.html_text), card)
    room = LONGEST_TEXT - utf16_length(_card(user, ""))
    for piece in split_words(whole_words(message), room):
        sent = await _send_card(services, _card(user, html.escape(piece, quote=False)), card)
        card = card or sent
    assert card is not None
    return card


async def _show_copy(services: Services, user: User, message: Message, card: int | None) -> int:
    staff_chat = services.settings.staff_chat
    if card is None:
        below = text(DEFAULT_LANGUAGE, "staff-support-below")
        card, copy = await copy_below(services, message, staff_chat, _card(user, below))
    else:
        copy = await copy_letter(services, message, staff_chat, card)
    await services.redis.set(support_key(services.telegram.id, staff_chat, copy), user.telegram_id or 0, ex=_KEEP)
    if has_long_caption(message):
        room = LONGEST_TEXT - utf16_length(_card(user, ""))
        for piece in split_words(whole_words(message), room):
            await _send_card(services, _card(user, html.escape(piece, quote=False)), card)
    return card


def _card(user: User, words: str) -> str:
    who = html.escape(user.first_name, quote=False)
    return text(DEFAULT_LANGUAGE, "staff-support-card", who=who, id=str(user.telegram_id), words=words)


async def _send_card(services: Services, words: str, under: int | None) -> int:
    sent = await services.telegram.send_message(services.settings.staff_chat, words, reply_parameters=answer_to(under))
    return sent.message_id


def asker_of(card: str) -> int | None:
    """Telegram id of whoever asked, from the words of the card; the card itself is the memory."""
    # Our mark ends the first line; a name before it, and the question below, may imitate it.
    found = _MARK.search(card.partition("\n")[0])
    return int(found[1]) if found else None


async def find_asker(services: Services, shown: Message) -> int | None:
    """Telegram id of whoever asked with a message of the staff chat: a card, or a copy below one."""
    if shown.text is not None:
        return asker_of(shown.text)  # never a caption: those are people's own words from the first line on
    known: bytes | None = await services.redis.get(support_key(services.telegram.id, shown.chat.id, shown.message_id))
    return int(known) if known else None


async def answer_asker(services: Services, staff: User, telegram_id: int, message: Message, goes_on: bool) -> None:
    """Sends the answer, of whatever kind; one that `goes_on` has its heading above already.

    Raises Forbidden for others than staff, Conflict when it can never arrive like this, Unavailable when not now.
    """
    require(staff, Permission.ANSWER_PEOPLE)
    asker = await User.get_or_none(telegram_id=telegram_id)
    if asker is None:
        raise Conflict("staff-support-lost")
    try:
        await _send_answer(services, asker.language, telegram_id, message, goes_on)
    except TelegramAPIError as error:
        raise _explain(error) from error


async def _send_answer(services: Services, language: str, chat_id: int, message: Message, goes_on: bool) -> None:
    head = text(language, "menu-support-answer", words="").rstrip()
    if goes_on:
        await copy_letter(services, message, chat_id)
    elif message.text is not None and utf16_length(f"{head}\n{whole_words(message)}") <= LONGEST_TEXT:
        await services.telegram.send_message(chat_id, text(language, "menu-support-answer", words=message.html_text))
    else:
        await copy_below(services, message, chat_id, head)
    if has_long_caption(message):
        for piece in split_words(whole_words(message)):
            await services.telegram.send_message(chat_id, html.escape(piece, quote=False))


def _explain(error: TelegramAPIError) -> Refusal:
    trouble = read_trouble(error)
    if trouble in _NOT_ANSWERED:
        return Conflict(_NOT_ANSWERED[trouble])
    log.warning("an answer did not reach its person: %s", error.message)
    return Unavailable("staff-support-later")
