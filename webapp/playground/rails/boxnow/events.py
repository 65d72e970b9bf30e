"""Parcel events as CloudEvents; `datasignature` is over the bytes of `data` exactly as they are sent.

Source: BOX NOW Partner API 1.65, `WebhookMessage`, and its parcel tracking guide.
"""

import hashlib
import hmac
import json
import secrets

from bot.merchants import BoxnowKeys
from webapp.playground.errors import ControlError
from webapp.playground.rails.boxnow.books import NEXT, STATES, Books, find_way, now_text
from webapp.playground.rails.event_line import EventLine
from webapp.playground.rails.postman import Letter, Trace
from webapp.playground.shapes import Json

TYPE = "gr.boxnow.parcel_event_change"
HEADERS = {"Content-Type": "application/cloudevents+json"}


class Events:
    """Moves parcels and tells the shop."""

    def __init__(self, books: Books, line: EventLine) -> None:
        self.books = books
        self.line = line

    async def move(
        self,
        trace: Trace,
        keys: BoxnowKeys,
        name: str,
        event: str,
        through: bool = False,
        delivery: str = "",
        seconds: float | None = None,
    ) -> Json:
        """One event, or with `through` every event on the way there → the parcel. Raises ControlError."""
        if event not in STATES:
            raise ControlError(422, f"Unknown event {event!r}; allowed: {', '.join(STATES)}.")
        parcel = self.books.find(name)
        last = parcel["events"][-1]["type"]
        steps = find_way(last, event) if through else [event]
        if not steps or (not through and event not in NEXT[last]):
            allowed = ", ".join(NEXT[last]) or "nothing"
            raise ControlError(409, f"After {last} may come {allowed}, not {event}.")
        for step in steps:
            parcel = self.books.note(self.books.find(name), step)
            await self.tell(trace, keys, parcel, delivery, seconds)
        return parcel

    async def tell(
        self, trace: Trace, keys: BoxnowKeys, parcel: Json, delivery: str = "", seconds: float | None = None
    ) -> None:
        """Sends the parcel's last event to the shop."""
        data = self.describe(parcel)
        body = write_body(data, keys.webhook_secret.get_secret_value())
        shown = {**data, "parcelPin": "••••••"}
        name = parcel["events"][-1]["type"]
        letter = Letter("boxnow", name, "boxnow", body, HEADERS, shown)
        await self.line.send(trace, lambda: letter, delivery, seconds)

    def tell_later(self, keys: BoxnowKeys, parcel: Json) -> None:
        """As `tell`, after the answer that is being written now."""
        self.line.start(self.tell(Trace(), keys, parcel))

    def describe(self, parcel: Json) -> Json:
        request = self.books.orders[parcel["order"]]["request"]
        line, buyer = parcel["events"][-1], request["destination"]
        data = {
            "parcelId": parcel["id"],
            "parcelState": parcel["state"],
            "parcelReferenceNumber": str(parcel["item"].get("id") or ""),
            "parcelName": str(parcel["item"].get("name") or ""),
            "parcelPin": parcel["pin"],
            "orderNumber": parcel["order"],
            "event": line["type"],
            "eventLocation": {"displayName": line["locationDisplayName"], "postalCode": line["postalCode"]},
            "customer": {"name": buyer["contactName"], "email": buyer["contactEmail"], "phone": buyer["contactNumber"]},
            "time": line["createTime"],
        }
        if request.get("additionalInformation"):
            data["additionalInformation"] = request["additionalInformation"]
        return data


def write_body(data: Json, secret: str) -> bytes:
    """The whole message around `data`, whose bytes are signed and sent as one piece."""
    raw = json.dumps(data, ensure_ascii=False, separators=(", ", ":")).encode()
    envelope = {
        "specversion": "1.0",
        "type": TYPE,
        "source": "boxnow-playground",
        "subject": data["parcelId"],
        "id": secrets.token_hex(16),
        "time": now_text(),
        "datacontenttype": "application/json",
        "datasignature": sign_data(secret, raw),
    }
    head = json.dumps(envelope, ensure_ascii=False).encode()
    return head[:-1] + b', "data": ' + raw + b"}"


def sign_data(secret: str, raw: bytes) -> str:
    """Hex HMAC-SHA256."""
    return hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
