"""Who has what of a sale, and who gives what back when it is returned. The parts always sum up to the amount."""

from db.orders import Order, OrderItem
from db.payments import Payment


async def split_sale(order: Order, currency: str, amount: int) -> dict[str, int]:
    """Account → its part of the `amount` that was paid for an order."""
    items = await OrderItem.filter(order_id=order.id)
    if currency == "XTR" or all(item.kind == "video" for item in items):
        return {"sales:greetings": amount}
    parts: dict[str, int] = {"sales:delivery": order.delivery_uzs} if order.delivery_uzs else {}
    for item in items:
        if item.share_uzs and item.artist_id:
            account = f"payable:artist:{item.artist_id}"
            parts[account] = parts.get(account, 0) + item.share_uzs
    parts["sales:goods"] = amount - sum(parts.values())
    return parts


async def split_return(order: Order, payment: Payment, currency: str, amount: int) -> dict[str, int]:
    """Account → its part of the `amount` that goes back: artists give their share, the rest is our own return.

    Shares are reckoned on all that has gone back so far, so that several partial refunds of everything leave an
    artist nothing, to the so'm.
    """
    parts: dict[str, int] = {}
    if currency == "UZS" and payment.amount_uzs:
        before, after, whole = order.refunded_uzs, order.refunded_uzs + amount, payment.amount_uzs
        for item in await OrderItem.filter(order_id=order.id).exclude(artist_id=None):
            account = f"payable:artist:{item.artist_id}"
            part = item.share_uzs * after // whole - item.share_uzs * before // whole
            parts[account] = parts.get(account, 0) + part
    parts["returns"] = amount - sum(parts.values())
    return parts
