"""Click's rules for fiscal lines: required fields, their lengths, and totals in tiyin.

Source: docs.click.uz, fiscal data. `Price` is the line's total, not the price of one.
"""

import re
from typing import Any

from webapp.playground.shapes import Json

RECEIVED = ("received_ecash", "received_cash", "received_card")
REQUIRED = ("Name", "SPIC", "PackageCode", "Price", "Amount", "VAT", "VATPercent", "CommissionInfo")


def judge_items(body: Json, paid: int) -> str:
    """What is wrong with a submit_items body, in plain words; "" when nothing is. `paid` in tiyin."""
    items = body.get("items")
    if not isinstance(items, list) or not items:
        return "items must be a list with at least one item"
    for number, item in enumerate(items):
        problem = _judge_item(item) if isinstance(item, dict) else "must be an object"
        if problem:
            return f"items[{number}]: {problem}"
    if any(not _is_tiyin(body.get(key)) for key in RECEIVED):
        return f"{', '.join(RECEIVED)} must be whole tiyin"
    received = sum(body[key] for key in RECEIVED)
    lines = sum(item["Price"] - item.get("Discount", 0) - item.get("Other", 0) for item in items)
    if received != paid:
        return f"received {received} tiyin, but {paid} were paid"
    return "" if lines == paid else f"the lines come to {lines} tiyin, but {paid} were paid"


def _judge_item(item: Json) -> str:
    missing = [name for name in REQUIRED if item.get(name) in (None, "")]
    if missing:
        return f"{', '.join(missing)} missing"
    if len(str(item["Name"])) > 63:
        return "Name may be 63 characters long"
    if not re.fullmatch(r"\d{17}", str(item["SPIC"])):
        return "SPIC must be 17 digits"
    if len(str(item["PackageCode"])) > 20:
        return "PackageCode may be 20 characters long"
    if not all(_is_tiyin(item[name]) for name in ("Price", "VAT")) or item["Price"] == 0:
        return "Price and VAT must be whole tiyin"
    if not _is_tiyin(item.get("GoodPrice", 0)) or not _is_tiyin(item.get("Discount", 0)):
        return "GoodPrice and Discount must be whole tiyin"
    if not isinstance(item["Amount"], int) or isinstance(item["Amount"], bool) or item["Amount"] <= 0:
        return "Amount must be a positive whole number"
    if item.get("GoodPrice") and not _is_line_total(item):
        return "Price must be the line's total: GoodPrice times Amount"
    if item["VATPercent"] not in range(101) or len(item.get("Labels") or []) > 300:
        return "VATPercent or Labels out of range"
    return _judge_commission(item["CommissionInfo"])


def _is_line_total(item: Json) -> bool:
    """Amount counts pieces, or thousandths of them as fiscal modules do."""
    total = item["GoodPrice"] * item["Amount"]
    return item["Price"] in (total, total // 1000)


def _judge_commission(info: Any) -> str:
    if not isinstance(info, dict):
        return "CommissionInfo must be an object"
    if re.fullmatch(r"\d{9}", str(info.get("TIN", ""))) or re.fullmatch(r"\d{14}", str(info.get("PINFL", ""))):
        return ""
    return "CommissionInfo needs TIN (9 digits) or PINFL (14 digits)"


def _is_tiyin(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
