"""Holds our books against every provider's, hourly, and looks for receipts that stay away."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from bot.errors import Refusal
from bot.money.fiscal_receipts import find_unpaired
from bot.rails.comparing import reconcile
from bot.rails.table import compared_rails
from bot.services import Services

log = logging.getLogger("stario.reconcile")
_EVERY = 3600.0  # seconds
PERIOD = timedelta(hours=26)  # a day, and what a slow hour may have left over


async def reconcile_hourly(services: Services) -> None:
    """Runs until cancelled; a provider that is away is asked again an hour later."""
    while True:
        await asyncio.sleep(_EVERY)
        await reconcile_all(services)


async def reconcile_all(services: Services) -> None:
    """One look at every provider that is open."""
    now = datetime.now(UTC)
    for provider in compared_rails(services.settings):
        try:
            report = await reconcile(services, provider, now - PERIOD, now)
            log.info("%s: %d checked, %d differ", provider, report.checked, len(report.differences))
        except Refusal as refusal:
            log.warning("%s was not compared: %s", provider, refusal)
        except Exception:
            log.exception("%s could not be compared", provider)
    try:
        await find_unpaired()
    except Exception:
        log.exception("receipts could not be looked for")
