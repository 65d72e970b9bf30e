"""Money under every order of events: Hypothesis plays buyers, providers, staff and time, two hands at once.

After each step the books, the states, the shelf, the promo code and the outbox must agree; a refusal is fine, a
deadlock or any other error is not.
"""

import asyncio
import itertools
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tortoise.transactions import in_transaction

from bot.errors import Refusal
from bot.money.expiry import close_unpaid, expire_attempts, expire_orders
from bot.money.payments import Receipt, record_payment, refund_order
from bot.money.refunds import fail_refund, finish_refund, request_refund
from bot.services import Services
from bot.states.attempts import change_attempt
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderStatus
from db.payments import Payment
from db.products import Variant
from db.promos import PromoCode
from db.refunds import Refund
from db.users import User
from tests.flows.money.money_audit import (
    assert_moves_allowed,
    assert_orders_agree,
    assert_promo_agrees,
    assert_shelf_agrees,
    watch_moves,
)
from tests.flows.money.money_world import hold_for, new_promo, new_variant, open_page, paid, place_goods
from tests.flows.world import new_fan

RAILS = ("payme", "click", "stripe", "telegram")
ON_SHELF, USES = 6, 3
_ids = itertools.count(1)
DEEDS = (
    "place",
    "place_with_promo",
    "hold",
    "open",
    "capture",
    "capture_attempt",
    "capture_wrong",
    "repeat",
    "cancel",
    "drop_attempt",
    "pass_time",
    "refund_all",
    "refund_part",
    "refund_order",
    "finish",
    "fail",
)
deeds = st.tuples(st.sampled_from(DEEDS), st.integers(0, 7), st.integers(0, 3))
Deed = tuple[str, int, int]


