"""Payme's own books: every transaction that the shop accepted, as Payme knows it."""

import secrets
import time

from webapp.playground.rails.payme.link import Checkout
from webapp.playground.shapes import Json
from webapp.playground.store import Store

KIND = "payme_transaction"
LIFETIME_MS = 43_200_000  # twelve hours from `time`
CREATED, PERFORMED, CANCELLED, REFUNDED = 1, 2, -1, -2


def now_ms() -> int:
    return time.time_ns() // 1_000_000


class Books:
    """A transaction is `{id, time, amount, account, state, …times, transaction, reason, receipts}`.

    `state` is 0 until the shop has answered CreateTransaction.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.rows: dict[str, Json] = dict(store.load(KIND))

    def begin(self, checkout: Checkout, time_ms: int | None = None) -> Json:
        """A transaction of Payme's, not yet known to the shop; `time_ms` is when Payme made it."""
        row: Json = {
            "id": secrets.token_hex(12),
            "time": now_ms() if time_ms is None else time_ms,
            "amount": checkout.amount,
            "account": checkout.account,
            "state": 0,
            "create_time": 0,
            "perform_time": 0,
            "cancel_time": 0,
            "transaction": "",
            "reason": None,
            "receipts": {},
        }
        return self.keep(row)

    def keep(self, row: Json) -> Json:
        self.rows[row["id"]] = row
        self.store.put(KIND, row["id"], row)
        return row

    def change(self, row: Json, **news: object) -> Json:
        return self.keep({**self.rows[row["id"]], **news})

    def of_order(self, checkout: Checkout, *states: int) -> Json | None:
        """The newest transaction for this account in one of these states."""
        found = [row for row in self.rows.values() if row["account"] == checkout.account and row["state"] in states]
        return found[-1] if found else None

    def accepted(self, start: int, end: int) -> list[Json]:
        """What a statement of this period must hold: all states, oldest first."""
        rows = [row for row in self.rows.values() if row["state"] and start <= row["time"] <= end]
        return sorted(rows, key=lambda row: int(row["time"]))
