"""What must hold of money at every moment, whatever happened before: the whole database is looked through.

`watch_moves` lets Postgres write down every change of a state.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from tortoise.connection import get_connection

from bot.states import attempts, orders, refunds
from db.attempts import AttemptStatus, PaymentAttempt
from db.deliveries import Delivery, DeliveryStatus
from db.ledger import LedgerEntry
from db.orders import Order, OrderItem, OrderStatus
from db.outbox import OutboxRow
from db.payments import Payment, PaymentStatus
from db.products import Variant
from db.promos import PromoCode, PromoUse
from db.refunds import Refund, RefundStatus
from db.stock import Reservation, ReservationStatus

_TABLES: dict[str, Mapping[Any, set[Any]]] = {
    "orders": orders.ALLOWED,
    "payment_attempts": attempts.ALLOWED,
    "refunds": refunds.ALLOWED,
}
_WORKED = (AttemptStatus.SUCCEEDED, AttemptStatus.REFUNDING, AttemptStatus.REFUNDED)
_WATCH = """
CREATE TABLE IF NOT EXISTS test_moves (place text, row_id text, before text, after text);
CREATE OR REPLACE FUNCTION test_note_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> NEW.status THEN
    INSERT INTO test_moves VALUES (TG_TABLE_NAME, NEW.id::text, OLD.status, NEW.status);
  END IF;
  RETURN NULL;
END $$
"""


@asynccontextmanager
async def watch_moves() -> AsyncIterator[None]:
    """While this is open, every change of a state of orders, tries and refunds is noted by Postgres itself."""
    connection = get_connection("default")
    await connection.execute_script(_WATCH)
    for table in _TABLES:
        await connection.execute_script(
            f"CREATE TRIGGER test_moves AFTER UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION test_note_move()"
        )
    try:
        yield
    finally:
        for table in _TABLES:
            await connection.execute_script(f"DROP TRIGGER test_moves ON {table}")
        await connection.execute_script("DROP FUNCTION test_note_move(); DROP TABLE test_moves")


async def assert_moves_allowed() -> None:
    """Every change of a state so far stands in its table of what may follow what."""
    moves = await get_connection("default").execute_query_dict("SELECT DISTINCT place, before, after FROM test_moves")
    for move in moves:
        table = {str(state): {str(after) for after in following} for state, following in _TABLES[move["place"]].items()}
        assert move["after"] in table[move["before"]], move


async def assert_orders_agree(wanted: Iterable[Order]) -> None:
    """The orders' money, states and jobs agree with each other."""
    for order in wanted:
        await _assert_order_agrees(await Order.get(id=order.id))


async def _assert_order_agrees(order: Order) -> None:
    tries = await PaymentAttempt.filter(order_id=order.id)
    payments = await Payment.filter(order_id=order.id)
    sales = [payment for payment in payments if payment.attempt_id]
    won = [one for one in tries if one.status in _WORKED]
    assert len(sales) == len(won) <= 1, "PAID_ONCE"
    assert sum(one.status in attempts.ACTIVE for one in tries) <= 1, "ONE_ACTIVE_ATTEMPT"
    was_paid = bool(sales) or (order.total_uzs == order.total_xtr == 0 and order.paid_at is not None)
    assert was_paid == (order.status in (*orders.PAID, OrderStatus.REFUNDED)), "state and money disagree"
    for payment in sales:
        assert (payment.amount_uzs, payment.amount_xtr) in ((order.total_uzs, 0), (0, order.total_xtr)), "AMOUNT_EXACT"
        assert payment.attempt_id == won[0].id
    await _assert_jobs_agree(order, was_paid)
    await _assert_refunds_agree(order, payments)
    await _assert_ledger_agrees(order, payments)
    await _assert_holds_agree(order)


async def _assert_jobs_agree(order: Order, was_paid: bool) -> None:
    items = await OrderItem.filter(order_id=order.id)
    keys = [f"make_video:{item.video_id}" for item in items if item.video_id]
    if any(item.kind != "video" for item in items):
        keys.append(f"fulfil_order:{order.id}")
    assert await OutboxRow.filter(key__in=keys).count() == (len(keys) if was_paid else 0), "FULFIL_IFF_PAID"


