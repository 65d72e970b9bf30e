"""What a buyer and the merchant's cabinet do at Payme: pay, decline, cancel, pay twice, come back late."""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable

from webapp.playground.errors import ControlError
from webapp.playground.rails.payme.books import CANCELLED, CREATED, LIFETIME_MS, PERFORMED, REFUNDED, Books, now_ms
from webapp.playground.rails.payme.link import Checkout, fill_return
from webapp.playground.rails.payme.merchant import Merchant, Refused
from webapp.playground.rails.postman import Trace
from webapp.playground.shapes import Json

DECLINED, FAILED, TIMED_OUT, REFUND = 2, 3, 4, 5  # reasons of CancelTransaction
CLOCK_STEP_MS = 5
LATE_MARGIN_MS = 1_500  # a late transaction is made this much before its twelve hours end


class Till:
    """One visit to the checkout page. A new transaction is `age_ms` old; `fiscal` is ok, failed or none."""

    def __init__(
        self, merchant: Merchant, books: Books, checkout: Checkout, age_ms: int = 0, fiscal: str = "ok"
    ) -> None:
        self.merchant = merchant
        self.books = books
        self.checkout = checkout
        self.age_ms = age_ms
        self.fiscal = fiscal
        self.trace = Trace()

    async def act(self, action: str) -> Json:
        """Plays an action → `{ok, status, code?, message?, steps, warnings, return_url}`. Raises ControlError 422."""
        if action not in ACTIONS:
            raise ControlError(422, f"Unknown action {action!r} for Payme; allowed: {', '.join(ACTIONS)}.")
        try:
            status = await ACTIONS[action](self)
        except Refused as refusal:
            return self.told("refused", code=refusal.code, message=refusal.message)
        return self.told(status)

    def told(self, status: str, **more: object) -> Json:
        row = self.books.of_order(self.checkout, 0, CREATED, PERFORMED, CANCELLED, REFUNDED)
        transaction = str(row["id"]) if row else ""
        return {
            "ok": status not in ("refused",),
            "status": status,
            "rail": "payme",
            "transaction": transaction,
            **more,
            "steps": self.trace.steps,
            "warnings": self.trace.warnings,
            "return_url": fill_return(self.checkout, transaction),
            "return_ms": self.checkout.wait_ms,
        }

    async def pay(self) -> str:
        """The whole way: check, create, perform, look, receipt."""
        row = self.books.of_order(self.checkout, CREATED) or await self.create()
        return await self.perform(row)

    async def create(self) -> Json:
        """CheckPerformTransaction, then CreateTransaction twice → our transaction, accepted."""
        account = {"amount": self.checkout.amount, "account": self.checkout.account}
        await self.check(account)
        row = self.books.begin(self.checkout, now_ms() - self.age_ms)
        result = await self.merchant.call_twice(
            self.trace, "CreateTransaction", {"id": row["id"], "time": row["time"], **account}
        )
        self.expect(result, "CreateTransaction", state=CREATED)
        kept = {"create_time": result.get("create_time", 0), "transaction": str(result.get("transaction", ""))}
        return self.books.change(row, state=CREATED, **kept)

    async def check(self, account: Json) -> None:
        result = await self.merchant.call(self.trace, "CheckPerformTransaction", account)
        if result.get("allow") is not True:
            self.trace.warn("CheckPerformTransaction must answer `allow: true`")
            raise Refused(-31623, "not allowed")
        check_detail(self.trace, result.get("detail"), self.checkout.amount)

    async def perform(self, row: Json) -> str:
        result = await self.merchant.call_twice(self.trace, "PerformTransaction", {"id": row["id"]})
        self.expect(result, "PerformTransaction", state=PERFORMED)
        row = self.books.change(row, state=PERFORMED, perform_time=result.get("perform_time", 0))
        await self.look(row)
        await self.fiscalize(row, "PERFORM")
        return "paid"

    async def look(self, row: Json) -> None:
        """CheckTransaction must tell what the books hold."""
        told = await self.merchant.call(self.trace, "CheckTransaction", {"id": row["id"]})
        names = ("state", "reason", "create_time", "perform_time", "cancel_time", "transaction")
        for name in names:
            if told.get(name, "missing") != row[name]:
                self.trace.warn(f"CheckTransaction: {name} is {told.get(name)!r}, Payme holds {row[name]!r}")

    async def cancel(self, row: Json, reason: int) -> None:
        """CancelTransaction twice, a look, and the receipt of a refund."""
        paid = row["state"] == PERFORMED
        result = await self.merchant.call_twice(self.trace, "CancelTransaction", {"id": row["id"], "reason": reason})
        state = REFUNDED if paid else CANCELLED
        self.expect(result, "CancelTransaction", state=state)
        row = self.books.change(row, state=state, reason=reason, cancel_time=result.get("cancel_time", 0))
        await self.look(row)
        if paid:
            await self.fiscalize(row, "CANCEL")

    async def fiscalize(self, row: Json, kind: str) -> None:
        """SetFiscalData with a receipt of its own for the payment and for the refund."""
        if self.fiscal == "none":
            return
        receipt = make_receipt(self.fiscal == "ok")
        self.books.change(row, receipts={**row["receipts"], kind: receipt})
        params = {"id": row["id"], "type": kind, "fiscal_data": receipt}
        try:
            result = await self.merchant.call_twice(self.trace, "SetFiscalData", params)
        except Refused as refusal:
            self.trace.warn(f"SetFiscalData {kind} was refused: {refusal}")
            return
        self.expect(result, "SetFiscalData", success=True)

    def expect(self, result: Json, method: str, **wanted: object) -> None:
        for name, value in wanted.items():
            if result.get(name) != value:
                self.trace.warn(f"{method}: {name} must be {value!r}, not {result.get(name)!r}")


