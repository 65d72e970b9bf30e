"""Click's pay link: plain query parameters, the amount in so'm as text.

Source: docs.click.uz, pay button and link.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from bot.merchants import ClickKeys
from webapp.playground.rails.errors import PageError

AMOUNT = re.compile(r"\d{1,12}(\.\d{1,2})?")
LEAST, MOST = Decimal(1), Decimal(1_000_000_000)  # the stand-in's own limits
CARDS = ("", "uzcard", "humo")


@dataclass(frozen=True)
class Bill:
    """What a link asks for; `amount` in so'm."""

    order: str
    amount: Decimal
    return_url: str = ""
    card_type: str = ""

    def write_amount(self, form: int) -> str:
        """One of the ways in which Click writes an amount: `50000`, `50000.00`, `50000.0`."""
        whole = self.amount == self.amount.to_integral_value()
        if not whole:
            return f"{self.amount:.2f}"
        return (f"{self.amount:.0f}", f"{self.amount:.2f}", f"{self.amount:.1f}")[form % 3]


def read_link(query: Mapping[str, str], keys: ClickKeys) -> Bill:
    """The bill of a link. Raises PageError with the key of our words."""
    if query.get("service_id") != keys.service_id or query.get("merchant_id") != keys.merchant_id:
        raise PageError(-1, "merchant", "service_id, merchant_id")
    if query.get("merchant_user_id", keys.merchant_user_id) != keys.merchant_user_id:
        raise PageError(-1, "merchant", "merchant_user_id")
    if not query.get("transaction_param"):
        raise PageError(-8, "field", "transaction_param")
    if query.get("card_type", "") not in CARDS:
        raise PageError(-8, "field", "card_type")
    link = query.get("return_url", "")
    if link and (urlsplit(link).scheme not in ("http", "https", "tg") or not urlsplit(link).netloc):
        raise PageError(-8, "field", "return_url")
    amount = _read_amount(query.get("amount", ""))
    return Bill(query["transaction_param"], amount, link, query.get("card_type", ""))


def _read_amount(written: str) -> Decimal:
    if not AMOUNT.fullmatch(written):
        raise PageError(-2, "field", "amount")
    amount = Decimal(written)
    if amount < LEAST:
        raise PageError(-2, "small", "amount")
    if amount > MOST:
        raise PageError(-2, "large", "amount")
    return amount
