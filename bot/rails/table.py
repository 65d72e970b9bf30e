"""Which providers our books are held against, and how; and the same for whoever asks at a command line."""

import sys
from datetime import UTC, datetime, timedelta

import orjson

from bot.errors import Refusal
from bot.i18n import text
from bot.money.reconciliation import Compare, by_rows, reconcile
from bot.rails.click.reconciliation import compare_click
from bot.rails.payme.reconciliation import compare_payme
from bot.rails.stripe.reconciliation import stripe_rows
from bot.rails.telegram.reconciliation import stars_rows
from bot.services import open_services
from bot.settings import Settings

# A provider that lists its payments is compared row by row.
TABLE: dict[str, Compare] = {
    "payme": compare_payme,
    "click": compare_click,
    "stripe": by_rows("stripe", stripe_rows),
    "stars": by_rows("stars", stars_rows),
}


async def compare_now(settings: Settings, provider: str, hours: int) -> int:
    """Compares the last hours and prints the report as JSON; 0 when nothing differs, 1 when something does,
    2 when it could not be compared."""
    async with open_services(settings, pool=2) as services:
        now = datetime.now(UTC)
        try:
            report = await reconcile(services, provider, now - timedelta(hours=hours), now)
        except Refusal as refusal:
            print(text("en", refusal.key, **refusal.values), file=sys.stderr)
            return 2
    told = {
        "provider": provider,
        "since": report.since,
        "until": report.until,
        "checked": report.checked,
        "differences": report.differences,
    }
    print(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())
    return 1 if report.differences else 0
