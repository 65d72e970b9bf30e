"""Click's pay page: an address that holds all it needs, so nothing is opened and nothing has to be closed."""

from bot.adapters.click_wire import pay_link
from bot.errors import Unavailable
from bot.merchants import click_keys
from bot.services import Services
from db.orders import Order


async def click_page(services: Services, order: Order, language: str, return_url: str) -> str:
    """Where an order is paid; Click chooses the language itself. Raises Unavailable where it is not offered."""
    keys = click_keys(services.settings)
    if keys is None:
        raise Unavailable("ops-rail-closed")
    return pay_link(keys, order.number, order.total_uzs, return_url)
