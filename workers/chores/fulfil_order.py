"""A paid order for goods goes into production."""

from uuid import UUID

from bot.shop.fulfilment import start_order
from workers.rows import Bench


async def fulfil_order(bench: Bench, order_id: str) -> None:
    """Once: a repeat finds the order in production already."""
    await start_order(UUID(order_id))
