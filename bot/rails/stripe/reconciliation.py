"""What Stripe says was paid, as rows our books are held against."""

from datetime import UTC, datetime, timedelta

from bot.adapters.stripe import open_stripe
from bot.money.reconciliation import ProviderRow
from bot.rails.stripe.keys import require_keys
from bot.services import Services

_LONGEST_WAY = timedelta(days=8)  # a page lives a day, a bank may take seven more


async def stripe_rows(services: Services, since: datetime, until: datetime) -> list[ProviderRow]:
    """Every paid session that the period may be about, with what went back of it; also those we know nothing of."""
    async with open_stripe(require_keys(services)) as rail:
        sessions = await rail.list_sessions(since - _LONGEST_WAY, until)
        refunds = await rail.list_refunds_between(since - _LONGEST_WAY, until)
    returned: dict[str, int] = {}
    for refund in refunds:
        if refund.status == "succeeded":
            returned[refund.intent] = returned.get(refund.intent, 0) + (refund.amount_uzs or 0)
    return [
        ProviderRow(
            external_id=session.intent or session.id,
            order_number=session.number,
            amount_uzs=session.amount_uzs or 0,
            refunded_uzs=returned.get(session.intent, 0),
            at=datetime.fromtimestamp(session.created, UTC),
        )
        for session in sessions
        if session.paid
    ]
