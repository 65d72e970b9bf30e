"""Keeps the messages of orders for goods up to date in their buyers' chats."""

import asyncio
import logging

from bot.chat.order_status import follow_orders_shown
from bot.services import Services

log = logging.getLogger("stario.status")
_EVERY_SECONDS = 3.0


async def show_orders(services: Services) -> None:
    """Runs until cancelled."""
    while True:
        try:
            await follow_orders_shown(services)
        except Exception:
            log.exception("messages of orders could not be brought up to date")
        await asyncio.sleep(_EVERY_SECONDS)
