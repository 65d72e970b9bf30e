"""Our books held against one provider's: kept, told to the staff, and printed for whoever asks at a command line."""

import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import orjson
from tortoise.transactions import in_transaction

from bot.alerts import open_alert
from bot.errors import Refusal
from bot.i18n import text
from bot.rails.table import comparison_of
from bot.services import Services, open_services
from bot.settings import Settings
from db.reconciliations import Reconciliation


async def reconcile(services: Services, provider: str, since: datetime, until: datetime) -> Reconciliation:
    """Compares a period and keeps the result; every difference that we did not mend is an alert.

    Raises NotFound for a provider nobody compares with, and whatever the provider's client raises.
    """
    found = await comparison_of(provider)(services, since, until)
    async with in_transaction():
        report = await Reconciliation.create(
            provider=provider,
            since=since,
            until=until,
            checked=found.checked,
            differences=[asdict(difference) for difference in found.differences],
        )
        for difference in found.differences:
            if not difference.mended:
                await open_alert(
                    "reconciliation",
                    f"reconcile:{provider}:{difference.kind}:{difference.reference}"[:120],
                    "alert-difference",
                    provider=provider,
                    difference=difference.kind,
                    reference=difference.reference,
                    number=difference.order_number or "—",
                    ours=difference.ours or "—",
                    theirs=difference.theirs or "—",
                )
    return report


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
