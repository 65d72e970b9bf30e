"""A process that does a deed with money and dies before a chosen statement to Postgres, as in a power cut.

Reads lines `DEED CUT ID…` and answers each with the exit code of a fork that did it: 9 where it was cut, 0 where it
came through. The cut is made in asyncpg, in the fork only; the product knows nothing of it.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import asyncpg

from bot.money.expiry import close_unpaid
from bot.money.payments import Receipt, record_payment
from bot.money.refunds import fail_refund, finish_refund
from bot.services import master_bytes
from bot.settings import Settings
from db.connection import close_database, open_database
from db.orders import Order, OrderStatus
from db.refunds import Refund
from db.sealing import use_key

DARK = 9


async def record_som(number: str, external_id: str) -> None:
    order = await Order.get(number=number)
    await record_payment(Receipt("payme", external_id, number, None, amount_uzs=order.total_uzs))


async def record_stars(number: str, external_id: str) -> None:
    order = await Order.get(number=number)
    await record_payment(Receipt("stars", external_id, number, 1, amount_xtr=order.total_xtr))


async def record_surplus(number: str, external_id: str) -> None:
    order = await Order.get(number=number)
    await record_payment(Receipt("payme", external_id, number, None, amount_uzs=order.total_uzs + 1))


async def finish(refund_id: str) -> None:
    await finish_refund(await Refund.get(id=UUID(refund_id)))


async def fail(refund_id: str) -> None:
    await fail_refund(await Refund.get(id=UUID(refund_id)), "the card is closed")


async def cancel(number: str) -> None:
    await close_unpaid(await Order.get(number=number), OrderStatus.CANCELLED)


DEEDS: dict[str, Callable[..., Awaitable[None]]] = {
    deed.__name__: deed for deed in (record_som, record_stars, record_surplus, finish, fail, cancel)
}


def cut_before(statement: int) -> None:
    """From now on the process dies before its n-th statement, BEGIN and COMMIT among them."""
    left = statement

    def wrap(method: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def counted(*args: Any, **values: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                os._exit(DARK)
            return await method(*args, **values)

        return counted

    for name in ("execute", "executemany", "fetch", "fetchrow", "fetchval"):
        setattr(asyncpg.Connection, name, wrap(getattr(asyncpg.Connection, name)))


async def do_deed(name: str, cut: int, ids: list[str]) -> None:
    await Order.all().count()  # connected; what is counted is the deed
    cut_before(cut)
    await DEEDS[name](*ids)
    await close_database()


def main() -> None:
    settings = Settings(_env_file=None)  # type: ignore[call-arg]
    use_key(master_bytes(settings))
    # One connection must do: a deed that asks for a second one in its transaction would wait for itself. It is made
    # at the first question, in the fork.
    asyncio.run(open_database(settings.database_url.get_secret_value(), pool=1))
    for line in sys.stdin:
        name, cut, *ids = line.split()
        child = os.fork()
        if child == 0:
            asyncio.run(do_deed(name, int(cut), ids))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
