"""Signed events: `Stripe-Signature: t=…,v1=…` over the raw body.

Source: docs.stripe.com/webhooks.
"""

import hashlib
import hmac
import json
import time
from typing import Any

from bot.merchants import StripeKeys
from webapp.playground.rails.event_line import EventLine
from webapp.playground.rails.postman import Letter, Trace
from webapp.playground.rails.stripe.books import Books
from webapp.playground.shapes import Json

API_VERSION = "2026-10-28.endive"


class Events:
    """Makes events and sends them; one is `{id, type, data: {object}, …}`."""

    def __init__(self, books: Books, line: EventLine) -> None:
        self.books = books
        self.line = line

    async def emit(self, trace: Trace, keys: StripeKeys, kind: str, row: Json, delivery: str = "") -> Json:
        """Remembers an event about an object as it is now, and sends it."""
        shown = {key: value for key, value in row.items() if not key.startswith("_")}
        event = self.books.add(
            "event",
            type=kind,
            api_version=API_VERSION,
            data={"object": shown},
            pending_webhooks=1,
            request={"id": None, "idempotency_key": None},
        )
        await self.send(trace, keys, event, delivery)
        return event

    async def send(
        self, trace: Trace, keys: StripeKeys, event: Json, delivery: str = "", age: int = 0, tamper: bool = False
    ) -> None:
        """Sends an event that is remembered; `age` seconds old its signature, `tamper` changes a byte after signing."""
        body = json.dumps(event, ensure_ascii=False, indent=2).encode()
        secret = keys.webhook_secret.get_secret_value()

        def write() -> Letter:
            header = sign_body(secret, body, int(time.time()) - age)
            sent = body.replace(b'"livemode": false', b'"livemode": fAlse', 1) if tamper else body
            headers = {"Content-Type": "application/json; charset=utf-8", "Stripe-Signature": header}
            return Letter("stripe", event["type"], "stripe", sent, headers, _brief(event))

        await self.line.send(trace, write, delivery)


def sign_body(secret: str, body: bytes, moment: int) -> str:
    """The header of a body sent at `moment`, unix seconds."""
    signature = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={moment},v1={signature}"


def _brief(event: Json) -> Any:
    """What the page shows of an event: the parts that a shop looks at."""
    about = event["data"]["object"]
    names = (
        "id",
        "object",
        "status",
        "payment_status",
        "amount_total",
        "amount",
        "amount_refunded",
        "currency",
        "client_reference_id",
        "payment_intent",
        "metadata",
    )
    return {"id": event["id"], "type": event["type"], "object": {n: about[n] for n in names if n in about}}
