"""The books: every movement of money as one balanced posting, written in the transaction that decided it.

Debits are positive, credits negative, in whole so'm or whole Stars. Postgres refuses a posting that does not sum up
to zero, and any change of what is written.

    clearing:<provider>   what a provider holds for us          suspense:<provider>  money that belongs to nobody yet
    sales:greetings, sales:goods, sales:delivery                returns              what was given back
    payable:artist:<id>   what an artist has coming
"""

from collections.abc import Mapping
from uuid import UUID, uuid4

from tortoise.functions import Sum

from db.ledger import LedgerEntry


async def post_entries(key: str, currency: str, lines: Mapping[str, int], order_id: UUID | None) -> bool:
    """Writes one posting in the caller's transaction; False when `key` is posted already.

    Raises ValueError when debits and credits differ, or when an amount is not a whole number.
    """
    if any(type(amount) is not int for amount in lines.values()):
        raise ValueError(f"posting {key} is not in whole money: {dict(lines)}")
    if sum(lines.values()) != 0:
        raise ValueError(f"posting {key} does not balance: {dict(lines)}")
    if await LedgerEntry.filter(key=key, currency=currency).exists():
        return False
    posting = uuid4()
    await LedgerEntry.bulk_create(
        LedgerEntry(posting=posting, key=key, account=account, currency=currency, amount=amount, order_id=order_id)
        for account, amount in lines.items()
        if amount
    )
    return True


async def balance_of(account: str, currency: str) -> int:
    """Debits minus credits of an account."""
    found = await LedgerEntry.filter(account=account, currency=currency).annotate(sum=Sum("amount")).values("sum")
    return int(found[0]["sum"] or 0) if found else 0


async def order_balances(order_id: UUID) -> dict[tuple[str, str], int]:
    """What an order moved: (account, currency) → debits minus credits."""
    totals: dict[tuple[str, str], int] = {}
    for entry in await LedgerEntry.filter(order_id=order_id):
        place = (entry.account, entry.currency)
        totals[place] = totals.get(place, 0) + entry.amount
    return totals
