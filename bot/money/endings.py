"""What a sale leaves behind when all of its money has gone back."""

from bot.outbox import write_job
from bot.shelf.promos import release_promo
from bot.shelf.stock import restock_order
from bot.states.orders import ALLOWED, change_order
from bot.states.videos import close_video
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem, OrderStatus
from db.videos import VideoStatus

V = VideoStatus
_ENDINGS = {V.QUEUED: V.REFUSED, V.RENDERING: V.FAILED, V.AWAITING_APPROVAL: V.REFUSED, V.READY: V.FAILED}
_HERE = (OrderStatus.PAID, OrderStatus.IN_PRODUCTION)


async def end_sale(order: Order, reason: str) -> bool:
    """Turns a locked order refunded, in the caller's transaction; False when it was not sold, or is so already.

    Goods that no carrier was asked to fetch go back on the shelf, and the promo code may be used again. What has
    left is not counted back in: a person does that when the parcel returns. What is still being made is stopped,
    and `reason`, a text key without values, is what its buyer is told.
    """
    status = (await Order.get(id=order.id)).status
    if OrderStatus.REFUNDED not in ALLOWED[status]:
        return False
    if not await change_order(order.id, status, OrderStatus.REFUNDED):
        return False
    if status in _HERE and not await _has_left(order):
        await restock_order(order.id)
        await release_promo(order.id)
    await stop_production(order, reason)
    return True


async def _has_left(order: Order) -> bool:
    return await Delivery.filter(order_id=order.id).exclude(status=DeliveryStatus.CHOSEN).exists()


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
            if await close_video(item.video.id, expected, ended, reason):
                break
    if await Delivery.filter(order_id=order.id).exclude(status=DeliveryStatus.DELIVERED).exists():
        await write_job("cancel_delivery", f"cancel_delivery:{order.id}", order_id=order.id)
