"""The rules of money by their names, each on a real Postgres and each with the case that would break it."""

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from asyncpg import CheckViolationError
from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError, OperationalError
from tortoise.transactions import in_transaction

from bot.errors import Conflict, Invalid, NotFound
from bot.greetings.videos import cancel_video
from bot.money.attempts import Tender, check_payable, open_attempt
from bot.money.expiry import close_unpaid, expire_attempts, expire_orders
from bot.money.ledger import balance_of, order_balances, post_entries
from bot.money.orders import lock_order
from bot.money.payments import Receipt, record_payment, refund_order
from bot.money.refunds import await_hand, fail_refund, finish_refund, request_refund
from bot.outbox import write_job
from bot.services import Services
from bot.shelf.stock import SoldOut, hold_stock
from bot.shop.orders import place_order
from bot.states.attempts import change_attempt
from db.alerts import Alert
from db.attempts import AttemptStatus, PaymentAttempt
from db.deliveries import Delivery, DeliveryStatus
from db.ledger import LedgerEntry
from db.orders import Order, OrderStatus
from db.outbox import OutboxRow
from db.payments import Payment, PaymentStatus
from db.products import Variant
from db.promos import PromoCode
from db.refunds import Refund, RefundStatus
from db.stock import Reservation, ReservationStatus
from db.videos import Video, VideoStatus
from tests.flows.money.money_audit import assert_orders_agree, assert_shelf_agrees
from tests.flows.money.money_world import hold_for, new_promo, new_variant, open_page, paid, place_goods
from tests.flows.shop.shopping import ask_for, variant
from tests.flows.world import new_fan, order_from, paid_artist


async def an_order(quantity: int = 1) -> Order:
    return await place_goods(await new_fan(), {await new_variant(): quantity})


async def status_of(order: Order) -> OrderStatus:
    return (await Order.get(id=order.id)).status


async def world_rows() -> dict[str, str]:
    """Every row of every table, as text: what "no state change" means."""
    connection = get_connection("default")
    tables = await connection.execute_query_dict(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
    )
    rows = {}
    for table in (row["tablename"] for row in tables):
        query = f"SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) AS h FROM \"{table}\" t"
        found = await connection.execute_query_dict(query)
        rows[table] = str(found[0]["h"])
    return rows


async def owe(payment: Payment, amount: int | None = None, key: str = "") -> Refund:
    async with in_transaction():
        return await request_refund(payment, "ops-refund-by-operator", amount, None if amount is None else 0, key)


async def test_paid_once(services: Services) -> None:
    """PAID_ONCE: one payment wins over all rails; the others wait in suspense and go back."""
    order = await an_order()
    rails = ("payme", "click", "stripe", "telegram")
    payments = await asyncio.gather(*(record_payment(paid(order, f"{rail}-1", rail)) for rail in rails))
    assert sorted(payment.status for payment in payments) == ["succeeded", "surplus", "surplus", "surplus"]
    assert await PaymentAttempt.filter(order_id=order.id, status=AttemptStatus.SUCCEEDED).count() == 1
    extra = [payment for payment in payments if payment.status is PaymentStatus.SURPLUS]
    for payment in extra:
        assert await balance_of(f"suspense:{payment.provider}", "UZS") == -order.total_uzs
        refund = await Refund.get(payment_id=payment.id)
        assert refund.amount_uzs == order.total_uzs
        assert await OutboxRow.filter(key=f"refund_payment:{refund.id}").count() == 1
        await finish_refund(refund)
        assert await balance_of(f"suspense:{payment.provider}", "UZS") == 0
    await assert_orders_agree([order])


async def test_paid_once_beside_a_rail_under_way(services: Services) -> None:
    """PAID_ONCE: while one provider holds the order for its payer, another's money goes back."""
    order = await an_order()
    held = await hold_for(order, "payme", "payme-1")
    page = record_payment(paid(order, "stripe-1", "stripe"))
    assert (await page).status is PaymentStatus.SURPLUS
    assert (await record_payment(paid(order, "payme-1"), held)).status is PaymentStatus.SUCCEEDED
    await assert_orders_agree([order])


