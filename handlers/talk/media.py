"""Files that many people see are uploaded once: Telegram's `file_id` of a stored object is kept in Redis."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import PurePosixPath

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, InputMediaPhoto, Message

from bot.adapters.redis_keys import media_key
from bot.adapters.telegram_errors import Trouble, is_unchanged, read_trouble
from bot.services import Services
from handlers.talk.talk import Talk

_KEEP = timedelta(days=30)
Source = str | BufferedInputFile
Send = Callable[[Source], Awaitable[Message | bool]]


async def send_stored(services: Services, key: str, send: Send, known_as: str = "") -> Message | None:
    """Calls `send` with the `file_id` of the object `key`, or with its bytes where there is none that works.

    `known_as` names a second form of the object: a voice note's `file_id` is no audio file's.

    Raises NotFound when the object store does not have it.
    """
    name = key + known_as
    known = await known_file(services, name)
    if known:
        try:
            return _message(await send(known))
        except TelegramBadRequest as error:
            if read_trouble(error) is not Trouble.STALE_FILE:
                raise
            await services.redis.delete(media_key(services.telegram.id, name))
    body = await services.store.get(key)
    sent = _message(await send(BufferedInputFile(body, PurePosixPath(key).name)))
    if sent and (file_id := file_of(sent)):
        await services.redis.set(media_key(services.telegram.id, name), file_id, ex=_KEEP)
    return sent


async def known_file(services: Services, key: str) -> str | None:
    kept: bytes | None = await services.redis.get(media_key(services.telegram.id, key))
    return kept.decode() if kept else None


def file_of(message: Message) -> str | None:
    """The `file_id` of the photo, video, voice or audio file that a message shows."""
    if message.photo:
        return message.photo[-1].file_id
    media = message.video or message.voice or message.audio
    return media.file_id if media else None


def _message(sent: Message | bool) -> Message | None:
    return sent if isinstance(sent, Message) else None


async def show_picture(talk: Talk, key: str | None, words: str, keyboard: InlineKeyboardMarkup) -> None:
    """The tapped message turns into a picture with words, a typed one is answered with it; words alone without."""
    await talk.close_tap()
    if key is None:
        await talk.show(words, keyboard)
        return
    panel = talk.panel

    async def send(photo: Source) -> Message | bool:
        if isinstance(talk.event, Message) or panel is None:
            return await talk.services.telegram.send_photo(talk.chat_id, photo, caption=words, reply_markup=keyboard)
        return await panel.edit_media(InputMediaPhoto(media=photo, caption=words), reply_markup=keyboard)

    try:
        await talk.keep_panel(await send_stored(talk.services, key, send))
    except TelegramBadRequest as error:
        if not is_unchanged(error):
            raise
