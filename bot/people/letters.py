"""Carrying what one person sent to another, whole: nothing is cut, and what cannot be carried is refused."""

import contextlib

from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message, ReplyParameters

from bot.services import Services

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024  # UTF-16 units, as Telegram counts
_BELOW = "👇"  # an empty caption would leave the long one standing
# Whatever somebody says; the rest are notes of the chat itself, such as "joined" or "pinned".
_PLAIN = ("text", "sticker", "location", "contact", "dice", "poll", "story", "venue", "checklist", "game", "giveaway")
_FILES = ("photo", "live_photo", "voice", "video", "video_note", "document", "animation", "audio", "paid_media")


async def is_said(message: Message) -> bool:
    """A filter: somebody said this; it is no service message."""
    return message.content_type in (*_PLAIN, *_FILES, "rich_message")


def utf16_length(words: str) -> int:
    """How long Telegram takes words to be: an emoji counts two."""
    return len(words.encode("utf-16-le")) // 2


def split_words(words: str, room: int = LONGEST_TEXT) -> list[str]:
    """Words in pieces of at most `room` UTF-16 units, parted at a line end or a space where there is one near."""
    pieces = []
    while utf16_length(words) > room:
        head = words.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore")
        end = max(head.rfind("\n"), head.rfind(" "))
        head = head[: end + 1] if end > len(head) // 2 else head
        pieces.append(head)
        words = words[len(head) :]
    return [*pieces, words] if words else pieces


def whole_words(message: Message) -> str:
    """Typed words as plain text, with the addresses that hide behind some of them."""
    words = message.text or message.caption or ""
    hidden = [one.url for one in message.entities or message.caption_entities or [] if one.url]
    return "\n".join([words, *hidden])


async def copy_letter(services: Services, message: Message, chat_id: int, under: int | None = None) -> int:
    """Copies a message under another one → the copy's number. Raises TelegramAPIError.

    A caption too long for a bot points down, and is to be sent as words: see `has_long_caption`.
    """
    copy = await services.telegram.copy_message(
        chat_id,
        message.chat.id,
        message.message_id,
        caption=_BELOW if has_long_caption(message) else None,
        reply_parameters=answer_to(under),
    )
    return copy.message_id


def has_long_caption(message: Message) -> bool:
    """Premium accounts write longer captions than a bot may send."""
    return utf16_length(message.caption or "") > LONGEST_CAPTION


def answer_to(message_id: int | None) -> ReplyParameters | None:
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True) if message_id else None


async def copy_below(services: Services, message: Message, chat_id: int, head: str) -> tuple[int, int]:
    """Words of ours and the copy below them → both numbers; where the copy is refused the words go, too."""
    shown = await services.telegram.send_message(chat_id, head)
    try:
        return shown.message_id, await copy_letter(services, message, chat_id, shown.message_id)
    except TelegramAPIError:
        with contextlib.suppress(TelegramAPIError):
            await services.telegram.delete_message(chat_id, shown.message_id)
        raise