@pytest.mark.parametrize("more", [-1, 1, -100, 100])
async def test_amount_exact(services: Services, more: int) -> None:
    """AMOUNT_EXACT: a so'm more or less pays nothing, and no attempt is opened for it."""
    order = await an_order()
    with pytest.raises(Conflict, match="payment-wrong-amount"):
        async with in_transaction():
            await open_attempt(await lock_order(order.number), Tender("payme", order.total_uzs + more, tx_id="t"))
    assert await PaymentAttempt.all().count() == 0
    assert (await record_payment(paid(order, "payme-1", more=more))).status is PaymentStatus.SURPLUS
    assert await status_of(order) is OrderStatus.AWAITING_PAYMENT
    await assert_orders_agree([order])


ODD = [0, -1, -(2**63), 2**63, 2**64, 5e4, True, "50000", None]


async def test_amount_exact_of_odd_things(services: Services) -> None:
    """AMOUNT_EXACT: what is no amount of money is refused before anything is read or written."""
    order = await an_order()
    before = await world_rows()
    for amount, currency in itertools.product(ODD, ("amount_uzs", "amount_xtr")):
        money: dict[str, Any] = {currency: amount}
        with pytest.raises(Conflict, match="payment-wrong-amount"):
            await record_payment(Receipt("payme", "odd", order.number, None, **money))
        with pytest.raises(Conflict, match="payment-wrong-amount"):
            await check_payable(order, **money)
    assert await world_rows() == before


async def test_amount_exact_in_its_currency(services: Services) -> None:
    """AMOUNT_EXACT: as many Stars as so'm are due pay nothing, nor do both at once."""
    goods = await an_order()
    greeting = (await order_from(services, await new_fan(), await paid_artist())).order
    stars = Receipt("stars", "s-1", goods.number, 1, amount_xtr=goods.total_uzs)
    assert (await record_payment(stars)).status is PaymentStatus.SURPLUS
    som = Receipt("payme", "p-1", greeting.number, 1, amount_uzs=greeting.total_xtr)
    assert (await record_payment(som)).status is PaymentStatus.SURPLUS
    both = Receipt("stars", "s-2", greeting.number, 1, greeting.total_uzs, greeting.total_xtr)
    with pytest.raises(Conflict):
        await record_payment(both)
    await assert_orders_agree([goods, greeting])


async def test_amount_exact_for_a_free_order(services: Services) -> None:
    """AMOUNT_EXACT: an order that costs nothing takes no money, needs none, and leaves no trace in the books."""
    fan, gift = await new_fan(), await new_promo(1, percent=100)
    shirts = await variant()
    order = await place_order(services, fan, await ask_for("tshirt-white-m", user=fan, promo_code=gift.code))
    assert (order.total_uzs, order.status) == (0, OrderStatus.PAID)
    with pytest.raises(Conflict, match="payment-wrong-amount"):
        await check_payable(order)
    await assert_orders_agree([order])
    async with in_transaction():
        await refund_order(order, "ops-refund-by-operator")
    assert await status_of(order) is OrderStatus.REFUNDED
    assert await Refund.all().count() == await LedgerEntry.all().count() == 0
    await assert_shelf_agrees({shirts.id: shirts.on_hand})
    assert (await PromoCode.get(id=gift.id)).uses_left == 1


async def test_replay_identical(services: Services) -> None:
    """REPLAY_IDENTICAL: the same receipt any number of times, also at once, is one payment and nothing more."""
    order = await an_order()
    held = await hold_for(order, "payme", "payme-1")
    first = await record_payment(paid(order, "payme-1"), held)
    before = await world_rows()
    again = await asyncio.gather(*(record_payment(paid(order, "payme-1"), held) for _ in range(5)))
    assert {payment.id for payment in again} == {first.id}
    assert await world_rows() == before


async def test_replay_identical_of_a_refund(services: Services) -> None:
    """REPLAY_IDENTICAL: a refund that is asked for, finished or failed twice happens once."""
    payment = await record_payment(paid(await an_order(), "payme-1"))
    refunds = await asyncio.gather(*(owe(payment) for _ in range(4)))
    assert len({refund.id for refund in refunds}) == 1
    assert sorted(await asyncio.gather(*(finish_refund(refunds[0]) for _ in range(4)))) == [False] * 3 + [True]
    before = await world_rows()
    assert not await finish_refund(refunds[0]) and not await fail_refund(refunds[0], "late")
    assert (await owe(payment)).id == refunds[0].id
    assert await world_rows() == before


