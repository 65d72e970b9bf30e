"""Turns an order and a way to pay into what the buyer gets: the address of a pay page, or an invoice in the chat."""

from bot.errors import Conflict
from bot.services import Services
from db.orders import Order, OrderStatus

HOSTED = ("payme", "click", "stripe")  # rails with a page of their own; `telegram` is an invoice


def return_address(services: Services, order: Order) -> str:
    """The page a payer comes back to; it shows the order to whoever is signed in, and proves nothing."""
    path = "/app/orders" if order.source in ("chat", "miniapp") else "/orders"
    return f"{services.settings.base_url}{path}/{order.number}"


async def pay_link(services: Services, order: Order, language: str, return_url: str = "") -> str:
    """Where the order can be paid by its own `payment_provider`.

    Raises Conflict when nothing is to be paid, Unavailable when the provider does not answer.
    """
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        raise Conflict("payment-already-paid" if order.paid_at else "payment-order-closed")
    back = return_url or return_address(services, order)
    if order.payment_provider == "payme":
        from bot.payme import payme_link

        return payme_link(services.settings, order, language, back)
    if order.payment_provider == "click":
        from bot.click import click_link

        return click_link(services.settings, order, language, back)
    if order.payment_provider == "stripe":
        from bot.stripe_checkout import stripe_checkout

        return await stripe_checkout(services, order, language, back)
    from bot.checkout import goods_invoice_link

    return await goods_invoice_link(services, order)
