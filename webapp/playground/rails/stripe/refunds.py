"""Refunds: never more than was captured, at once or later, and sometimes failing.

Source: docs.stripe.com/api/refunds.
"""

from webapp.playground.rails.stripe.books import Books
from webapp.playground.rails.stripe.errors import invalid, missing
from webapp.playground.rails.stripe.forms import read_metadata, whole
from webapp.playground.shapes import Json

KNOWN = frozenset(("payment_intent", "charge", "amount", "reason", "metadata", "expand", "currency"))
REASONS = (None, "duplicate", "fraudulent", "requested_by_customer")
COUNTED = ("pending", "requires_action", "succeeded")


def create_refund(books: Books, params: Json) -> Json:
    """A refund in the books' `refund_mode`: succeeded, pending or failed. Raises StripeError."""
    unknown = sorted(set(params) - KNOWN)
    if unknown:
        raise invalid(f"Received unknown parameter: {unknown[0]}", unknown[0], "parameter_unknown")
    if params.get("reason") not in REASONS:
        raise invalid("Invalid reason", "reason")
    charge = find_charge(books, params)
    left = charge["amount_captured"] - refunded_amount(books, charge["id"])
    amount = whole(params["amount"], "amount", 1) if "amount" in params else left
    if left <= 0:
        raise invalid(f"Charge {charge['id']} has already been refunded.", "", "charge_already_refunded")
    if amount > left:
        raise invalid(f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", "amount")
    # A refund that fails is accepted first; the bank sends it back afterwards.
    status = "succeeded" if books.refund_mode == "succeeded" else "pending"
    row = books.add(
        "refund",
        amount=amount,
        currency=charge["currency"],
        charge=charge["id"],
        payment_intent=charge["payment_intent"],
        reason=params.get("reason"),
        status=status,
        metadata=read_metadata(params.get("metadata")),
        failure_reason=None,
        balance_transaction=None,
    )
    count_refunds(books, charge["id"])
    return row


def find_charge(books: Books, params: Json) -> Json:
    if params.get("charge"):
        return books.get("charge", params["charge"])
    if not params.get("payment_intent"):
        raise invalid("One of the following params should be provided: payment_intent or charge.")
    intent = books.get("payment_intent", params["payment_intent"])
    if intent["status"] != "succeeded" or not intent["latest_charge"]:
        raise invalid(f"This PaymentIntent ({intent['id']}) does not have a successful charge to refund.")
    return books.get("charge", intent["latest_charge"])


def refunded_amount(books: Books, charge: str) -> int:
    """What is refunded or on its way, minor units."""
    rows = [row for row in books.of_kind("refund") if row["charge"] == charge]
    return sum(int(row["amount"]) for row in rows if row["status"] in COUNTED)


def count_refunds(books: Books, charge: str) -> Json:
    total = refunded_amount(books, charge)
    row = books.objects[charge]
    return books.change(charge, amount_refunded=total, refunded=total >= row["amount_captured"])


def settle_refund(books: Books, name: str, status: str) -> Json:
    """A pending refund ends: succeeded or failed. Raises StripeError."""
    row = books.objects.get(name)
    if row is None or row["object"] != "refund":
        raise missing("refund", name)
    if row["status"] != "pending":
        raise invalid(f"Refund {name} is {row['status']} already.")
    reason = "declined" if status == "failed" else None
    row = books.change(name, status=status, failure_reason=reason)
    count_refunds(books, row["charge"])
    return row
