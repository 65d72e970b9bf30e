"""From paid to handed over: prints are ordered, and when the last one is ready the carrier is asked."""

from uuid import UUID

from tortoise.transactions import in_transaction

from bot.alerts import open_alert
from bot.errors import Conflict
from bot.outbox import write_job
from bot.states.orders import change_order
from bot.states.posters import ring_print
from db.deliveries import Delivery, DeliveryStatus
from db.orders import Order, OrderItem, OrderStatus
from db.posters import PosterStatus

_AT_ONCE = 200


async def start_order(order_id: UUID) -> bool:
    """A paid order goes into production: prints, a word to the buyer, a card for the operator; once.

    False when it is no longer paid: its money may have gone back meanwhile.
    """
    async with in_transaction():
        order = await Order.select_for_update().get(id=order_id)
        if not await change_order(order.id, OrderStatus.PAID, OrderStatus.IN_PRODUCTION):
            return False
        for item in await OrderItem.filter(order_id=order.id).exclude(poster_id=None).select_related("poster"):
            await _order_print(order, item)
        news = "paid" if order.total_uzs else "accepted"
        await write_job("tell_buyer", f"tell_buyer:paid:{order.id}", order_id=order.id, news=news)
        await write_job("post_order", f"post_order:{order.id}:paid", order_id=order.id)
        await _ask_carrier(order)
    return True


async def _order_print(order: Order, item: OrderItem) -> None:
    """A design that may not be printed after all is shown to a person; the rest of the order goes on."""
    assert item.poster is not None
    try:
        await ring_print(item.poster)
    except Conflict:
        await _raise_print_alert(order, item.poster.code)


async def _raise_print_alert(order: Order, code: str) -> None:
    await open_alert("delivery", f"print:{order.id}:{code}"[:120], "ops-alert-print", number=order.number, code=code)


async def advance_order(order_id: UUID) -> bool:
    """Asks the carrier when everything of the order is printed; True when it was asked now."""
    async with in_transaction():
        return await _ask_carrier(await Order.select_for_update().get(id=order_id))


async def _ask_carrier(order: Order) -> bool:
    fresh = await Order.get(id=order.id)
    delivery = await Delivery.get_or_none(order_id=order.id)
    if fresh.status is not OrderStatus.IN_PRODUCTION or delivery is None:
        return False
    if delivery.status is not DeliveryStatus.CHOSEN or not await _is_printed(order):
        return False
    await write_job("request_delivery", f"request_delivery:{order.id}", order_id=order.id)
    return True


async def _is_printed(order: Order) -> bool:
    unprinted = OrderItem.filter(order_id=order.id).exclude(poster_id=None)
    return not await unprinted.exclude(poster__status=PosterStatus.READY).exists()


async def order_printed(poster_id: UUID) -> None:
    """A poster's print files are there: every order that waited for them may go on."""
    for order in await _orders_of(poster_id):
        await advance_order(order.id)


async def order_print_failed(poster_id: UUID) -> None:
    """A poster could not be drawn: a person of ours looks at every order that waits for it."""
    for order in await _orders_of(poster_id):
        async with in_transaction():
            item = await OrderItem.filter(order_id=order.id, poster_id=poster_id).first().select_related("poster")
            if item is not None and item.poster is not None:
                await _raise_print_alert(order, item.poster.code)


async def _orders_of(poster_id: UUID) -> list[Order]:
    return await Order.filter(items__poster_id=poster_id, status=OrderStatus.IN_PRODUCTION).distinct()


async def advance_waiting() -> int:
    """Looks over every order that waits for its prints, for a word that was lost; how many went on."""
    waiting = Order.filter(
        status=OrderStatus.IN_PRODUCTION, delivery__status=DeliveryStatus.CHOSEN, delivery__failure=""
    )
    advanced = 0
    for order in await waiting.order_by("created_at").limit(_AT_ONCE):
        for item in await OrderItem.filter(order_id=order.id, poster__status=PosterStatus.FAILED):
            assert item.poster_id is not None
            await order_print_failed(item.poster_id)
        advanced += await advance_order(order.id)
    return advanced
