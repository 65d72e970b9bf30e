"""What Telegram says was paid in Stars, as rows our books are held against."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

from aiogram.types import StarTransaction, TransactionPartnerUser

from bot.money.reconciliation import ProviderRow
from bot.services import Services

_PAGE = 100


async def stars_rows(services: Services, since: datetime, until: datetime) -> list[ProviderRow]:
    """Every payment of the period with what went back of it; a refund bears the id of its payment.

    Telegram has no filter by time, and its order is not promised: the whole list is read.
    """
    paid: dict[str, ProviderRow] = {}
    returned: dict[str, int] = {}
    async for row in _transactions(services):
        if row.source is not None and isinstance(row.source, TransactionPartnerUser):
            moment = row.date if isinstance(row.date, datetime) else datetime.fromtimestamp(row.date, UTC)
            number = row.source.invoice_payload or ""
            paid[row.id] = ProviderRow(row.id, number, amount_xtr=row.amount, at=moment)
        elif row.receiver is not None:
            returned[row.id] = returned.get(row.id, 0) + row.amount
    return [
        ProviderRow(
            one.external_id,
            one.order_number,
            amount_xtr=one.amount_xtr,
            at=one.at,
            refunded_xtr=returned.get(one.external_id, 0),
        )
        for one in paid.values()
        if one.at is not None and since <= one.at <= until
    ]


async def _transactions(services: Services) -> AsyncIterator[StarTransaction]:
    offset = 0
    while True:
        page = (await services.telegram.get_star_transactions(offset=offset, limit=_PAGE)).transactions
        for row in page:
            yield row
        if len(page) < _PAGE:
            return
        offset += len(page)
