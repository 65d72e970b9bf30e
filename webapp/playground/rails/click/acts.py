"""What a buyer and the cabinet do at Click: pay, decline, pay twice, repeat, lose a callback, come back late."""

import asyncio
from collections.abc import Awaitable, Callable

from webapp.playground.errors import ControlError
from webapp.playground.rails.click.books import CREATED, FAILED, PROCESSING, REVERSED, SUCCESSFUL, Books
from webapp.playground.rails.click.link import Bill
from webapp.playground.rails.click.shop import Shop
from webapp.playground.rails.postman import Trace
from webapp.playground.shapes import Json

CARD_REFUSED = -5017
ALREADY_PAID, CANCELLED = -4, -9


class Refused(Exception):
    """The shop answered with an error: Click's code and the shop's words."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message


class Desk:
    """One visit to the pay page. `form` says how amounts are written; by turns when it is not given."""

    def __init__(self, shop: Shop, books: Books, bill: Bill, form: int | None = None, seconds: float = 0) -> None:
        self.shop = shop
        self.books = books
        self.bill = bill
        self.form = form
        self.seconds = seconds
        self.trace = Trace()

    async def act(self, action: str) -> Json:
        """Plays an action → `{ok, status, code?, message?, steps, warnings, return_url}`. Raises ControlError 422."""
        if action not in ACTIONS:
            raise ControlError(422, f"Unknown action {action!r} for Click; allowed: {', '.join(ACTIONS)}.")
        try:
            return self.told(await ACTIONS[action](self))
        except Refused as refusal:
            return self.told("refused", code=refusal.code, message=refusal.message)

    def told(self, status: str, **more: object) -> Json:
        row = self.books.of_order(self.bill.order, CREATED, PROCESSING, SUCCESSFUL, FAILED, REVERSED)
        return {
            "ok": status not in ("refused", "hanging"),
            "status": status,
            "rail": "click",
            "payment_id": row["payment_id"] if row else None,
            **more,
            "steps": self.trace.steps,
            "warnings": self.trace.warnings,
            "return_url": self.bill.return_url,
            "return_ms": 8_000,
        }

    async def pay(self) -> str:
        return await self.complete(self.books.of_order(self.bill.order, PROCESSING) or await self.prepare())

    async def prepare(self) -> Json:
        """Prepare → our payment, agreed. Raises Refused."""
        number = self.form if self.form is not None else len(self.books.payments)
        row = self.books.begin(self.bill, self.bill.write_amount(number))
        answer = await self.shop.prepare(self.trace, row)
        if answer["error"] != 0:
            self.books.change(row, status=FAILED)
            raise Refused(answer["error"] or -8, str(answer.get("error_note", "")))
        return self.books.change(row, status=PROCESSING, prepare_id=answer.get("merchant_prepare_id"))

    async def complete(self, row: Json) -> str:
        """The card is debited and the shop is told; an error now leaves the payment hanging."""
        answer = await self.shop.complete(self.trace, row)
        if answer["error"] in (0, ALREADY_PAID):
            confirm = answer.get("merchant_confirm_id", row["confirm_id"])
            self.books.change(row, status=SUCCESSFUL, confirm_id=confirm, hanging=False)
            return "paid"
        if answer["error"] == CANCELLED:
            self.books.change(row, status=FAILED)
            raise Refused(CANCELLED, str(answer.get("error_note", "")))
        self.books.change(row, status=SUCCESSFUL if answer["error"] is None else PROCESSING, hanging=True)
        return "hanging"

    async def abandon(self, row: Json) -> Json:
        """Complete with the error of a refused card → the shop's answer, which must be -9."""
        answer = await self.shop.complete(self.trace, row, CARD_REFUSED)
        if answer["error"] != CANCELLED:
            self.trace.warn(f"a cancelled payment must be answered with -9, not {answer['error']}")
        return answer


async def _decline(desk: Desk) -> str:
    row = desk.books.of_order(desk.bill.order, PROCESSING) or await desk.prepare()
    await desk.abandon(row)
    desk.books.change(row, status=FAILED)
    return "declined"


async def _cancel(desk: Desk) -> str:
    """Once paid: the cabinet reverses it and a Complete with an error tells the shop; before: as a refused card."""
    row = desk.books.of_order(desk.bill.order, SUCCESSFUL)
    if row is None:
        await _decline(desk)
        return "canceled"
    await desk.abandon(row)
    desk.books.change(row, status=REVERSED)
    return "refunded"


async def _pay_twice(desk: Desk) -> str:
    """Pays, and then a second payment asks for the same order: Prepare must refuse it."""
    if desk.books.of_order(desk.bill.order, SUCCESSFUL) is None and await desk.pay() != "paid":
        return "hanging"
    try:
        second = await desk.prepare()
    except Refused as refusal:
        if refusal.code != ALREADY_PAID:
            desk.trace.warn(f"a second payment must be refused with -4, not {refusal.code}")
        return "paid"
    desk.trace.warn("the shop agreed to a second payment of the same order")
    await desk.complete(second)
    return "paid_twice"


async def _repeat(desk: Desk) -> str:
    """Says Complete once more for a payment that the shop confirmed: -4."""
    row = desk.books.of_order(desk.bill.order, SUCCESSFUL)
    if row is None:
        await desk.pay()
        row = desk.books.of_order(desk.bill.order, SUCCESSFUL)
    if row is None:
        return "hanging"
    answer = await desk.shop.complete(desk.trace, row)
    if answer["error"] != ALREADY_PAID:
        desk.trace.warn(f"a repeated confirmation must be answered with -4, not {answer['error']}")
    return "paid"


async def _lose(desk: Desk) -> str:
    """The money is taken and the shop never hears of it: only the status by order number will tell."""
    row = desk.books.of_order(desk.bill.order, PROCESSING) or await desk.prepare()
    desk.books.change(row, status=SUCCESSFUL)
    return "paid"


async def _come_late(desk: Desk) -> str:
    """Prepare, a pause of `seconds`, and only then Complete."""
    row = desk.books.of_order(desk.bill.order, PROCESSING) or await desk.prepare()
    await asyncio.sleep(desk.seconds)
    return await desk.complete(row)


async def _hold(desk: Desk) -> str:
    """Prepare only; `pay` later finishes it."""
    await desk.prepare()
    return "pending"


async def _leave(desk: Desk) -> str:
    return "left"


ACTIONS: dict[str, Callable[[Desk], Awaitable[str]]] = {
    "pay": Desk.pay,
    "decline": _decline,
    "cancel": _cancel,
    "refund": _cancel,
    "pay_twice": _pay_twice,
    "repeat": _repeat,
    "lost": _lose,
    "late": _come_late,
    "hold": _hold,
    "leave": _leave,
}
