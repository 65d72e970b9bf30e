"""A send whose answer never came: did the video reach the chat? Looked up before anything is sent a second time.

The Bot API shows no history, but it forwards: messages after the status message are forwarded, silently, to the staff
chat, where their content can be read, and deleted there at once. Without a staff chat nothing can be looked up, and a
lost answer may double a video.
"""

import logging
from dataclasses import dataclass

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import Message

from bot.services import Services
from db.videos import Video

log = logging.getLogger("stario.deliver")
_LOOK_AT = 30  # message ids of a bot are shared by all its private chats, so the clip may be some steps away


@dataclass(frozen=True)
class SentClip:
    """A clip in a chat: the message that holds it, and the file to send it again by."""

    message_id: int
    file_id: str


def clip_name(video: Video) -> str:
    """The file name of a greeting, by which it is known again."""
    return f"stario-{video.code}.mp4"


async def find_sent_clip(services: Services, video: Video) -> SentClip | None:
    """The clip where an earlier try has sent it after all; None where none was begun, or it went nowhere."""
    staff_chat = services.settings.staff_chat
    if video.sent_after is None or not staff_chat:
        return None
    for message_id in range(video.sent_after + 1, video.sent_after + 1 + _LOOK_AT):
        seen = await _look_at(services, video, staff_chat, message_id)
        if seen is not None and seen.video is not None and seen.video.file_name == clip_name(video):
            log.info("video %s was sent by an earlier try", video.id)
            return SentClip(message_id, seen.video.file_id)
    return None


async def _look_at(services: Services, video: Video, staff_chat: int, message_id: int) -> Message | None:
    assert video.chat_id is not None
    try:
        seen = await services.telegram.forward_message(staff_chat, video.chat_id, message_id, disable_notification=True)
    except (TelegramBadRequest, TelegramForbiddenError):
        return None  # no such message, or not one that can be forwarded
    await services.telegram.delete_message(staff_chat, seen.message_id)
    return seen
