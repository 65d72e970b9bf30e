"""How a greeting ends unhappily: the fan is told, and what was paid goes back."""

from tortoise.transactions import in_transaction

from bot.money.orders import lock_order, order_of
from bot.money.payments import refund_order
from bot.states.videos import close_video
from db.videos import Video, VideoStatus


async def end_video(video: Video, expected: VideoStatus, status: VideoStatus, reason: str) -> bool:
    """State, refund and a word to the fan in one transaction; False when it was no longer in `expected`.

    `reason` is a text key.
    """
    order = await order_of(video)
    async with in_transaction():
        await lock_order(order.number)  # before the video, as everywhere
        if not await close_video(video.id, expected, status, reason):
            return False
        await refund_order(order, reason)
    return True
