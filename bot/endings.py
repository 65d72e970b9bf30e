"""What a sale leaves behind when all of its money has gone back."""

from bot.orders import ALLOWED, change_order
from bot.promos import release_promo
from bot.stock import restock_order
from bot.videos import change_video
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem, OrderStatus
from db.videos import Video, VideoStatus

_HERE = (OrderStatus.PAID, OrderStatus.IN_PRODUCTION)
_STOP = {
    VideoStatus.QUEUED: VideoStatus.FAILED,
    VideoStatus.RENDERING: VideoStatus.FAILED,
    VideoStatus.AWAITING_APPROVAL: VideoStatus.REFUSED,
    VideoStatus.READY: VideoStatus.FAILED,
}  # what was still being made for it, and how that ends


async def end_sale(order: Order) -> bool:
    """Turns a locked order refunded, in the caller's transaction; False when it was not sold, or is so already.

    Goods that no carrier was asked to fetch go back on the shelf, and the promo code may be used again. What has
    left is not counted back in: a person does that when the parcel returns. A greeting in the making is stopped.
    """
    status = (await Order.get(id=order.id)).status
    if OrderStatus.REFUNDED not in ALLOWED[status]:
        return False
    if not await change_order(order.id, status, OrderStatus.REFUNDED):
        return False
    if status in _HERE and not await _has_left(order):
        await restock_order(order.id)
        await release_promo(order.id)
    await _stop_videos(order)
    return True


async def _has_left(order: Order) -> bool:
    return await Delivery.filter(order_id=order.id).exclude(status=DeliveryStatus.CHOSEN).exists()


async def _stop_videos(order: Order) -> None:
    ids = await OrderItem.filter(order_id=order.id).exclude(video_id=None).values_list("video_id", flat=True)
    for video in await Video.filter(id__in=ids, status__in=list(_STOP)):
        await change_video(video.id, video.status, _STOP[video.status])