@pytest.mark.parametrize("status", [OrderStatus.CANCELLED, OrderStatus.EXPIRED])
async def test_no_resurrection(services: Services, status: OrderStatus) -> None:
    """NO_RESURRECTION: money for a closed order waits in suspense, goes back, and opens nothing."""
    order = await an_order()
    page = await open_page(order, "stripe", "cs-1")
    assert await close_unpaid(order, status)
    with pytest.raises(Conflict, match="payment-order-closed"):
        await hold_for(order, "payme", "payme-1")
    late = [await record_payment(paid(order, "pi-1", "stripe"), page), await record_payment(paid(order, "p-2"))]
    assert [payment.status for payment in late] == [PaymentStatus.SURPLUS] * 2
    assert await status_of(order) is status
    for payment in late:
        await finish_refund(await Refund.get(payment_id=payment.id))
    assert await status_of(order) is status
    assert await balance_of("suspense:stripe", "UZS") == await balance_of("clearing:stripe", "UZS") == 0
    await assert_orders_agree([order])


async def test_no_resurrection_after_a_refund(services: Services) -> None:
    """NO_RESURRECTION: an order whose money went back is not paid again."""
    order = await an_order()
    await finish_refund(await owe(await record_payment(paid(order, "payme-1"))))
    assert await status_of(order) is OrderStatus.REFUNDED
    assert (await record_payment(paid(order, "click-1", "click"))).status is PaymentStatus.SURPLUS
    assert await status_of(order) is OrderStatus.REFUNDED
    await assert_orders_agree([order])


async def test_no_resurrection_of_an_attempt(services: Services) -> None:
    """NO_RESURRECTION: a try that was cancelled does not succeed, while the order itself may be paid anew."""
    order = await an_order()
    held = await hold_for(order, "click", "click-1")
    assert await change_attempt(held, AttemptStatus.PENDING, AttemptStatus.CANCELLED)
    assert (await record_payment(paid(order, "click-1", "click"), held)).status is PaymentStatus.SURPLUS
    assert (await record_payment(paid(order, "payme-1"))).status is PaymentStatus.SUCCEEDED
    await assert_orders_agree([order])


async def test_no_resurrection_in_a_race(services: Services) -> None:
    """NO_RESURRECTION: a cancel and a payment at once – one of them happens, the other leaves no trace."""
    fan, artist = await new_fan(), await paid_artist()
    for turn in range(12):
        placed = await order_from(services, fan, artist)
        receipt = Receipt("stars", f"race-{turn}", placed.order.number, 1, amount_xtr=placed.order.total_xtr)
        deeds = [record_payment(receipt), cancel_video(fan, placed.video.id)]
        results = await asyncio.gather(*deeds[:: 1 if turn % 2 else -1], return_exceptions=True)
        assert all(isinstance(result, Payment | Conflict | None) for result in results), results
        video, status = await Video.get(id=placed.video.id), await status_of(placed.order)
        assert (video.status, status) in (
            (VideoStatus.QUEUED, OrderStatus.PAID),
            (VideoStatus.CANCELLED, OrderStatus.CANCELLED),
        )
        await assert_orders_agree([placed.order])


async def test_one_active_attempt(services: Services) -> None:
    """ONE_ACTIVE_ATTEMPT: of many providers at once exactly one holds the order."""
    order = await an_order()
    tries = [hold_for(order, rail, f"{rail}-{n}") for n in range(4) for rail in ("payme", "click", "stripe")]
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(result, PaymentAttempt) for result in results) == 1
    refused = [result for result in results if not isinstance(result, PaymentAttempt)]
    assert all(isinstance(why, Conflict) and why.key == "payment-attempt-active" for why in refused)
    won = next(result for result in results if isinstance(result, PaymentAttempt))
    await change_attempt(won, AttemptStatus.PENDING, AttemptStatus.CANCELLED)
    assert await hold_for(order, "payme", "again")


async def test_one_active_attempt_is_a_rule_of_postgres(services: Services) -> None:
    """ONE_ACTIVE_ATTEMPT: also where the code forgot to look; the caller's transaction lives on."""
    order = await an_order()
    await hold_for(order, "payme", "payme-1")
    with pytest.raises(IntegrityError):
        await PaymentAttempt.create(order=order, provider="click", status=AttemptStatus.PENDING, amount_uzs=1)
    async with in_transaction():
        with pytest.raises(Conflict):  # the same name of a transaction: refused inside a savepoint
            await _page_of(await lock_order((await an_order()).number), "payme-1")
        await write_job("tell_staff", "after-the-refusal", alert_id="1")
    assert await OutboxRow.filter(key="after-the-refusal").exists()


