"""Turns an order and its way to pay into what the buyer gets: the address of a pay page, or an invoice in the chat."""

from bot.errors import Conflict, Unavailable
from bot.rails.table import RAILS
from bot.services import Services
from db.orders import Order, OrderStatus


def return_address(services: Services, order: Order) -> str:
    """The page a payer comes back to; it shows the order to whoever is signed in, and proves nothing."""
    path = "/app/orders" if order.source in ("chat", "miniapp") else "/orders"
    return f"{services.settings.base_url}{path}/{order.number}"


async def pay_link(services: Services, order: Order, language: str, return_url: str = "") -> str:
    """Where the order can be paid by its own `payment_provider`.

    Raises Conflict when nothing is to be paid, Unavailable when the provider is closed or does not answer.
    """
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        raise Conflict("payment-already-paid" if order.paid_at else "payment-order-closed")
    rail = RAILS.get(order.payment_provider)
    if rail is None or rail.link is None:
        raise Unavailable("ops-rail-closed")
    return await rail.link(services, order, language, return_url or return_address(services, order))
