"""Goes after what no bell was rung for: orders whose prints are ready, parcels whose events never reached us."""

import asyncio
import logging

from bot.errors import Refusal
from bot.parcels.parcels import recall_refunded, track_parcels
from bot.services import Services
from bot.shop.fulfilment import advance_waiting

log = logging.getLogger("stario.parcels")
_EVERY = 600.0  # seconds
_LOOK_EVERY = 15.0


async def follow_orders() -> None:
    """Runs until cancelled."""
    while True:
        await asyncio.sleep(_LOOK_EVERY)
        try:
            await advance_waiting()
        except Exception:
            log.exception("orders that wait for their prints could not be looked at")


async def follow_parcels(services: Services) -> None:
    """Runs until cancelled."""
    while True:
        await asyncio.sleep(_EVERY)
        try:
            await recall_refunded(services)
            await track_parcels(services)
        except Refusal as refusal:
            log.warning("parcels were not followed: %s", refusal)
        except Exception:
            log.exception("parcels could not be followed")