async def _page_of(order: Order, tx_id: str) -> PaymentAttempt:
    return await open_attempt(order, Tender("payme", order.total_uzs, tx_id=tx_id), AttemptStatus.CREATED)


async def test_one_active_attempt_keeps_a_buyer_from_cancelling(services: Services) -> None:
    """ONE_ACTIVE_ATTEMPT: while a provider takes the money the order is neither cancelled nor expired."""
    fan = await new_fan()
    placed = await order_from(services, fan, await paid_artist())
    held = await hold_for(placed.order, "payme", "payme-1")
    await Order.filter(id=placed.order.id).update(expires_at=datetime.now(UTC) - timedelta(hours=1))
    with pytest.raises(Conflict, match="payment-attempt-active"):
        await cancel_video(fan, placed.video.id)
    with pytest.raises(Conflict, match="payment-attempt-active"):
        async with in_transaction():
            await refund_order(placed.order, "ops-refund-by-operator")
    assert await expire_orders() == 0
    assert (await record_payment(paid(placed.order, "payme-1"), held)).status is PaymentStatus.SUCCEEDED


async def test_fulfil_iff_paid(services: Services) -> None:
    """FULFIL_IFF_PAID: making and sending begin with the payment, once, and never without it."""
    goods, greeting = await an_order(), await order_from(services, await new_fan(), await paid_artist())
    jobs = OutboxRow.filter(job__in=["fulfil_order", "make_video"])
    assert await jobs.count() == 0
    await hold_for(goods, "payme", "payme-1")
    await record_payment(paid(goods, "wrong", "click", more=1))
    assert await jobs.count() == 0
    for _ in range(3):
        await record_payment(paid(goods, "payme-1"))
        stars = Receipt("stars", "s-1", greeting.order.number, 1, amount_xtr=greeting.order.total_xtr)
        await record_payment(stars)
    keys = await jobs.order_by("job").values_list("key", flat=True)
    assert keys == [f"fulfil_order:{goods.id}", f"make_video:{greeting.video.id}"]


async def test_outbox_atomic(services: Services) -> None:
    """OUTBOX_ATOMIC: a transaction that comes to nothing leaves no job, no state and no line in the books."""
    order = await an_order()
    before = await world_rows()
    with pytest.raises(ZeroDivisionError):
        async with in_transaction():
            await record_payment(paid(order, "payme-1"))
            raise ZeroDivisionError
    assert await world_rows() == before
    await record_payment(paid(order, "payme-1"))
    await assert_orders_agree([order])


async def test_ledger_balanced(services: Services) -> None:
    """LEDGER_BALANCED: debits are credits in each currency – in every posting, and refused where not."""
    order = await an_order()
    await finish_refund(await owe(await record_payment(paid(order, "payme-1")), 40_001, "part"))
    greeting = (await order_from(services, await new_fan(), await paid_artist())).order
    await record_payment(Receipt("stars", "s-1", greeting.number, 1, amount_xtr=greeting.total_xtr))
    sums = await get_connection("default").execute_query_dict(
        "SELECT posting, currency, sum(amount) AS sum FROM ledger_entries GROUP BY posting, currency"
    )
    assert len(sums) == 3 and all(row["sum"] == 0 for row in sums)
    assert await balance_of("clearing:payme", "UZS") == order.total_uzs - 40_001
    for lines in ({"a": 5, "b": -4}, {"a": 0.5, "b": -0.5}):
        with pytest.raises(ValueError, match="posting odd"):
            await post_entries("odd", "UZS", lines, None)  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        await LedgerEntry.create(posting=order.id, key="odd", account="a", currency="UZS", amount=5)
    # A posting in two currencies balances in each, not in their sum; Postgres says so at the commit.
    with pytest.raises(CheckViolationError):
        async with in_transaction():
            await LedgerEntry.create(posting=order.id, key="odd", account="a", currency="UZS", amount=5)
            await LedgerEntry.create(posting=order.id, key="odd", account="b", currency="XTR", amount=-5)