class MoneyMachine(RuleBasedStateMachine):
    """Steps run on the loop that owns the database; the machine itself lives in a thread."""

    loop: asyncio.AbstractEventLoop

    def run(self, deed: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(deed, self.loop).result(30)

    @initialize()
    def open_shop(self) -> None:
        self.orders: list[Order] = []
        self.receipts: dict[str, tuple[Receipt, PaymentAttempt | None]] = {}
        self.run(self._open_shop())

    async def _open_shop(self) -> None:
        self.fan: User = await new_fan()
        self.variants: list[Variant] = [await new_variant(ON_SHELF), await new_variant(ON_SHELF, 77_777)]
        self.promo: PromoCode = await new_promo(USES)
        self.orders.append(await place_goods(self.fan, {self.variants[0]: 1}))

    @rule(deed=deeds)
    def alone(self, deed: Deed) -> None:
        self.run(self._do(*deed))

    @rule(some=st.lists(deeds, min_size=2, max_size=3))
    def at_once(self, some: list[Deed]) -> None:
        self.run(self._do_at_once(some))

    @rule(deed=deeds)
    def twice_at_once(self, deed: Deed) -> None:
        self.run(self._do_at_once([deed, deed]))

    @rule(which=st.integers(0, 7), rails=st.lists(st.integers(0, 3), min_size=2, max_size=3))
    def pay_over_many_rails(self, which: int, rails: list[int]) -> None:
        self.run(self._do_at_once([("capture", which, rail) for rail in rails]))

    @invariant()
    def all_agrees(self) -> None:
        if hasattr(self, "promo"):
            self.run(self._assert_all_agrees())

    async def _assert_all_agrees(self) -> None:
        await assert_orders_agree(self.orders)
        await assert_shelf_agrees({variant.id: ON_SHELF for variant in self.variants})
        await assert_promo_agrees(self.promo, USES)
        await assert_moves_allowed()
        for receipt, _ in self.receipts.values():
            assert await Payment.filter(provider=receipt.provider, external_id=receipt.external_id).count() == 1

    async def _do_at_once(self, some: list[Deed]) -> None:
        await asyncio.gather(*(self._do(*deed) for deed in some))

    async def _do(self, name: str, which: int, number: int) -> None:
        order = self.orders[which % len(self.orders)]
        try:
            await getattr(self, f"_{name}")(order, number)
        except Refusal:
            return

    async def _place(self, _: Order, number: int) -> None:
        wanted = {self.variants[number % 2]: 1 + number % 3}
        if number == 3:
            wanted = dict.fromkeys(reversed(self.variants), 1)
        self.orders.append(await place_goods(self.fan, wanted))

    async def _place_with_promo(self, _: Order, number: int) -> None:
        self.orders.append(await place_goods(self.fan, {self.variants[number % 2]: 1}, self.promo))

    async def _hold(self, order: Order, number: int) -> None:
        await hold_for(order, RAILS[number], f"tx-{next(_ids)}")

    async def _open(self, order: Order, number: int) -> None:
        await open_page(order, RAILS[number], f"tx-{next(_ids)}")

    async def _capture(self, order: Order, number: int) -> None:
        await self._record(paid(order, f"tx-{next(_ids)}", RAILS[number]))

    async def _capture_wrong(self, order: Order, number: int) -> None:
        await self._record(paid(order, f"tx-{next(_ids)}", RAILS[number], more=(-100, -1, 1, 100)[number]))

    async def _capture_attempt(self, order: Order, number: int) -> None:
        tries = await PaymentAttempt.filter(order_id=order.id).order_by("id")
        if tries:
            attempt = tries[number % len(tries)]
            assert attempt.provider_tx_id is not None
            await self._record(paid(order, attempt.provider_tx_id, attempt.provider), attempt)

    async def _record(self, receipt: Receipt, attempt: PaymentAttempt | None = None) -> None:
        await record_payment(receipt, attempt)
        self.receipts[f"{receipt.provider}:{receipt.external_id}"] = (receipt, attempt)

    async def _repeat(self, _: Order, number: int) -> None:
        for receipt, attempt in list(self.receipts.values())[number : number + 1]:
            await self._expect_known(receipt, attempt)

    async def _expect_known(self, receipt: Receipt, attempt: PaymentAttempt | None) -> None:
        known = await Payment.get(provider=receipt.provider, external_id=receipt.external_id)
        assert (await record_payment(receipt, attempt)).id == known.id

    async def _cancel(self, order: Order, _: int) -> None:
        await close_unpaid(order, OrderStatus.CANCELLED)

    async def _drop_attempt(self, order: Order, number: int) -> None:
        for attempt in await PaymentAttempt.filter(order_id=order.id, status=AttemptStatus.PENDING):
            status = (AttemptStatus.CANCELLED, AttemptStatus.FAILED)[number % 2]
            await change_attempt(attempt, AttemptStatus.PENDING, status)

    async def _pass_time(self, order: Order, _: int) -> None:
        past = datetime.now(UTC) - timedelta(seconds=1)
        await Order.filter(id=order.id).update(expires_at=past)
        await PaymentAttempt.filter(order_id=order.id).update(expires_at=past)
        await expire_attempts()
        await expire_orders()

    async def _refund_all(self, order: Order, number: int) -> None:
        for payment in (await Payment.filter(order_id=order.id).order_by("created_at"))[number : number + 1]:
            async with in_transaction():
                await request_refund(payment, "ops-refund-by-operator")

    async def _refund_part(self, order: Order, number: int) -> None:
        for payment in await Payment.filter(order_id=order.id).exclude(attempt_id=None):
            async with in_transaction():
                part = payment.amount_uzs // (number + 1) + number
                await request_refund(payment, "ops-refund-by-operator", part, 0, f"part-{next(_ids)}")

    async def _refund_order(self, order: Order, _: int) -> None:
        async with in_transaction():
            await refund_order(order, "ops-refund-by-operator")

    async def _finish(self, order: Order, number: int) -> None:
        for refund in await self._refunds(order, number):
            await finish_refund(refund, f"back-{refund.id}")

    async def _fail(self, order: Order, number: int) -> None:
        for refund in await self._refunds(order, number):
            await fail_refund(refund, "the card is closed")

    async def _refunds(self, order: Order, number: int) -> list[Refund]:
        return (await Refund.filter(payment__order_id=order.id).order_by("created_at"))[number : number + 1]


async def test_money_agrees_after_any_events_in_any_order(services: Services) -> None:
    MoneyMachine.loop = asyncio.get_running_loop()
    plan = settings(
        max_examples=15, stateful_step_count=16, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    async with watch_moves():
        await asyncio.to_thread(run_state_machine_as_test, MoneyMachine, settings=plan)
