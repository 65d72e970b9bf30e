"""The list that Payme's sandbox runs against a shop, in its two scenarios.

Source: test.paycom.uz and developer.help.paycom.uz, "Sandbox".
"""

from dataclasses import replace
from secrets import token_hex

from webapp.playground.rails.checks import Checklist
from webapp.playground.rails.payme.books import CANCELLED, CREATED, PERFORMED, REFUNDED, Books, now_ms
from webapp.playground.rails.payme.link import Checkout
from webapp.playground.rails.payme.merchant import Merchant, Refused, read_result
from webapp.playground.rails.postman import Letter, Reply
from webapp.playground.shapes import Json

METHODS = (
    "CheckPerformTransaction",
    "CreateTransaction",
    "PerformTransaction",
    "CancelTransaction",
    "CheckTransaction",
    "GetStatement",
)


class Sandbox:
    """Runs against one order, or two: the second scenario needs an order that may still be paid."""

    def __init__(self, merchant: Merchant, books: Books) -> None:
        self.merchant = merchant
        self.books = books
        self.list = Checklist()

    async def run(self, first: Checkout, second: Checkout | None = None) -> Json:
        """Both scenarios → `{ok, lines, steps, warnings}`."""
        await self.refuse_strangers(first)
        await self.refuse_nonsense(first)
        row = await self.open(first, "1")
        if row:
            await self.end(row, CANCELLED, "1: CancelTransaction before payment")
        row = await self.open(second or first, "2")
        if row:
            await self.settle(row)
            await self.end(self.books.rows[row["id"]], REFUNDED, "2: CancelTransaction after payment")
        return self.list.told()

    async def refuse_strangers(self, checkout: Checkout) -> None:
        """A wrong key: -32504 from every method, before anything is looked up."""
        for method in METHODS:
            letter = self.merchant.write(method, _sample(method, checkout), key="not-the-key")
            self.list.add(f"1: wrong key, {method}", -32504, await self.code_of(letter))

    async def refuse_nonsense(self, checkout: Checkout) -> None:
        wrong = replace(checkout, amount=checkout.amount + 1_100)
        for method in METHODS[:2]:
            letter = self.merchant.write(method, _sample(method, wrong))
            self.list.add(f"1: wrong amount, {method}", -31001, await self.code_of(letter))
        nobody = replace(checkout, account=dict.fromkeys(checkout.account, "no-such-order-0"))
        for method in METHODS[:2]:
            code = await self.code_of(self.merchant.write(method, _sample(method, nobody)))
            right = isinstance(code, int) and -31099 <= code <= -31050
            self.list.add(f"1: unknown account, {method}", "-31050…-31099", code, right)

    async def open(self, checkout: Checkout, scenario: str) -> Json | None:
        """Check, create, repeat, look, and another transaction that must wait → the row; None when refused."""
        params = _sample("CheckPerformTransaction", checkout)
        check = await self.ask("CheckPerformTransaction", params)
        self.list.add(f"{scenario}: CheckPerformTransaction allows", True, check.get("allow", check.get("code")))
        row = self.books.begin(checkout)
        params = {"id": row["id"], "time": row["time"], **params}
        created = await self.twice(f"{scenario}: CreateTransaction", "CreateTransaction", params)
        self.list.add(f"{scenario}: CreateTransaction, state", CREATED, created.get("state", created.get("code")))
        if created.get("state") != CREATED:
            return None
        kept = {"create_time": created.get("create_time"), "transaction": str(created.get("transaction"))}
        row = self.books.change(row, state=CREATED, **kept)
        await self.look(row, scenario)
        another = self.merchant.write("CreateTransaction", _sample("CreateTransaction", checkout))
        self.list.add(f"{scenario}: another transaction while one waits", -31008, await self.code_of(another))
        return row

    async def settle(self, row: Json) -> None:
        paid = await self.twice("2: PerformTransaction", "PerformTransaction", {"id": row["id"]})
        self.list.add("2: PerformTransaction, state", PERFORMED, paid.get("state", paid.get("code")))
        row = self.books.change(row, state=PERFORMED, perform_time=paid.get("perform_time", 0))
        await self.look(row, "2, paid")

    async def end(self, row: Json, state: int, name: str) -> None:
        reason = 5 if state == REFUNDED else 3
        ended = await self.twice(name, "CancelTransaction", {"id": row["id"], "reason": reason})
        self.list.add(f"{name}, state", state, ended.get("state", ended.get("code")))
        if ended.get("state") == state:
            row = self.books.change(row, state=state, reason=reason, cancel_time=ended.get("cancel_time", 0))
            await self.look(row, name)

    async def look(self, row: Json, name: str) -> None:
        told = await self.ask("CheckTransaction", {"id": row["id"]})
        names = ("create_time", "perform_time", "cancel_time", "transaction", "state", "reason")
        expected = {field: row[field] for field in names}
        self.list.add(f"{name}: CheckTransaction", expected, {field: told.get(field) for field in names})

    async def ask(self, method: str, params: Json) -> Json:
        """The result of a call, or `{code, message}` of its refusal."""
        return self.read(await self.send(self.merchant.write(method, params)))

    async def twice(self, name: str, method: str, params: Json) -> Json:
        letter = self.merchant.write(method, params)
        first, second = await self.send(letter), await self.send(letter)
        self.list.add(f"{name}, repeat is byte-equal", True, first.body == second.body)
        return self.read(first)

    async def code_of(self, letter: Letter) -> object:
        reply = await self.send(letter)
        told = self.read(reply)
        return told.get("code") if reply.status == 200 else f"HTTP {reply.status}"

    async def send(self, letter: Letter) -> Reply:
        return await self.merchant.postman.insist(self.list.trace, letter)

    def read(self, reply: Reply) -> Json:
        try:
            return read_result(self.list.trace, reply)
        except Refused as refusal:
            return {"code": refusal.code, "message": refusal.message}


def _sample(method: str, checkout: Checkout) -> Json:
    """Params that would be right for this order if nothing else were wrong."""
    account: Json = {"amount": checkout.amount, "account": checkout.account}
    made = {"id": "0" * 23 + "1", "time": 1_700_000_000_000}
    if method == "CreateTransaction":
        return {"id": token_hex(12), "time": now_ms(), **account}
    if method == "CancelTransaction":
        return {"id": made["id"], "reason": 3}
    if method == "GetStatement":
        return {"from": 0, "to": made["time"]}
    return account if method == "CheckPerformTransaction" else {"id": made["id"]}