async def _assert_refunds_agree(order: Order, payments: list[Payment]) -> None:
    back = 0
    for payment in payments:
        given = await Refund.filter(payment_id=payment.id)
        live = [one for one in given if one.status is not RefundStatus.FAILED]
        done = sum(one.amount_uzs + one.amount_xtr for one in live if one.status is RefundStatus.SUCCEEDED)
        whole, owed = payment.amount_uzs + payment.amount_xtr, payment.refunding_uzs + payment.refunding_xtr
        assert sum(one.amount_uzs + one.amount_xtr for one in live) == owed <= whole, "REFUND_BOUNDED"
        assert (payment.status is PaymentStatus.REFUNDED) == (done == whole)
        if payment.attempt_id is None:
            assert given, "money nobody wanted is not on its way back"
        else:
            back += sum(one.amount_uzs for one in live if one.status is RefundStatus.SUCCEEDED)
            assert (order.status is OrderStatus.REFUNDED) == (done == whole)
        for one in given:
            assert await OutboxRow.filter(key=f"refund_payment:{one.id}").count() == 1
    assert order.refunded_uzs == back


async def _assert_ledger_agrees(order: Order, payments: list[Payment]) -> None:
    entries = await LedgerEntry.filter(order_id=order.id)
    postings: Counter[tuple[UUID, str]] = Counter()
    accounts: Counter[str] = Counter()
    for entry in entries:
        postings[entry.posting, entry.currency] += entry.amount
        accounts[entry.account] += entry.amount
    assert not any(postings.values()), "LEDGER_BALANCED"
    held: Counter[str] = Counter()
    owed: Counter[str] = Counter()
    for payment in payments:
        done = await Refund.filter(payment_id=payment.id, status=RefundStatus.SUCCEEDED)
        left = payment.amount_uzs + payment.amount_xtr - sum(one.amount_uzs + one.amount_xtr for one in done)
        held[f"clearing:{payment.provider}"] += left
        if payment.attempt_id is None:
            owed[f"suspense:{payment.provider}"] += left
    for name, amount in accounts.items():
        if name.startswith("clearing:"):
            assert amount == held[name], (name, amount, held[name])
        if name.startswith("suspense:"):
            assert -amount == owed[name], (name, amount, owed[name])
        if name.startswith("payable:") and order.status is OrderStatus.REFUNDED:
            assert amount == 0, "an artist keeps a share of what went back whole"
    assert {name for name in held if held[name]} <= set(accounts)


async def _assert_holds_agree(order: Order) -> None:
    status = {
        OrderStatus.AWAITING_PAYMENT: ReservationStatus.HELD,
        OrderStatus.DRAFT: ReservationStatus.HELD,
        OrderStatus.EXPIRED: ReservationStatus.RELEASED,
        OrderStatus.CANCELLED: ReservationStatus.RELEASED,
    }.get(order.status, ReservationStatus.CONSUMED)
    for hold in await Reservation.filter(order_id=order.id):
        assert hold.status is status, "RESERVATION_CONSERVED"
        assert (hold.ended_at is None) == (status is ReservationStatus.HELD)


async def assert_shelf_agrees(at_first: Mapping[UUID, int]) -> None:
    """What lies on the shelf and what is held follow from what lay there and from each hold's end."""
    for variant_id, lay in at_first.items():
        variant = await Variant.get(id=variant_id)
        assert 0 <= variant.reserved <= variant.on_hand, "STOCK_NEVER_NEGATIVE"
        holds = await Reservation.filter(variant_id=variant_id).select_related("order")
        held = sum(hold.quantity for hold in holds if hold.status is ReservationStatus.HELD)
        gone = sum([hold.quantity for hold in holds if await _is_gone(hold)])
        assert (variant.reserved, variant.on_hand) == (held, lay - gone), "RESERVATION_CONSERVED"


async def _is_gone(hold: Reservation) -> bool:
    if hold.status is not ReservationStatus.CONSUMED:
        return False
    if hold.order.status is not OrderStatus.REFUNDED:
        return True
    return await Delivery.filter(order_id=hold.order_id).exclude(status=DeliveryStatus.CHOSEN).exists()


async def assert_promo_agrees(promo: PromoCode, at_first: int) -> None:
    """A code's uses: those of orders that live, and those that are left."""
    uses = await PromoUse.filter(promo_id=promo.id).select_related("order")
    taken = [use for use in uses if use.released_at is None]
    assert (await PromoCode.get(id=promo.id)).uses_left == at_first - len(taken) >= 0
    over = (OrderStatus.EXPIRED, OrderStatus.CANCELLED, OrderStatus.REFUNDED)
    assert all((use.order.status in over) == (use.released_at is not None) for use in uses)
