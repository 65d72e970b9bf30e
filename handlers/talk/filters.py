"""What several routers ask of an event before they take it; taps are told apart by aiogram's own `F`."""

from aiogram.types import Message


async def is_words(message: Message) -> bool:
    """A filter: typed words that are no command."""
    return message.text is not None and not message.text.startswith("/")
