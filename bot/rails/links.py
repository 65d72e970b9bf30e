"""Turns an order and a way to pay into what the buyer gets: the address of a pay page, or an invoice in the chat."""

from bot.adapters.click_wire import pay_link as click_page
from bot.adapters.payme_wire import checkout_link
from bot.errors import Conflict, Unavailable
from bot.merchants import click_keys, payme_keys
from bot.rails.stripe.checkout import stripe_checkout
from bot.rails.telegram.invoices import goods_invoice_link
from bot.services import Services
from db.orders import Order, OrderStatus


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
    settings, provider = services.settings, order.payment_provider
    if provider == "payme" and (payme := payme_keys(settings)):
        return checkout_link(payme, order.number, order.total_uzs, language, back)
    if provider == "click" and (click := click_keys(settings)):
        return click_page(click, order.number, order.total_uzs, back)
    if provider == "stripe":
        return await stripe_checkout(services, order, language, back)
    if provider == "telegram":
        return await goods_invoice_link(services, order)
    raise Unavailable("ops-rail-closed")
