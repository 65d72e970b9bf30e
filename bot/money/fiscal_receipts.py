"""Fiscal receipts that providers hand over, and a word to the staff where one stays away or was refused."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from bot.alerts import close_alert, open_alert
from bot.merchants import CLICK, PAYME
from db.fiscal import FiscalReceipt
from db.payments import Payment

Json = dict[str, Any]
_ACCEPTED = (0, "0", "accepted")
_PATIENCE = timedelta(hours=1)
_GIVE_RECEIPTS = (PAYME, CLICK)
# What came or went back, has no accepted receipt of its kind, and nobody was told of it yet.
_UNPAIRED = """
SELECT moved.id, moved.kind FROM (
    SELECT id, 'PERFORM' AS kind FROM payments WHERE provider = ANY($1::text[]) AND created_at < $2
    UNION
    SELECT payments.id, 'CANCEL' FROM refunds JOIN payments ON payments.id = refunds.payment_id
    WHERE provider = ANY($1::text[]) AND refunds.status = 'succeeded' AND refunds.finished_at < $2
) AS moved
WHERE NOT EXISTS (SELECT 1 FROM fiscal_receipts AS given
                  WHERE given.payment_id = moved.id AND given.kind = moved.kind AND given.status_code = 0)
  AND NOT EXISTS (SELECT 1 FROM alerts
                  WHERE key = 'fiscal:' || moved.id || ':' || moved.kind AND closed_at IS NULL)
"""
_LENGTHS = {"message": 300, "terminal_id": 64, "fiscal_sign": 64, "qr_code_url": 500, "date": 32}


async def write_receipt(payment: Payment, kind: str, data: Json) -> None:
    """Keeps one receipt; what it says decides whether the alert about it opens or closes."""
    columns: Json = {name: _short(data.get(name), length) for name, length in _LENGTHS.items()}
    number, accepted = _short(data.get("receipt_id"), 64), data.get("status_code") in _ACCEPTED
    async with in_transaction():
        await Payment.select_for_update().get(id=payment.id)
        known = FiscalReceipt.filter(payment_id=payment.id, kind=kind, receipt_id=number)
        if not await known.exists():
            code = 0 if accepted else _code(data.get("status_code"))
            await FiscalReceipt.create(
                payment=payment, kind=kind, receipt_id=number, status_code=code, payload=data, **columns
            )
        if accepted:
            await close_alert(_key(payment, kind))
        else:
            await _alert(payment, kind)


def _short(value: Any, length: int) -> str:
    return "" if value is None else str(value)[:length]


def _code(value: Any) -> int:
    return value if isinstance(value, int) and value and abs(value) < 2**31 else -1


async def find_unpaired() -> int:
    """Opens an alert for each payment or refund that has had no receipt for an hour; how many are new."""
    before = datetime.now(UTC) - _PATIENCE
    lacking = await get_connection("default").execute_query_dict(_UNPAIRED, [list(_GIVE_RECEIPTS), before])
    for row in lacking:
        await _alert(await Payment.get(id=row["id"]), row["kind"])
    return len(lacking)


async def _alert(payment: Payment, kind: str) -> None:
    await payment.fetch_related("order")
    async with in_transaction():
        await open_alert(
            "fiscal",
            _key(payment, kind),
            f"alert-fiscal-{kind.lower()}",
            number=payment.order.number,
            provider=payment.provider,
        )


def _key(payment: Payment, kind: str) -> str:
    return f"fiscal:{payment.id}:{kind}"
