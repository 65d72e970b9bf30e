"""Checkout Sessions: judged as Stripe judges them, for payments of whole carts.

Source: docs.stripe.com/api/checkout/sessions. Amounts are in minor units: 50 000 so'm is 5000000.
"""

import re
import time
from typing import Any
from urllib.parse import urlsplit

from webapp.playground.rails.stripe.books import Books
from webapp.playground.rails.stripe.errors import StripeError, invalid
from webapp.playground.rails.stripe.forms import read_metadata, whole
from webapp.playground.shapes import Json

KNOWN = frozenset(
    (
        "mode",
        "line_items",
        "success_url",
        "cancel_url",
        "client_reference_id",
        "metadata",
        "payment_intent_data",
        "expires_at",
        "expand",
        "locale",
        "customer_email",
        "ui_mode",
        "payment_method_types",
        "submit_type",
        "billing_address_collection",
        "phone_number_collection",
        "customer_creation",
    )
)
CURRENCIES = frozenset(
    (
        "aed",
        "amd",
        "azn",
        "cad",
        "chf",
        "cny",
        "eur",
        "gbp",
        "gel",
        "inr",
        "kgs",
        "kzt",
        "nok",
        "pln",
        "rub",
        "sek",
        "tjs",
        "try",
        "usd",
        "uzs",
    )
)
LEAST = {"uzs": 500_000, "usd": 50, "eur": 50}  # UZS: the stand-in's own limit, about what Stripe asks elsewhere
MOST = 999_999_999_999
SHORTEST, LONGEST, SLACK = 30 * 60, 24 * 3600, 60  # seconds of a session's life


def create_session(books: Books, params: Json, base: str) -> Json:
    """A new open session with its pay page under `base`. Raises StripeError."""
    unknown = sorted(set(params) - KNOWN)
    if unknown:
        raise invalid(f"Received unknown parameter: {unknown[0]}", unknown[0], "parameter_unknown")
    if params.get("mode") != "payment":
        raise invalid("Only mode=payment is played here.", "mode")
    if params.get("ui_mode", "hosted_page") not in ("hosted", "hosted_page"):
        raise invalid("Only the hosted page is played here.", "ui_mode")
    items = read_items(params.get("line_items"))
    reference = params.get("client_reference_id")
    if reference is not None and not 1 <= len(reference) <= 200:
        raise invalid("Invalid string: must be at most 200 characters", "client_reference_id")
    intent = params.get("payment_intent_data") or {}
    total, currency = sum(item["amount_total"] for item in items), items[0]["currency"]
    _check_total(total, currency)
    row = books.add(
        "checkout.session",
        mode="payment",
        status="open",
        payment_status="unpaid",
        currency=currency,
        amount_subtotal=total,
        amount_total=total,
        client_reference_id=reference,
        metadata=read_metadata(params.get("metadata")),
        expires_at=read_expiry(params.get("expires_at")),
        success_url=read_url(params, "success_url", needed=True),
        cancel_url=read_url(params, "cancel_url"),
        payment_intent=None,
        payment_method_types=["card"],
        ui_mode="hosted_page",
        locale=params.get("locale"),
        customer_email=params.get("customer_email"),
        customer_details=None,
        _items=items,
        _intent_metadata=read_metadata(intent.get("metadata"), "payment_intent_data[metadata]"),
    )
    return books.change(row["id"], url=f"{base}/stripe/pay/{row['id']}")


def read_items(given: Any) -> list[Json]:
    """The cart, judged. Raises StripeError naming the parameter."""
    if not isinstance(given, list) or not given:
        raise invalid("`line_items` are required in payment mode.", "line_items", "parameter_missing")
    items = [_read_item(item, f"line_items[{n}]") for n, item in enumerate(given)]
    if len({item["currency"] for item in items}) > 1:
        raise invalid("All line items must have the same currency.", "line_items")
    return items


def _read_item(item: Any, param: str) -> Json:
    price = item.get("price_data") if isinstance(item, dict) else None
    if not isinstance(price, dict):
        raise invalid("Price data is required: stored prices are not played here.", f"{param}[price_data]")
    currency = str(price.get("currency", "")).lower()
    if currency not in CURRENCIES:
        raise invalid(f"Invalid currency: {currency}.", f"{param}[price_data][currency]")
    product = price.get("product_data")
    name = product.get("name", "") if isinstance(product, dict) else ""
    if not 1 <= len(name) <= 250:
        raise invalid("Missing required param: name.", f"{param}[price_data][product_data][name]", "parameter_missing")
    unit = whole(price.get("unit_amount"), f"{param}[price_data][unit_amount]")
    count = whole(item.get("quantity", "1"), f"{param}[quantity]", 1)
    return {"description": name, "currency": currency, "quantity": count, "amount_total": unit * count}


def _check_total(total: int, currency: str) -> None:
    if total < LEAST.get(currency, 1):
        words = "The Checkout Session's total amount must convert to at least 50 cents."
        raise invalid(words, "line_items", "amount_too_small")
    if total > MOST:
        raise invalid("The total amount is too large.", "line_items", "amount_too_large")


def read_expiry(given: Any) -> int:
    now = int(time.time())
    if given is None:
        return now + LONGEST
    moment = whole(given, "expires_at")
    if not now + SHORTEST - SLACK <= moment <= now + LONGEST + SLACK:
        words = "`expires_at` must be at least 30 minutes and at most 24 hours from Checkout Session creation."
        raise invalid(words, "expires_at")
    return moment


def read_url(params: Json, name: str, needed: bool = False) -> str | None:
    value = params.get(name)
    if value is None and not needed:
        return None
    parts = urlsplit(value or "")
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"\s", value or ""):
        raise invalid("Not a valid URL", name, "url_invalid" if value else "parameter_missing")
    return str(value)


def end_session(books: Books, row: Json) -> Json:
    """Expires an open session. Raises StripeError for another state."""
    if row["status"] != "open":
        words = f'Only Checkout Sessions with a status in ["open"] can be expired. This one is {row["status"]}.'
        raise StripeError(400, "invalid_request_error", words)
    return books.change(row["id"], status="expired", url=None)


def show_session(books: Books, row: Json, expand: list[str]) -> Json:
    """The session as the API shows it; `expand` may name payment_intent and line_items."""
    shown = {key: value for key, value in row.items() if not key.startswith("_")}
    if "payment_intent" in expand and row["payment_intent"]:
        shown["payment_intent"] = books.objects[row["payment_intent"]]
    if "line_items" in expand:
        shown["line_items"] = {"object": "list", "data": row["_items"], "has_more": False}
    return shown