async def test_append_only(services: Services) -> None:
    """APPEND_ONLY: what is in the books is neither changed nor taken out, and a key is posted once."""
    order = await an_order()
    payment = await record_payment(paid(order, "payme-1"))
    before = await world_rows()
    for change in ("UPDATE ledger_entries SET amount = amount * 2", "DELETE FROM ledger_entries"):
        with pytest.raises((IntegrityError, OperationalError)):
            await get_connection("default").execute_query(change)
    assert not await post_entries(f"capture:{payment.id}", "UZS", {"a": 1, "b": -1}, order.id)
    assert await world_rows() == before


async def test_refund_bounded(services: Services) -> None:
    """REFUND_BOUNDED: what is on its way back counts; of many at once only as many fit as money came."""
    order = await an_order()
    payment = await record_payment(paid(order, "payme-1"))
    third = order.total_uzs // 3 + 1
    parts = [owe(payment, third, f"part-{n}") for n in range(6)]
    results = await asyncio.gather(*parts, return_exceptions=True)
    assert sum(isinstance(result, Refund) for result in results) == 2
    assert all(isinstance(result, Refund | Conflict) for result in results)
    for amount in (0, -1, order.total_uzs - 2 * third + 1, order.total_uzs + 1):
        with pytest.raises(Conflict, match="payment-refund-too-much"):
            await owe(payment, amount, f"odd-{amount}")
    rest = await owe(payment)
    assert rest.amount_uzs == order.total_uzs - 2 * third
    with pytest.raises(IntegrityError):
        await Payment.filter(id=payment.id).update(refunding_uzs=order.total_uzs + 1)
    await assert_orders_agree([order])


async def test_refund_bounded_after_a_failure(services: Services) -> None:
    """REFUND_BOUNDED: what a provider would not send back is free again, and can be asked for once more."""
    order = await an_order()
    payment = await record_payment(paid(order, "payme-1"))
    part, rest = await owe(payment, 10_000, "part"), await owe(payment)
    assert await fail_refund(part, "the card is closed")
    assert await finish_refund(rest)
    assert await status_of(order) is OrderStatus.PAID
    assert await Alert.filter(kind="refund", closed_at=None).count() == 1
    for again in (await owe(payment, 10_000, "part"), await owe(payment)):
        assert (again.status, again.amount_uzs) == (RefundStatus.REQUESTED, 10_000)
    await await_hand(again)
    assert await Alert.filter(kind="refund", closed_at=None).count() == 2
    assert await finish_refund(again)
    assert await status_of(order) is OrderStatus.REFUNDED
    assert await Alert.filter(kind="refund", closed_at=None).count() == 0
    assert all(not left for left in [await balance_of("clearing:payme", "UZS")])
    await assert_orders_agree([order])


async def test_refund_bounded_when_its_end_is_told_twice(services: Services) -> None:
    """REFUND_BOUNDED: "paid back" and "could not be" at once – one of them counts, and nobody waits in a circle."""
    for turn in range(8):
        order = await an_order()
        refund = await owe(await record_payment(paid(order, f"payme-{turn}")))
        ends = [finish_refund(refund), fail_refund(refund, "no"), finish_refund(refund)]
        assert sum(await asyncio.gather(*ends)) == 1
        await assert_orders_agree([order])


async def test_stock_never_negative(services: Services) -> None:
    """STOCK_NEVER_NEGATIVE: many carts at once, in any order of goods, hold no more than there is."""
    shirts, mugs = await new_variant(5), await new_variant(5)
    fan = await new_fan()
    carts = [{shirts: 1, mugs: 1} if n % 2 else {mugs: 1, shirts: 1} for n in range(14)]
    results = await asyncio.gather(*(place_goods(fan, cart) for cart in carts), return_exceptions=True)
    orders = [result for result in results if isinstance(result, Order)]
    assert len(orders) == 5 and all(isinstance(result, Order | SoldOut) for result in results)
    await assert_shelf_agrees({shirts.id: 5, mugs.id: 5})
    await asyncio.gather(*(record_payment(paid(order, f"p-{order.number}")) for order in orders))
    await assert_shelf_agrees({shirts.id: 5, mugs.id: 5})
    assert (await Variant.get(id=shirts.id)).on_hand == 0
    for odd in ({"reserved": -1}, {"reserved": 1}, {"on_hand": -1}):
        with pytest.raises(IntegrityError):
            await Variant.filter(id=shirts.id).update(**odd)


