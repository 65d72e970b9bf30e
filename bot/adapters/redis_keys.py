"""All our keys in Redis, beside a conversation's steps (aiogram's `fsm:…`) and the queues of `bot.work`.

Whatever lies under them may be gone at any moment: the truth is in PostgreSQL.
"""

from uuid import UUID

SHOWN_ORDERS = "stario:goods:shown"  # a hash: order id → what its message says now


def progress_key(video_id: UUID) -> str:
    """How far a render is; a channel of the same name says it live."""
    return f"stario:progress:{video_id}"


def update_key(update_id: int) -> str:
    """Marks an update of Telegram's that is being handled, or was."""
    return f"stario:update:{update_id}"


def moved_key(chat_id: int) -> str:
    """Which supergroup a group has become."""
    return f"stario:moved:{chat_id}"


def support_key(bot_id: int, chat_id: int, message_id: int) -> str:
    """Who asked for help with what a message of the staff chat shows; for messages that have no words of ours."""
    return f"stario:support:{bot_id}:{chat_id}:{message_id}"


def media_key(bot_id: int, object_key: str) -> str:
    """Where Telegram's file_id of a stored object is kept; a file_id is good for one bot only."""
    return f"stario:media:{bot_id}:{object_key}"


def answer_key(ask_id: str) -> str:
    """A list that gets one element: what the job that was asked for returned."""
    return f"stario:answer:{ask_id}"


def order_message_key(order_id: UUID) -> str:
    """The message in the buyer's chat that says where an order of goods is."""
    return f"stario:goods:status:{order_id}"


def invoice_key(number: str) -> str:
    """The link of an order's invoice, asked from Telegram once."""
    return f"stario:invoice:{number}"


def rate_key(name: str, who: str, window: int) -> str:
    """Calls that somebody made within one window of time."""
    return f"stario:rate:{name}:{who}:{window}"


def once_key(digest: str) -> str:
    """The answer to a write that came with an Idempotency-Key."""
    return f"stario:once:{digest}"
