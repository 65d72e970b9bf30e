"""Payme's checkout link: base64 of `m=…;ac.<field>=…;a=<tiyin>[;l][;c][;ct][;cr]`, read strictly.

Source: developer.help.paycom.uz, checkout by GET.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from webapp.playground.rails.errors import PageError

LEAST_TIYIN = 100  # the stand-in's own limits: Payme sets them for each cashbox
MOST_TIYIN = 100_000_000_000
FIELDS = ("m", "a", "l", "c", "ct", "cr")
LANGUAGES = ("ru", "uz", "en")
CURRENCIES = ("", "860", "UZS")
NUMBER = re.compile(r"\d{1,18}")


@dataclass(frozen=True)
class Checkout:
    """What a link asks for; `amount` in tiyin, `wait_ms` before the browser goes back by itself."""

    merchant: str
    account: dict[str, str]
    amount: int
    language: str = ""
    return_url: str = ""
    wait_ms: int = 15_000

    @property
    def order(self) -> str:
        return self.account.get("order_id") or next(iter(self.account.values()))


def read_link(packed: str, merchant: str) -> Checkout:
    """The checkout of a link. Raises PageError -31601, -31610, -31611 or -31612."""
    return judge_fields(_read_pairs(packed), merchant)


def judge_fields(given: dict[str, str], merchant: str) -> Checkout:
    """A checkout from its fields. Raises PageError."""
    account = {name[3:]: value for name, value in given.items() if name.startswith("ac.")}
    if given.get("m") != merchant:
        raise PageError(-31601, "merchant", "m")
    if not account or not all(account) or not all(account.values()):
        raise PageError(-31610, "field", "ac")
    if given.get("l", "ru") not in LANGUAGES:
        raise PageError(-31610, "field", "l")
    if given.get("cr", "").upper() not in CURRENCIES:
        raise PageError(-31610, "field", "cr")
    amount, wait = _read_amount(given.get("a", "")), given.get("ct", "15000")
    if not NUMBER.fullmatch(wait):
        raise PageError(-31610, "field", "ct")
    link = given.get("c", "")
    if link and (urlsplit(link).scheme not in ("http", "https", "tg") or not urlsplit(link).netloc):
        raise PageError(-31610, "field", "c")
    return Checkout(merchant, account, amount, given.get("l", ""), link, int(wait))


def fill_return(checkout: Checkout, transaction: str) -> str:
    """The return address with Payme's placeholders filled: `:transaction`, `:account.<field>`."""
    link = checkout.return_url.replace(":transaction", transaction)
    for name in sorted(checkout.account, key=len, reverse=True):
        link = link.replace(f":account.{name}", checkout.account[name])
    return link


def _read_pairs(packed: str) -> dict[str, str]:
    try:
        words = base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True).decode()
    except (binascii.Error, ValueError):
        raise PageError(-31610, "field", "base64") from None
    found: dict[str, str] = {}
    for part in words.rstrip(";").split(";"):
        name, equals, value = part.partition("=")
        if not equals or name in found or not (name in FIELDS or name.startswith("ac.")):
            raise PageError(-31610, "field", name)
        found[name] = value
    return found


def _read_amount(written: str) -> int:
    if not NUMBER.fullmatch(written):
        raise PageError(-31610, "field", "a")
    amount = int(written)
    if amount < LEAST_TIYIN:
        raise PageError(-31611, "small", "a")
    if amount > MOST_TIYIN:
        raise PageError(-31612, "large", "a")
    return amount