async def test_stock_never_negative_by_halves(services: Services) -> None:
    """STOCK_NEVER_NEGATIVE: an order that cannot be held whole holds nothing, even if its caller goes on."""
    plenty, few = sorted([await new_variant(5), await new_variant(5)], key=lambda one: one.id)
    await Variant.filter(id=few.id).update(on_hand=1)  # the one that is held last runs out
    order = await an_order()
    async with in_transaction():
        with pytest.raises(SoldOut) as refused:
            await hold_stock(order.id, {plenty.id: 2, few.id: 2})
    assert (refused.value.variant_id, refused.value.left) == (few.id, 1)
    await assert_shelf_agrees({plenty.id: 5, few.id: 1})
    with pytest.raises(IntegrityError):
        await hold_stock(order.id, {plenty.id: -1})
    await Variant.filter(id=few.id).update(is_active=False)
    with pytest.raises(NotFound):
        await hold_stock(order.id, {few.id: 1})
    await assert_shelf_agrees({plenty.id: 5, few.id: 1})


async def test_reservation_conserved(services: Services) -> None:
    """RESERVATION_CONSERVED: each hold ends once – sold, cancelled, or given back when time is up."""
    fan, shirts, promo = await new_fan(), await new_variant(10), await new_promo(uses_left=4)
    sold, stopped, late, waits = [await place_goods(fan, {shirts: 2}, promo) for _ in range(4)]
    assert (await PromoCode.get(id=promo.id)).uses_left == 0
    with pytest.raises(Invalid):
        await place_goods(fan, {shirts: 1}, promo)
    await Order.filter(id=late.id).update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    closing = [close_unpaid(stopped, OrderStatus.CANCELLED) for _ in range(3)]
    await asyncio.gather(record_payment(paid(sold, "payme-1")), expire_orders(), expire_orders(), *closing)
    ends = {hold.order_id: hold.status for hold in await Reservation.all()}
    R = ReservationStatus
    assert ends == {sold.id: R.CONSUMED, stopped.id: R.RELEASED, late.id: R.RELEASED, waits.id: R.HELD}
    shelf = await Variant.get(id=shirts.id)
    assert (shelf.on_hand, shelf.reserved) == (8, 2)
    assert (await PromoCode.get(id=promo.id)).uses_left == 2
    await assert_orders_agree([sold, stopped, late, waits])


async def test_reservation_conserved_when_a_provider_forgets(services: Services) -> None:
    """RESERVATION_CONSERVED: a try that nobody ends lets go of the order in time, and the order of its goods."""
    fan, shirts = await new_fan(), await new_variant(3)
    order = await place_goods(fan, {shirts: 3})
    held = await hold_for(order, "click", "click-1")
    assert held.expires_at is not None and held.expires_at > datetime.now(UTC)
    past = datetime.now(UTC) - timedelta(seconds=1)
    await PaymentAttempt.filter(id=held.id).update(expires_at=past)
    await Order.filter(id=order.id).update(expires_at=past)
    assert (await expire_orders(), await expire_attempts(), await expire_orders()) == (0, 1, 1)
    assert (await Variant.get(id=shirts.id)).reserved == 0
    assert (await record_payment(paid(order, "click-1", "click"), held)).status is PaymentStatus.SURPLUS
    await assert_orders_agree([order])


@pytest.mark.parametrize("status", [DeliveryStatus.CHOSEN, DeliveryStatus.REQUESTED])
async def test_reservation_conserved_by_a_refund(services: Services, status: DeliveryStatus) -> None:
    """RESERVATION_CONSERVED: goods no carrier was asked to fetch go back on the shelf; others are not made up."""
    shirts = await new_variant(5)
    order = await place_goods(await new_fan(), {shirts: 2})
    await Delivery.create(order=order, carrier="courier", status=status)
    payment = await record_payment(paid(order, "payme-1"))
    await finish_refund(await owe(payment, 1_000, "part"))
    assert (await Variant.get(id=shirts.id)).on_hand == 3
    await finish_refund(await owe(payment))
    assert (await Variant.get(id=shirts.id)).on_hand == (5 if status is DeliveryStatus.CHOSEN else 3)
    await assert_shelf_agrees({shirts.id: 5})
    assert sum(amount for (name, _), amount in (await order_balances(order.id)).items() if "artist" in name) == 0
