"""Fiscal lines as Payme wants them written, and the receipts it hands over.

Source: developer.help.paycom.uz, Merchant API, `detail` and SetFiscalData.
"""

import math
from typing import Any

from bot.adapters.payme_wire import BAD_RECEIPT, NO_RECEIPT, PaymeFault, take_id
from bot.money.fiscal import FiscalLine
from bot.money.fiscal_receipts import write_receipt
from bot.words.cleaning import is_clean_tree
from db.payments import Payment

Json = dict[str, Any]
KINDS = ("PERFORM", "CANCEL")


def payme_detail(lines: list[FiscalLine]) -> Json:
    """`detail` of CheckPerformTransaction: `price` of ONE piece, in tiyin."""
    return {"receipt_type": 0, "items": [_payme_item(line) for line in lines]}


def _payme_item(line: FiscalLine) -> Json:
    item: Json = {
        "title": line.title,
        "price": line.unit_uzs * 100,
        "count": line.quantity,
        "code": line.mxik,
        "package_code": line.package_code,
        "vat_percent": line.vat_percent,
    }
    return item | {"discount": line.discount_uzs * 100} if line.discount_uzs else item


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


def _is_plain(data: Json) -> bool:
    """Whether each value is a text or a number that can be kept."""
    allowed = (str, int, float, type(None))
    return is_clean_tree(data) and all(isinstance(value, allowed) and _is_finite(value) for value in data.values())


def _is_finite(value: object) -> bool:
    return not isinstance(value, float) or math.isfinite(value)  # 1e999 is JSON, and more than JSON can write
