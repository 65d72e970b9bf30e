"""Orders: a number, lines, a frozen total, and one table of what may follow what."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from bot.artists.pricing import Quote
from bot.errors import NotFound
from db.orders import Order, OrderItem, OrderStatus
from db.users import User
from db.videos import Video

S = OrderStatus
ALLOWED: dict[OrderStatus, set[OrderStatus]] = {
    S.DRAFT: {S.AWAITING_PAYMENT, S.PAID, S.CANCELLED},  # being put together, or its words are in review
    S.AWAITING_PAYMENT: {S.PAID, S.EXPIRED, S.CANCELLED},  # total frozen, an invoice is out
    S.PAID: {S.IN_PRODUCTION, S.REFUNDED},  # money is here, or none was due
    S.IN_PRODUCTION: {S.FULFILLED, S.REFUNDED},  # somebody works on it
    S.FULFILLED: {S.REFUNDED},  # the buyer has it
    S.EXPIRED: set(),  # nobody paid in time
    S.CANCELLED: set(),  # the buyer or a person of ours stopped it
    S.REFUNDED: set(),  # the money went back
}
PAY_WITHIN = timedelta(hours=24)


async def change_order(order_id: UUID, expected: OrderStatus, status: OrderStatus, **columns: Any) -> bool:
    """Moves an order on; False when it was no longer in `expected`, so that a race or a repeat does nothing."""
    if status not in ALLOWED[expected]:
        raise ValueError(f"an order never goes from {expected} to {status}")
    return bool(await Order.filter(id=order_id, status=expected).update(status=status, **columns))


async def open_video_order(user: User, video: Video, quote: Quote, status: OrderStatus) -> Order:
    """An order of one video at a frozen price, in the caller's transaction."""
    order = await Order.create(
        number=new_number(),
        user=user,
        status=status,
        total_uzs=quote.uzs,
        total_xtr=quote.xtr,
        payment_provider="free" if quote.is_free else "stars",
        expires_at=datetime.now(UTC) + PAY_WITHIN,
    )
    await OrderItem.create(order=order, kind="video", video=video, price_uzs=quote.uzs, price_xtr=quote.xtr)
    return order


def new_number() -> str:
    """Eight digits, easy to read out on the telephone and of no meaning."""
    return str(secrets.randbelow(90_000_000) + 10_000_000)


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
