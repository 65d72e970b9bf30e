"""Click's own books: payments, invoices and fiscal lines."""

import time
from datetime import UTC, datetime, timedelta, timezone

from webapp.playground.rails.click.link import Bill
from webapp.playground.shapes import Json
from webapp.playground.store import Store

PAYMENT, INVOICE = "click_payment", "click_invoice"
TASHKENT = timezone(timedelta(hours=5))
CREATED, PROCESSING, SUCCESSFUL = 0, 1, 2  # payment_status; below zero: ended without payment
FAILED, REVERSED = -1, -2
FIRST_TRANSACTION, FIRST_DOCUMENT = 2_400_000_001, 9_100_000_001


class Books:
    """A payment is `{payment_id, click_trans_id, mti, amount, status, prepare_id, confirm_id, date, …}`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.payments: dict[str, Json] = dict(store.load(PAYMENT))
        self.invoices: dict[str, Json] = dict(store.load(INVOICE))

    def begin(self, bill: Bill, amount: str) -> Json:
        """A payment that the shop has not heard of; `amount` as it will be written on the wire."""
        row: Json = {
            "click_trans_id": self.store.next_number("click_trans", FIRST_TRANSACTION),
            "payment_id": self.store.next_number("click_paydoc", FIRST_DOCUMENT),
            "mti": bill.order,
            "amount": amount,
            "status": CREATED,
            "prepare_id": None,
            "confirm_id": None,
            "date": time.time(),
            "card_type": bill.card_type or "uzcard",
            "hanging": False,
            "ofd_items": None,
            "qrcode": "",
        }
        return self.keep(row)

    def keep(self, row: Json) -> Json:
        self.payments[str(row["payment_id"])] = row
        self.store.put(PAYMENT, row["payment_id"], row)
        return row

    def change(self, row: Json, **news: object) -> Json:
        return self.keep({**self.payments[str(row["payment_id"])], **news})

    def of_order(self, order: str, *statuses: int) -> Json | None:
        """The newest payment of an order in one of these states."""
        found = [row for row in self.payments.values() if row["mti"] == order and row["status"] in statuses]
        return found[-1] if found else None

    def of_day(self, order: str, day: str) -> Json | None:
        """The payment of an order on a day (`YYYY-MM-DD`, Tashkent): a successful one before others."""
        found = [row for row in self.payments.values() if row["mti"] == order and day_of(row) == day]
        return max(found, key=lambda row: (row["status"] == SUCCESSFUL, row["payment_id"]), default=None)

    def bill(self, order: str, amount: str, phone: str) -> Json:
        number = self.store.next_number("click_invoice", 50_001)
        row: Json = {"invoice_id": number, "mti": order, "amount": amount, "phone_number": phone, "status": 0}
        self.invoices[str(number)] = row
        self.store.put(INVOICE, number, row)
        return row


def day_of(row: Json) -> str:
    return datetime.fromtimestamp(row["date"], TASHKENT).strftime("%Y-%m-%d")


def may_reverse(row: Json, now: datetime | None = None) -> bool:
    """A payment of this month, or of the last one while today is the first day of this."""
    today = (now or datetime.now(UTC)).astimezone(TASHKENT)
    made = datetime.fromtimestamp(row["date"], TASHKENT)
    months = (today.year - made.year) * 12 + today.month - made.month
    return months == 0 or (months == 1 and today.day == 1)
