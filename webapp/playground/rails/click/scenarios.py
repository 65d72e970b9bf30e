"""Click's fifteen scenarios, as its testing page lists them: three orders, three payments.

Source: docs.click.uz/testing/postman.
"""

from collections.abc import Sequence

from webapp.playground.rails.checks import Checklist
from webapp.playground.rails.click.acts import CARD_REFUSED
from webapp.playground.rails.click.books import FAILED, PROCESSING, SUCCESSFUL, Books
from webapp.playground.rails.click.link import Bill
from webapp.playground.rails.click.shop import Shop
from webapp.playground.shapes import Json

BAD_SIGN = "0" * 32
NO_PREPARE, WRONG_AMOUNT, NO_ORDER = 999_999_999, "300", "no-such-order-0"


class Scenarios:
    """Runs against three orders that may be paid; the same order where fewer are given."""

    def __init__(self, shop: Shop, books: Books) -> None:
        self.shop = shop
        self.books = books
        self.list = Checklist()

    async def run(self, bills: Sequence[Bill]) -> Json:
        """All fifteen → `{ok, lines, steps, warnings}`."""
        first, second, third = (bills[min(n, len(bills) - 1)] for n in range(3))
        await self.run_first(first)
        await self.run_second(second)
        await self.run_third(third)
        return self.list.told()

    async def run_first(self, bill: Bill) -> None:
        row = self.books.begin(bill, bill.write_amount(1))
        await self.prepare("1 Prepare, wrong signature", -1, row, sign_string=BAD_SIGN)
        await self.prepare("2 Prepare, no such order", -5, row, merchant_trans_id=NO_ORDER)
        row = await self.prepare("3 Prepare", 0, row)
        await self.complete("4 Complete, wrong signature", -1, row, sign_string=BAD_SIGN)
        await self.complete("5 Complete, wrong amount", -2, row, amount=WRONG_AMOUNT)
        row = await self.complete("6 Complete", 0, row)
        row = await self.complete("7 Complete again", -4, row)
        await self.complete("8 Complete with error -5017 after payment", -9, row, error=CARD_REFUSED)

    async def run_second(self, bill: Bill) -> None:
        row = await self.prepare("9 Prepare", 0, self.books.begin(bill, bill.write_amount(0)))
        await self.complete("10 Complete, no such prepare_id", -6, {**row, "prepare_id": NO_PREPARE})
        await self.complete("11 Complete", 0, row)

    async def run_third(self, bill: Bill) -> None:
        row = await self.prepare("12 Prepare", 0, self.books.begin(bill, bill.write_amount(2)))
        row = await self.complete("13 Complete with error -5017", -9, row, error=CARD_REFUSED)
        row = await self.complete("14 Complete with error -5017 again", -9, row, error=CARD_REFUSED)
        await self.complete("15 Complete after cancelling", -9, row)

    async def prepare(self, name: str, expected: int, row: Json, **wrong: str) -> Json:
        answer = await self.shop.prepare(self.list.trace, row, **wrong)
        self.list.add(name, expected, answer["error"])
        if answer["error"] != 0:
            return row
        return self.books.change(row, status=PROCESSING, prepare_id=answer.get("merchant_prepare_id"))

    async def complete(self, name: str, expected: int, row: Json, error: int = 0, **wrong: str) -> Json:
        answer = await self.shop.complete(self.list.trace, row, error, **wrong)
        self.list.add(name, expected, answer["error"])
        if answer["error"] == 0:
            return self.books.change(row, status=SUCCESSFUL, confirm_id=answer.get("merchant_confirm_id"))
        if error and row["status"] == PROCESSING:
            return self.books.change(row, status=FAILED)
        return row
