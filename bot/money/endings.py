"""What a sale leaves behind when all of its money has gone back."""

from bot.money.orders import ALLOWED, change_order
from bot.money.production import stop_production
from bot.shelf.promos import release_promo
from bot.shelf.stock import restock_order
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderStatus

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
