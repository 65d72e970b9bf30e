"""One letter in several messages: the pieces of a text too long for one, and the pictures of an album."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

_KEY = "carried"
_LONG = 2000  # apps cut at 4096, or at a word before; nobody types the next message with nothing in between


async def note_carried(state: FSMContext, message: Message, about: int) -> None:
    """Remembers the last piece that was carried; `about` is the card it went under, or whom it went to."""
    kept = {"message": message.message_id, "long": len(message.text or "") >= _LONG, "album": message.media_group_id}
    await state.update_data({_KEY: {**kept, "about": about}})


async def find_beginning(state: FSMContext, message: Message) -> int | None:
    """What was noted with the piece before this one; None where this is no sequel."""
    kept: dict[str, Any] = (await state.get_data()).get(_KEY) or {}
    return kept["about"] if kept and _goes_on(kept, message) else None


def _goes_on(kept: dict[str, Any], message: Message) -> bool:
    if message.media_group_id is not None:
        return bool(message.media_group_id == kept["album"])
    return message.text is not None and kept["long"] and message.message_id == kept["message"] + 1
