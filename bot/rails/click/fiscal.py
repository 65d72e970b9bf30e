"""Fiscal lines as Click wants them written. Source: docs.click.uz, Merchant API, submit_items."""

from typing import Any

from bot.money.fiscal import FiscalLine, vat_tiyin

Json = dict[str, Any]
_CLICK_NAME = 63  # characters


def click_items(lines: list[FiscalLine], tin: str) -> list[Json]:
    """`items` of submit_items: `Price` of the WHOLE line before its discount, in tiyin."""
    return [_click_item(line, tin) for line in lines]


def _click_item(line: FiscalLine, tin: str) -> Json:
    owner = {"PINFL": tin} if len(tin) == 14 else {"TIN": tin}
    item: Json = {
        "Name": line.title[:_CLICK_NAME],
        "SPIC": line.mxik,
        "PackageCode": line.package_code,
        "GoodPrice": line.unit_uzs * 100,
        "Price": line.unit_uzs * line.quantity * 100,
        "Amount": line.quantity,
        "VAT": vat_tiyin(line),
        "VATPercent": line.vat_percent,
        "CommissionInfo": owner,
    }
    return item | {"Discount": line.discount_uzs * 100} if line.discount_uzs else item
