"""Click's fifteen scenarios and what they leave out, against the web process: codes, repeats, money and books."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio

from bot.money.expiry import expire_attempts, expire_orders
from bot.money.ledger import balance_of
from bot.services import Services
from db.alerts import Alert
from db.attempts import AttemptStatus, PaymentAttempt
from db.orders import Order, OrderStatus
from db.outbox import OutboxRow
from db.payments import Payment, PaymentStatus
from db.products import Variant
from db.refunds import Refund
from tests.conftest import empty_world
from tests.flows.rails.rails_world import Click, Payme, goods_order, open_callbacks

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest_asyncio.fixture
async def click(opened: Services) -> AsyncIterator[Click]:
    await empty_world(opened)
    async with open_callbacks(opened) as client:
        yield Click(client, opened)


async def status_of(order: Order) -> OrderStatus:
    return (await Order.get(id=order.id)).status


async def nothing_moved(order: Order) -> bool:
    return not await PaymentAttempt.exists() and await status_of(order) is OrderStatus.AWAITING_PAYMENT


async def test_the_fifteen_scenarios(click: Click) -> None:
    order, other = await goods_order(), await goods_order()
    fields = click.fields(order, "0")
    bad = json.loads(await click.raw("prepare", fields | {"sign_string": "0" * 32}))
    assert bad["error"] == -1  # 1
    assert (await click.prepare(order, merchant_trans_id="no-such-order-0"))["error"] == -5  # 2
    prepared = await click.prepare(order)
    assert prepared["error"] == 0 and isinstance(prepared["merchant_prepare_id"], int)  # 3
    asked = click.fields(
        order,
        "1",
        click_trans_id=prepared["sent"]["click_trans_id"],
        merchant_prepare_id=str(prepared["merchant_prepare_id"]),
    )
    assert json.loads(await click.raw("complete", asked | {"sign_string": "f" * 32}))["error"] == -1  # 4
    assert (await click.complete(order, prepared, amount="300"))["error"] == -2  # 5
    assert await status_of(order) is OrderStatus.AWAITING_PAYMENT
    done = await click.complete(order, prepared)
    assert done["error"] == 0 and isinstance(done["merchant_confirm_id"], int)  # 6
    assert (await click.complete(order, prepared))["error"] == -4  # 7
    assert (await click.complete(order, prepared, error="-5017"))["error"] == -9  # 8
    prepared = await click.prepare(other)
    assert prepared["error"] == 0  # 9
    assert (await click.complete(other, prepared, merchant_prepare_id="999999999"))["error"] == -6  # 10
    assert (await click.complete(other, prepared))["error"] == 0  # 11
    third = await goods_order()
    prepared = await click.prepare(third)
    assert prepared["error"] == 0  # 12
    assert (await click.complete(third, prepared, error="-5017"))["error"] == -9  # 13
    assert (await click.complete(third, prepared, error="-5017"))["error"] == -9  # 14
    assert (await click.complete(third, prepared))["error"] == -9  # 15
    assert await status_of(order) is await status_of(other) is OrderStatus.PAID
    assert await status_of(third) is OrderStatus.AWAITING_PAYMENT
    assert await balance_of("clearing:click", "UZS") == order.total_uzs + other.total_uzs


async def test_replay_identical(click: Click) -> None:
    order = await goods_order()
    fields = click.fields(order, "0")
    first = await click.raw("prepare", fields)
    assert {await click.raw("prepare", fields) for _ in range(3)} == {first}
    prepare_id = json.loads(first)["merchant_prepare_id"]
    asked = click.fields(order, "1", click_trans_id=fields["click_trans_id"], merchant_prepare_id=str(prepare_id))
    answers = await asyncio.gather(*(click.raw("complete", asked) for _ in range(6)))
    assert sorted(json.loads(told)["error"] for told in answers) == [-4] * 5 + [0]
    assert len(set(answers)) == 2
    assert json.loads(await click.raw("prepare", fields))["error"] == -4
    assert await Payment.all().count() == 1
    assert await OutboxRow.filter(job="fulfil_order").count() == 1
    assert await OutboxRow.filter(job="submit_fiscal").count() == 1


async def test_one_active_attempt(click: Click) -> None:
    order = await goods_order()
    told = await asyncio.gather(*(click.prepare(order) for _ in range(6)))
    assert sorted(answer["error"] for answer in told) == [-9] * 5 + [0]


async def test_two_rails_never_hold_one_order(click: Click, opened: Services) -> None:
    payme, order = Payme(click.client, opened), await goods_order()
    created, prepared = await asyncio.gather(payme.create(order), click.prepare(order))
    assert (created.get("state") == 1) != (prepared["error"] == 0)
    assert await PaymentAttempt.filter(status=AttemptStatus.PENDING).count() == 1


async def test_a_contradiction_is_left_to_a_person(click: Click) -> None:
    order = await goods_order()
    prepared = await click.prepare(order)
    await click.complete(order, prepared)
    for _ in range(2):
        assert (await click.complete(order, prepared, error="-5017"))["error"] == -9
    assert await status_of(order) is OrderStatus.PAID
    assert (await Payment.get()).status is PaymentStatus.SUCCEEDED
    assert (await PaymentAttempt.get()).needs_review
    assert await Alert.filter(kind="payment_review", closed_at=None).count() == 1


async def test_an_unfinished_payment_frees_its_order(click: Click) -> None:
    order = await goods_order()
    prepared = await click.prepare(order)
    attempt = await PaymentAttempt.get()
    assert attempt.expires_at is not None and (attempt.expires_at - attempt.created_at).total_seconds() > 1_700
    await PaymentAttempt.all().update(expires_at=LONG_AGO)
    assert await expire_attempts() == 1
    assert (await click.complete(order, prepared))["error"] == -9  # no resurrection
    assert (await click.prepare(order))["error"] == 0


async def test_goods_come_back_when_nobody_pays(click: Click) -> None:
    order = await goods_order()
    await click.prepare(order)
    await Order.all().update(expires_at=LONG_AGO)
    assert await expire_orders() == 0  # Click holds it
    await PaymentAttempt.all().update(expires_at=LONG_AGO)
    assert (await expire_attempts(), await expire_orders()) == (1, 1)
    assert (await Variant.get()).reserved == 0
    assert (await click.prepare(order))["error"] == -9


async def test_money_for_an_order_that_was_called_off_is_taken_and_sent_back(click: Click) -> None:
    order = await goods_order()
    prepared = await click.prepare(order)
    await Order.filter(id=order.id).update(status=OrderStatus.CANCELLED)
    assert (await click.complete(order, prepared))["error"] == 0
    assert (await click.complete(order, prepared))["error"] == -4
    assert (await Payment.get()).status is PaymentStatus.SURPLUS
    assert (await Refund.get()).amount_uzs == order.total_uzs
    assert await status_of(order) is OrderStatus.CANCELLED
    assert await OutboxRow.filter(job="refund_payment").count() == 1
    assert not await OutboxRow.filter(job="fulfil_order").exists()


async def test_a_transaction_belongs_to_its_order(click: Click) -> None:
    order, other = await goods_order(), await goods_order()
    prepared = await click.prepare(order)
    assert (await click.complete(other, prepared))["error"] == -6
    assert (await click.complete(order, prepared, click_trans_id="1"))["error"] == -6
    assert (await click.prepare(other, click_trans_id=prepared["sent"]["click_trans_id"]))["error"] == -8
    for wrong in ("0", "-1", "x", "1.0", str(2**70)):
        assert (await click.complete(order, prepared, merchant_prepare_id=wrong))["error"] == -6
    assert await status_of(other) is OrderStatus.AWAITING_PAYMENT


async def test_amounts_are_exact(click: Click) -> None:
    order = await goods_order()
    total = order.total_uzs
    for wrong in (
        f"{total}.001",
        f"{total}.01",
        f"{total + 1}",
        f"-{total}",
        "0",
        f"{total}e0",
        "NaN",
        f" {total}",
        str(2**63),
        f"{total / 1000}e3",
    ):
        assert (await click.prepare(order, amount=wrong))["error"] == -2, wrong
    assert await nothing_moved(order)
    assert (await click.prepare(order, amount=f"{total}.0"))["error"] == 0


async def test_nonsense_changes_nothing(click: Click) -> None:
    order = await goods_order()
    fields = click.fields(order, "0")
    for name in fields:
        left = {key: value for key, value in fields.items() if key != name}
        assert json.loads(await click.raw("prepare", left))["error"] == -8
    assert json.loads(await click.send("prepare", urlencode(fields), "application/json"))["error"] == -8
    assert json.loads(await click.send("prepare", json.dumps(fields), "text/plain"))["error"] == -8
    assert json.loads(await click.send("prepare", b"\xff\xfe"))["error"] == -8
    assert json.loads(await click.send("prepare", urlencode(fields) + "&amount=1"))["error"] == -8
    assert json.loads(await click.send("prepare", b"x=" + b"1" * 70_000))["error"] == -8
    for name in ("amount", "merchant_trans_id", "click_trans_id", "sign_time", "service_id"):
        assert json.loads(await click.raw("prepare", fields | {name: fields[name] + "1"}))["error"] == -1
    for action in ("1", "2", "x"):
        changes = {"action": action, "merchant_prepare_id": "1"}
        assert (await click.prepare(order, **changes))["error"] == -3
    assert (await click.prepare(order, error="-1"))["error"] == -9
    assert (await click.prepare(order, merchant_trans_id="\0"))["error"] == -5
    assert await nothing_moved(order)


async def test_secret_free_logs(click: Click, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    order = await goods_order()
    prepared = await click.prepare(order)
    await click.complete(order, prepared)
    await click.prepare(order, sign_string="0" * 32)
    assert prepared["sent"]["sign_string"] not in caplog.text
    assert click.keys.secret_key.get_secret_value() not in caplog.text


async def test_order_insensitive(click: Click) -> None:
    """Whatever comes again or too early, the order is paid once or not at all."""
    order = await goods_order()
    fields: dict[str, Any] = click.fields(order, "1", merchant_prepare_id="1")
    assert json.loads(await click.raw("complete", fields))["error"] == -6
    prepared = await click.prepare(order)
    await asyncio.gather(click.complete(order, prepared), click.complete(order, prepared, error="-5017"))
    paid = await status_of(order) is OrderStatus.PAID
    assert await balance_of("clearing:click", "UZS") == (order.total_uzs if paid else 0)
    assert (await click.complete(order, prepared))["error"] == (-4 if paid else -9)
