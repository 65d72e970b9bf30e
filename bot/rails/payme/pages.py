"""Payme's pay page: an address that holds all it needs, so nothing is opened and nothing has to be closed."""

from bot.adapters.payme_wire import checkout_link
from bot.errors import Unavailable
from bot.merchants import payme_keys
from bot.services import Services
from db.orders import Order


async def payme_page(services: Services, order: Order, language: str, return_url: str) -> str:
    """Where an order is paid. Raises Unavailable where Payme is not offered."""
    keys = payme_keys(services.settings)
    if keys is None:
        raise Unavailable("ops-rail-closed")
    return checkout_link(keys, order.number, order.total_uzs, language, return_url)
