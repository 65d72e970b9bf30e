"""Stripe's objects: sessions, payment intents, charges, refunds, events and remembered answers."""

import secrets
import time
from typing import Any

from webapp.playground.rails.stripe.errors import missing
from webapp.playground.shapes import Json
from webapp.playground.store import Store

KIND = "stripe_object"
ANSWER = "stripe_answer"  # by Idempotency-Key
PREFIXES = {"checkout.session": "cs_test_", "payment_intent": "pi_", "charge": "ch_", "refund": "re_", "event": "evt_"}


class Books:
    """Objects by id, as the API shows them; `refund_mode` decides how new refunds end."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.objects: dict[str, Json] = dict(store.load(KIND))
        self.answers: dict[str, Json] = dict(store.load(ANSWER))
        self.refund_mode = "succeeded"

    def add(self, kind: str, **fields: Any) -> Json:
        length = 40 if kind == "checkout.session" else 18
        name = PREFIXES[kind] + secrets.token_hex(length)[: length + 6]
        return self.keep({"id": name, "object": kind, "created": int(time.time()), "livemode": False, **fields})

    def keep(self, row: Json) -> Json:
        self.objects[row["id"]] = row
        self.store.put(KIND, row["id"], row)
        return row

    def change(self, name: str, **news: Any) -> Json:
        return self.keep({**self.objects[name], **news})

    def get(self, kind: str, name: str) -> Json:
        """The object. Raises StripeError 404."""
        row = self.objects.get(name)
        if row is None or row["object"] != kind:
            raise missing(kind, name)
        return row

    def of_kind(self, kind: str) -> list[Json]:
        """All objects of a kind, newest first."""
        return [row for row in reversed(self.objects.values()) if row["object"] == kind]

    def remember(self, key: str, answer: Json) -> None:
        self.answers[key] = answer
        self.store.put(ANSWER, key, answer)