def make_receipt(accepted: bool = True) -> Json:
    """A receipt as the fiscal module writes it; invented, and its QR leads nowhere real."""
    sign, number = str(secrets.randbelow(10**12)).zfill(12), secrets.randbelow(10**6) + 1
    terminal = "EP000000000000"
    moment = time.strftime("%Y%m%d%H%M%S", time.gmtime(time.time() + 5 * 3600))
    link = f"https://ofd.example/check?t={terminal}&r={number}&c={moment}&s={sign}"
    return {
        "receipt_id": number,
        "status_code": 0 if accepted else 1,
        "terminal_id": terminal,
        "message": "accepted" if accepted else "the fiscal module refused",
        "fiscal_sign": sign,
        "qr_code_url": link,
        "date": moment,
    }


def check_detail(trace: Trace, detail: object, amount: int) -> None:
    """The fiscal lines, where the shop gives them: every field there, and their sum the amount."""
    if not isinstance(detail, dict):
        return
    total = int((detail.get("shipping") or {}).get("price", 0))
    for item in detail.get("items") or []:
        missing = {"title", "price", "count", "code", "package_code", "vat_percent"} - set(item)
        if missing:
            trace.warn(f"detail: an item lacks {', '.join(sorted(missing))}")
            return
        total += item["price"] * item["count"] - item.get("discount", 0)
    if total != amount:
        trace.warn(f"detail: the lines come to {total}, the amount is {amount}")


async def _decline(till: Till) -> str:
    """The card is refused after the shop has agreed: Payme cancels what it created."""
    row = till.books.of_order(till.checkout, CREATED) or await till.create()
    await till.cancel(row, DECLINED)
    return "declined"


async def _cancel(till: Till) -> str:
    """The cabinet cancels: a refund once paid, otherwise the end of an unpaid transaction."""
    row = till.books.of_order(till.checkout, CREATED, PERFORMED) or await till.create()
    paid = row["state"] == PERFORMED
    await till.cancel(row, REFUND if paid else FAILED)
    return "refunded" if paid else "canceled"


async def _pay_twice(till: Till) -> str:
    """Pays, and then a second transaction asks for the same order: the shop must refuse it with -31008."""
    if till.books.of_order(till.checkout, PERFORMED) is None:
        await till.pay()
    try:
        second = await till.create()
    except Refused as refusal:
        if refusal.code != -31008 and not -31099 <= refusal.code <= -31050:
            till.trace.warn(f"a second payment must be refused with -31008, not {refusal.code}")
        return "paid"
    till.trace.warn("the shop agreed to a second payment of the same order")
    await till.perform(second)
    return "paid_twice"


async def _come_late(till: Till) -> str:
    """The buyer comes back when the twelve hours are over: nothing may be paid any more."""
    till.age_ms = LIFETIME_MS - LATE_MARGIN_MS
    row = await till.create()
    await asyncio.sleep(max(row["time"] + LIFETIME_MS + CLOCK_STEP_MS - now_ms(), 0) / 1000)
    try:
        await till.perform(row)
    except Refused as refusal:
        if refusal.code != -31008:
            till.trace.warn(f"a late payment must be refused with -31008, not {refusal.code}")
        told = await till.merchant.call(till.trace, "CheckTransaction", {"id": row["id"]})
        till.expect(told, "CheckTransaction", state=CANCELLED, reason=TIMED_OUT)
        cancel_time = told.get("cancel_time", 0)
        till.books.change(row, state=CANCELLED, reason=TIMED_OUT, cancel_time=cancel_time)
        return "expired"
    till.trace.warn("the shop took a payment after its twelve hours")
    return "paid"


async def _hold(till: Till) -> str:
    """Creates the transaction and leaves it there; `pay` later finishes it, `cancel` ends it."""
    await till.create()
    return "pending"


async def _leave(till: Till) -> str:
    """Closes the page: the shop hears nothing."""
    return "left"


ACTIONS: dict[str, Callable[[Till], Awaitable[str]]] = {
    "pay": Till.pay,
    "decline": _decline,
    "cancel": _cancel,
    "refund": _cancel,
    "pay_twice": _pay_twice,
    "late": _come_late,
    "hold": _hold,
    "leave": _leave,
}
