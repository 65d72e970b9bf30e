"""The power goes out before every single statement that money needs: state, books and outbox still agree.

Each deed is cut at its first statement, at its second, and so on until it comes through; after every cut the world is
as before the deed or as after it, and doing it again ends right, once.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest
import pytest_asyncio
from tortoise.transactions import in_transaction

from bot.money.payments import record_payment
from bot.money.refunds import request_refund
from bot.services import Services
from bot.settings import Settings
from db.artists import Artist
from db.attempts import PaymentAttempt
from db.ledger import LedgerEntry
from db.orders import Order
from db.outbox import OutboxRow
from db.payments import Payment
from db.refunds import Refund
from db.stock import Reservation
from tests.chaos.power_cut import DARK, DEEDS
from tests.flows.money.money_audit import assert_orders_agree, assert_shelf_agrees
from tests.flows.money.money_world import hold_for, new_promo, new_variant, paid, place_goods
from tests.flows.world import new_fan, order_from, paid_artist

MOST = 80  # statements; a deed that needs more has grown odd


class Dark:
    """The process that is cut off; see tests/chaos/power_cut.py."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def do(self, deed: str, cut: int, ids: tuple[str, ...]) -> bool:
        """True when the deed came through, False when it was cut."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{deed} {cut} {' '.join(ids)}\n".encode())
        code = int(await asyncio.wait_for(self._process.stdout.readline(), 30))
        if code not in (0, DARK):
            raise RuntimeError(f"{deed} fell over before it was cut at {cut}")
        return code == 0


@pytest_asyncio.fixture(scope="module")
async def dark(settings: Settings) -> AsyncIterator[Dark]:
    environment = {
        "PATH": "/usr/bin:/bin",
        "DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url.get_secret_value(),
        "MASTER_KEY": settings.master_key.get_secret_value(),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.chaos.power_cut",
        env=environment,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    yield Dark(process)
    assert process.stdin is not None
    process.stdin.close()
    await process.wait()


@dataclass(frozen=True)
class Scene:
    """An order before a deed, and what the deed is called with."""

    order: Order
    ids: tuple[str, ...]


async def goods_held() -> Scene:
    order = await place_goods(await new_fan(), {await new_variant(): 2, await new_variant(): 1}, await new_promo(5))
    await hold_for(order, "payme", f"payme-{order.number}")
    return Scene(order, (order.number, f"payme-{order.number}"))


async def goods_waiting() -> Scene:
    order = await place_goods(await new_fan(), {await new_variant(): 2, await new_variant(): 1}, await new_promo(5))
    return Scene(order, (order.number,))


async def refund_owed() -> Scene:
    scene = await goods_held()
    payment = await record_payment(paid(scene.order, scene.ids[1]))
    async with in_transaction():
        refund = await request_refund(payment, "ops-refund-by-operator")
    return Scene(scene.order, (str(refund.id),))


async def state_of(order: Order) -> tuple[object, ...]:
    """All that a deed may change, in one look."""
    order = await Order.get(id=order.id)
    return (
        order.status,
        order.refunded_uzs,
        await PaymentAttempt.filter(order_id=order.id).order_by("id").values_list("status", flat=True),
        await Payment.filter(order_id=order.id).values_list("status", "refunding_uzs"),
        await Refund.filter(payment__order_id=order.id).values_list("status", flat=True),
        await LedgerEntry.filter(order_id=order.id).count(),
        await Reservation.filter(order_id=order.id).order_by("variant_id").values_list("status", flat=True),
        await OutboxRow.all().count(),
    )


SCENES: dict[str, Callable[[], Awaitable[Scene]]] = {
    "record_som": goods_held,
    "record_surplus": goods_held,
    "finish": refund_owed,
    "fail": refund_owed,
    "cancel": goods_waiting,
}


@pytest.mark.parametrize("deed", SCENES)
async def test_a_power_cut_at_any_statement_leaves_all_or_nothing(services: Services, dark: Dark, deed: str) -> None:
    await expect_all_or_nothing(dark, deed, SCENES[deed])


async def test_a_power_cut_while_stars_are_booked(services: Services, dark: Dark) -> None:
    fan, artist = await new_fan(), await paid_artist()
    await Artist.filter(id=artist.id).update(daily_capacity=MOST)

    async def greeting() -> Scene:
        order = (await order_from(services, fan, artist)).order
        return Scene(order, (order.number, f"stars-{order.number}"))

    await expect_all_or_nothing(dark, "record_stars", greeting)


async def expect_all_or_nothing(dark: Dark, deed: str, scene_of: Callable[[], Awaitable[Scene]]) -> None:
    whole = False
    for cut in range(1, MOST):
        scene = await scene_of()
        before = await state_of(scene.order)
        through = await dark.do(deed, cut, scene.ids)
        left = await state_of(scene.order)
        await assert_orders_agree([scene.order])
        await DEEDS[deed](*scene.ids)
        after = await state_of(scene.order)
        await assert_orders_agree([scene.order])
        assert left in (before, after) and before != after, (cut, before, left, after)
        assert not (whole and left == before), "what was kept once is kept at every later cut"
        whole = left == after
        holds = await Reservation.filter(order_id=scene.order.id)
        await assert_shelf_agrees({hold.variant_id: 10 for hold in holds})
        if through:
            assert whole and cut > 5, "the cuts never came"
            return
    raise AssertionError(f"{deed} never came through")
