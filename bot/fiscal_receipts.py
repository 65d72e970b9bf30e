"""Fiscal receipts that providers hand over, and a word to the staff where one stays away or was refused."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.transactions import in_transaction

from bot.alerts import close_alert, open_alert
from bot.payme_wire import BAD_RECEIPT, NO_RECEIPT, PaymeFault, take_id
from db.fiscal import FiscalReceipt
from db.payments import Payment
from db.refunds import Refund, RefundStatus

Json = dict[str, Any]
KINDS = ("PERFORM", "CANCEL")
_ACCEPTED = (0, "0", "accepted")
_PATIENCE = timedelta(hours=1)
_RAILS = ("payme", "click")
_LENGTHS = {"message": 300, "terminal_id": 64, "fiscal_sign": 64, "qr_code_url": 500, "date": 32}


async def keep_receipt(params: Json) -> None:
    """SetFiscalData: the receipt of a payment or of its refund. The same again changes nothing.

    Raises PaymeFault -32602 for params that make no sense, -32001 where nothing was paid by that id.
    """
    tx_id, kind, data = take_id(params, BAD_RECEIPT), params.get("type"), params.get("fiscal_data")
    if kind not in KINDS or not isinstance(data, dict) or not _is_plain(data):
        raise PaymeFault(BAD_RECEIPT)
    payment = await Payment.get_or_none(provider="payme", external_id=tx_id)
    if payment is None:
        raise PaymeFault(NO_RECEIPT)
    await write_receipt(payment, kind, data)


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


def _is_plain(data: Json) -> bool:
    """Whether each value is a short text or a number; a zero byte would not be kept."""
    allowed = (str, int, float, type(None))
    return all(isinstance(value, allowed) and "\0" not in str(value) for value in data.values())


def _short(value: Any, length: int) -> str:
    return "" if value is None else str(value)[:length]


def _code(value: Any) -> int:
    return value if isinstance(value, int) and value and abs(value) < 2**31 else -1


async def find_unpaired() -> int:
    """Opens an alert for each payment or refund that has had no receipt for an hour; how many lack one."""
    before = datetime.now(UTC) - _PATIENCE
    lacking = 0
    for payment in await Payment.filter(provider__in=_RAILS, created_at__lt=before):
        lacking += await _miss(payment, "PERFORM")
    done = Refund.filter(status=RefundStatus.SUCCEEDED, finished_at__lt=before, payment__provider__in=_RAILS)
    for refund in await done.select_related("payment"):
        lacking += await _miss(refund.payment, "CANCEL")
    return lacking


async def _miss(payment: Payment, kind: str) -> bool:
    if await FiscalReceipt.filter(payment_id=payment.id, kind=kind, status_code=0).exists():
        return False
    await _alert(payment, kind)
    return True


async def _alert(payment: Payment, kind: str) -> None:
    await payment.fetch_related("order")
    async with in_transaction():
        await open_alert(
            "fiscal", _key(payment, kind), f"payme-alert-fiscal-{kind.lower()}",
            number=payment.order.number, provider=payment.provider,
        )  # fmt: skip


def _key(payment: Payment, kind: str) -> str:
    return f"fiscal:{payment.id}:{kind}"
