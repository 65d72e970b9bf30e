"""Topics of a forum: where in a chat a message stands."""

from aiogram.types import Message


def thread_of(message: Message | None) -> int | None:
    """The topic of a message; None for General, and for the replies that a plain group calls a thread."""
    # Telegram numbers a chain of replies too, and refuses that number where a topic is expected.
    return message.message_thread_id if message is not None and message.is_topic_message else None
