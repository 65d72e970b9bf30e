"""Stopping what a paid order has set going, when its money went back at the provider's end."""

from bot.greetings.videos import S, end_video
from bot.outbox import write_job
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem, OrderStatus

_ENDINGS = {S.QUEUED: S.REFUSED, S.RENDERING: S.FAILED, S.AWAITING_APPROVAL: S.REFUSED, S.READY: S.FAILED}


async def is_delivered(order: Order) -> bool:
    """Whether the buyer has what was bought."""
    if order.status is OrderStatus.FULFILLED:
        return True
    return await Delivery.filter(order_id=order.id, status=DeliveryStatus.DELIVERED).exists()


async def stop_production(order: Order, reason: str) -> None:
    """Ends greetings that are being made and calls the parcel back, in the caller's transaction.

    `reason` is a text key. What is delivered stays delivered.
    """
    for item in await OrderItem.filter(order_id=order.id).exclude(video_id=None).select_related("video"):
        assert item.video is not None
        for expected, ended in _ENDINGS.items():
            if await end_video(item.video, expected, ended, reason):
                break
    if await Delivery.filter(order_id=order.id).exclude(status=DeliveryStatus.DELIVERED).exists():
        await write_job("cancel_delivery", f"cancel_delivery:{order.id}", order_id=order.id)
