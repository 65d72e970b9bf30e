"""Delivery requests, judged field by field with the carrier's codes.

Source: BOX NOW Partner API 1.65, `DeliveryRequest` and its error codes.
"""

import re
from decimal import Decimal
from typing import Any

from webapp.playground.rails.boxnow.errors import BoxnowError
from webapp.playground.rails.boxnow.lockers import DESTINATIONS, LARGEST, ORIGINS
from webapp.playground.shapes import Json

MONEY = re.compile(r"\d{1,12}\.\d{2}")
PHONE = re.compile(r"\+\d{8,15}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
REQUIRED = ("orderNumber", "paymentMode", "invoiceValue", "amountToBeCollected", "origin", "destination", "items")
MOST_COD, HEAVIEST = 5_000, 10**6


def judge_request(body: Json) -> None:
    """Raises BoxnowError with the first thing that is wrong."""
    missing = [name for name in REQUIRED if body.get(name) in (None, "", [])]
    if missing:
        raise BoxnowError("P400", f"{', '.join(missing)} missing")
    if not isinstance(body["orderNumber"], str) or len(body["orderNumber"]) > 100:
        raise BoxnowError("P400", "orderNumber must be text of 100 characters at most")
    for name in ("invoiceValue", "amountToBeCollected"):
        if not isinstance(body[name], str) or not MONEY.fullmatch(body[name]):
            raise BoxnowError("P400", f"{name} must be text with exactly two decimals")
    if body.get("typeOfService", "same-day") not in ("same-day", "next-day"):
        raise BoxnowError("P400", "typeOfService is same-day or next-day")
    _judge_options(body)
    _judge_payment(body["paymentMode"], body["amountToBeCollected"])
    origin = _judge_origin(body["origin"])
    _judge_destination(body["destination"], origin)
    if not isinstance(body["items"], list):
        raise BoxnowError("P400", "items must be a list")
    for item in body["items"]:
        _judge_item(item, origin, body["destination"]["locationId"])


def _judge_options(body: Json) -> None:
    for name in ("allowReturn", "showRecipientInformation"):
        if not isinstance(body.get(name, False), bool):
            raise BoxnowError("P400", f"{name} must be true or false")
    rows = body.get("overwriteSenderShippingLabelInfo") or {}
    if not isinstance(rows, dict) or any(len(str(row)) > 20 for row in rows.values()):
        raise BoxnowError("P400", "a row of the label may be 20 characters long")
    place = body.get("returnLocation")
    if place is not None and (not isinstance(place, dict) or place.get("locationId", "2") != "2"):
        raise BoxnowError("P413", "returnLocation must be a warehouse of yours")
    phone = body.get("notifySMSOnAccepted")
    if phone is not None and not _is_phone(phone):
        raise BoxnowError("P405", "notifySMSOnAccepted must be an international phone number")


def _judge_payment(mode: Any, amount: str) -> None:
    if mode not in ("prepaid", "cod"):
        raise BoxnowError("P400", "paymentMode is prepaid or cod")
    if mode == "prepaid" and Decimal(amount) != 0:
        raise BoxnowError("P400", "a prepaid order collects 0.00")
    if mode == "cod" and not 0 < Decimal(amount) <= MOST_COD:
        raise BoxnowError("P408", "cash on delivery is more than 0 and at most 5000")


def _judge_origin(place: Any) -> Json:
    found = ORIGINS.get(str(place.get("locationId"))) if isinstance(place, dict) else None
    if found is None:
        raise BoxnowError("P401", "origin is not one of /origins")
    if place.get("contactNumber") and not _is_phone(place["contactNumber"]):
        raise BoxnowError("P405", "origin.contactNumber must be an international phone number")
    return found


def _judge_destination(place: Any, origin: Json) -> None:
    if not isinstance(place, dict):
        raise BoxnowError("P402", "destination must be an object")
    for name in ("contactNumber", "contactEmail", "contactName"):
        if not isinstance(place.get(name), str) or not place[name].strip():
            raise BoxnowError("P400", f"destination.{name} is required")
    if not _is_phone(place["contactNumber"]):
        raise BoxnowError("P405", "destination.contactNumber must be an international phone number")
    if not EMAIL.fullmatch(place["contactEmail"]):
        raise BoxnowError("P400", "destination.contactEmail is not an e-mail address")
    if "locationId" not in place:
        if str(place.get("country", "UZ")) != "UZ":
            raise BoxnowError("P407", "this country is not served")
        raise BoxnowError("P415", "delivery to the door is not allowed for this account")
    if place["locationId"] == origin["id"]:
        raise BoxnowError("P403", "a parcel cannot go to the locker it comes from")
    if place["locationId"] not in DESTINATIONS:
        raise BoxnowError("P402", "destination is not one of /destinations")


def _judge_item(item: Any, origin: Json, locker: str) -> None:
    if not isinstance(item, dict) or not isinstance(item.get("value"), str) or not MONEY.fullmatch(item["value"]):
        raise BoxnowError("P400", "items[].value must be text with exactly two decimals")
    if len(str(item.get("name") or "")) > 1_000:
        raise BoxnowError("P400", "items[].name may be 1000 characters long")
    size, weight = item.get("compartmentSize"), item.get("weight", 0)
    if size is None and origin["type"] in ("apm", "any-apm"):
        raise BoxnowError("P406", "items[].compartmentSize is required from a locker")
    if size is not None and (size not in (1, 2, 3) or isinstance(size, bool) or size > LARGEST[locker]):
        raise BoxnowError("P406", "items[].compartmentSize does not fit")
    if isinstance(weight, bool) or not isinstance(weight, (int, float)) or not 0 <= weight <= HEAVIEST:
        raise BoxnowError("P421", "items[].weight is 0 to 1000000 kg")


def _is_phone(value: Any) -> bool:
    return isinstance(value, str) and bool(PHONE.fullmatch(re.sub(r"[\s()-]", "", value)))
