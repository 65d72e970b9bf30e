"""Orders of every kind: found, and locked while their money moves."""

from bot.errors import NotFound
from db.orders import Order, OrderItem
from db.users import User
from db.videos import Video


async def lock_order(number: str) -> Order:
    """The order, its row locked in the caller's transaction: all money of one order stands in line here.

    Raises NotFound.
    """
    order = await Order.select_for_update().get_or_none(number=number)
    if order is None:
        raise NotFound("payment-no-order")
    return order


async def order_of(video: Video) -> Order:
    """The order a video stands in. Raises NotFound."""
    item = await OrderItem.get_or_none(video_id=video.id).select_related("order")
    if item is None:
        raise NotFound("error-not-found")
    return item.order


async def video_of(order: Order) -> Video | None:
    item = await OrderItem.get_or_none(order_id=order.id, kind="video").select_related("video", "video__artist")
    return item.video if item else None


async def find_order(user: User, number: str) -> Order:
    """The user's own order. Raises NotFound for anybody else's, without saying that it exists."""
    order = await Order.get_or_none(number=number, user_id=user.id)
    if order is None:
        raise NotFound("error-not-found")
    return order
