"""Payme's sandbox list and what it does not list, against the web process: codes, repeats, money and books."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from bot.money.expiry import expire_attempts, expire_orders
from bot.money.fiscal_receipts import find_unpaired
from bot.money.ledger import balance_of
from bot.services import Services
from db.alerts import Alert
from db.attempts import AttemptStatus, PaymentAttempt
from db.fiscal import FiscalReceipt
from db.orders import Order, OrderStatus
from db.outbox import OutboxRow
from db.payments import Payment, PaymentStatus
from db.products import Variant
from db.refunds import Refund, RefundStatus
from db.videos import Video, VideoStatus
from tests.conftest import empty_world
from tests.flows.rails.rails_world import HOURS_12, Payme, goods_order, greeting_order, new_id, now_ms, open_callbacks
from webapp.callbacks.payme import CASHBOX


@pytest_asyncio.fixture
async def payme(opened: Services) -> AsyncIterator[Payme]:
    await empty_world(opened)
    async with open_callbacks(opened) as client:
        yield Payme(client, opened)


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


async def status_of(order: Order) -> OrderStatus:
    return (await Order.get(id=order.id)).status


async def nothing_moved(order: Order) -> bool:
    return not await PaymentAttempt.exists() and await status_of(order) is OrderStatus.AWAITING_PAYMENT


def params_of(order: Order) -> dict[str, Any]:
    return {"amount": order.total_uzs * 100, "account": {"order_id": order.number}}


# --- the sandbox's first scenario ---


@pytest.mark.parametrize(
    "method",
    [
        "CheckPerformTransaction",
        "CreateTransaction",
        "PerformTransaction",
        "CancelTransaction",
        "CheckTransaction",
        "GetStatement",
        "SetFiscalData",
        "ChangePassword",
        "Nonsense",
    ],
)
async def test_a_stranger_hears_nothing_but_no(payme: Payme, method: str) -> None:
    order = await goods_order()
    for header in (
        "",
        "Basic",
        "Basic UGF5Y29tOktFWQ==",
        payme.header[:-2],
        payme.header + "=",
        "Bearer x",
        payme.header.replace("Basic", "Digest"),
        "Basic ÿÿ",
    ):
        told = json.loads(await payme.raw(method, header, **params_of(order), id=new_id(), time=now_ms()))
        assert (told["error"]["code"], told["id"]) == (-32504, 17)
        assert set(told["error"]["message"]) == {"ru", "uz", "en"}
    assert json.loads(await payme.send(b"{", ""))["error"]["code"] == -32504
    assert await nothing_moved(order)


async def test_the_sandbox_list_until_a_cancelled_transaction(payme: Payme) -> None:
    order = await goods_order()
    params = params_of(order)
    for method in ("CheckPerformTransaction", "CreateTransaction"):
        more = {"id": new_id(), "time": now_ms()} if method == "CreateTransaction" else {}
        assert (await payme.ask(method, **params | {"amount": 1100}, **more))["code"] == -31001
        nobody = await payme.ask(method, **params | {"account": {"order_id": "nobody"}}, **more)
        assert (nobody["code"], nobody["data"]) == (-31050, "order_id")
    allowed = await payme.ask("CheckPerformTransaction", **params)
    assert allowed["allow"] is True
    asked = {"id": new_id(), "time": now_ms(), **params}
    first = await payme.raw("CreateTransaction", **asked)
    assert await payme.raw("CreateTransaction", **asked) == first
    created = json.loads(first)["result"]
    assert created["state"] == 1 and isinstance(created["transaction"], str)
    told = await payme.ask("CheckTransaction", id=asked["id"])
    assert told == {
        "create_time": created["create_time"],
        "perform_time": 0,
        "cancel_time": 0,
        "transaction": created["transaction"],
        "state": 1,
        "reason": None,
    }
    assert (await payme.create(order))["code"] == -31008
    assert (await payme.ask("CheckPerformTransaction", **params))["code"] == -31008
    cancelled = await payme.raw("CancelTransaction", id=asked["id"], reason=3)
    assert await payme.raw("CancelTransaction", id=asked["id"], reason=3) == cancelled
    assert json.loads(cancelled)["result"]["state"] == -1
    assert (await payme.ask("CheckTransaction", id=asked["id"]))["reason"] == 3
    assert (await payme.ask("PerformTransaction", id=asked["id"]))["code"] == -31008
    assert (await payme.ask("CreateTransaction", **asked))["code"] == -31008
    assert (await payme.create(order))["state"] == 1  # the order is free again
    assert await status_of(order) is OrderStatus.AWAITING_PAYMENT


# --- the second ---


async def test_the_sandbox_list_until_a_refund(payme: Payme) -> None:
    order = await goods_order()
    tx = (await payme.create(order))["id"]
    paid = await payme.raw("PerformTransaction", id=tx)
    assert await payme.raw("PerformTransaction", id=tx) == paid
    assert json.loads(paid)["result"]["state"] == 2
    assert await status_of(order) is OrderStatus.PAID
    assert await balance_of("clearing:payme", "UZS") == order.total_uzs
    assert await OutboxRow.filter(job="fulfil_order").count() == 1
    assert (await payme.create(order))["code"] == -31008
    assert (await payme.ask("CheckPerformTransaction", **params_of(order)))["code"] == -31008
    back = await payme.raw("CancelTransaction", id=tx, reason=5)
    assert await payme.raw("CancelTransaction", id=tx, reason=5) == back
    assert json.loads(back)["result"]["state"] == -2
    assert (await payme.ask("PerformTransaction", id=tx))["code"] == -31008
    assert await status_of(order) is OrderStatus.REFUNDED
    assert await balance_of("clearing:payme", "UZS") == 0
    refund = await Refund.get()
    assert (refund.amount_uzs, refund.status) == (order.total_uzs, RefundStatus.SUCCEEDED)
    told = await payme.ask("CheckTransaction", id=tx)
    assert (told["state"], told["reason"]) == (-2, 5) and told["cancel_time"] >= told["perform_time"] > 0


async def test_what_the_buyer_has_is_not_cancelled(payme: Payme) -> None:
    order = await goods_order()
    tx = (await payme.create(order))["id"]
    await payme.ask("PerformTransaction", id=tx)
    await Order.filter(id=order.id).update(status=OrderStatus.FULFILLED)
    assert (await payme.ask("CancelTransaction", id=tx, reason=5))["code"] == -31007
    assert (await Payment.get()).status is PaymentStatus.SUCCEEDED
    assert not await Refund.exists()


async def test_a_refund_that_our_staff_asked_for_ends_with_payme(payme: Payme) -> None:
    from bot.money.payments import refund_order

    order = await goods_order()
    tx = (await payme.create(order))["id"]
    await payme.ask("PerformTransaction", id=tx)
    await refund_order(await Order.get(id=order.id), "payme-refund-reason")
    assert (await payme.ask("CheckTransaction", id=tx))["state"] == 2  # Payme has not sent it back yet
    assert (await payme.ask("CancelTransaction", id=tx, reason=5))["state"] == -2
    assert (await Refund.get()).status is RefundStatus.SUCCEEDED
    assert await status_of(order) is OrderStatus.REFUNDED


# --- time ---


@pytest.mark.parametrize(("late", "paid"), [(0, True), (1, False)])
async def test_timeout_edge(payme: Payme, late: int, paid: bool) -> None:
    order, started = await goods_order(), now_ms()
    tx = (await payme.create(order, time=started))["id"]
    payme.client.app[CASHBOX].now_ms = lambda: started + HOURS_12 + late
    told = await payme.ask("PerformTransaction", id=tx)
    assert told.get("state") == 2 if paid else told.get("code") == -31008
    state = await payme.ask("CheckTransaction", id=tx)
    assert (state["state"], state["reason"]) == ((2, None) if paid else (-1, 4))
    assert await status_of(order) is (OrderStatus.PAID if paid else OrderStatus.AWAITING_PAYMENT)


async def test_a_late_repeat_of_create_ends_the_transaction(payme: Payme) -> None:
    order, started = await goods_order(), now_ms()
    created = await payme.create(order, time=started)
    asked = {"id": created["id"], "time": started, **params_of(order)}
    payme.client.app[CASHBOX].now_ms = lambda: started + HOURS_12
    assert (await payme.ask("CreateTransaction", **asked))["state"] == 1
    payme.client.app[CASHBOX].now_ms = lambda: started + HOURS_12 + 1
    assert (await payme.ask("CreateTransaction", **asked))["code"] == -31008
    assert (await payme.ask("CheckTransaction", id=created["id"]))["reason"] == 4


async def test_a_transaction_that_is_older_than_its_life_is_not_made(payme: Payme) -> None:
    order = await goods_order()
    assert (await payme.create(order, time=now_ms() - HOURS_12 - 1))["code"] == -31008
    assert await nothing_moved(order)


async def test_our_own_clock_waits_for_payme(payme: Payme) -> None:
    order = await goods_order()
    tx = (await payme.create(order))["id"]
    await Order.filter(id=order.id).update(expires_at=LONG_AGO)
    assert (await expire_attempts(), await expire_orders()) == (0, 0)
    assert (await payme.ask("PerformTransaction", id=tx))["state"] == 2


async def test_the_sweep_ends_what_payme_left_and_gives_the_goods_back(payme: Payme) -> None:
    order = await goods_order()
    tx = (await payme.create(order))["id"]
    await PaymentAttempt.all().update(expires_at=LONG_AGO)
    await Order.filter(id=order.id).update(expires_at=LONG_AGO)
    assert (await expire_attempts(), await expire_orders()) == (1, 1)
    assert (await payme.ask("CheckTransaction", id=tx))["state"] == -1
    assert (await payme.ask("PerformTransaction", id=tx))["code"] == -31008
    assert (await Variant.get()).reserved == 0
    assert (await payme.ask("CheckPerformTransaction", **params_of(order)))["code"] == -31008


# --- nonsense ---


@pytest.mark.parametrize("amount", [0, -100, 1, 101, 2**63, 2**63 - 8, 2**70, 100])
async def test_amounts_that_are_none(payme: Payme, amount: int) -> None:
    order = await goods_order()
    assert (await payme.create(order, amount=amount))["code"] == -31001
    assert (await payme.ask("CheckPerformTransaction", **params_of(order) | {"amount": amount}))["code"] == -31001
    assert await nothing_moved(order)


@pytest.mark.parametrize("amount", ["15399900", 15399900.0, True, None, [], {}])
async def test_amounts_of_a_wrong_type(payme: Payme, amount: Any) -> None:
    order = await goods_order()
    assert (await payme.create(order, amount=amount))["code"] == -32600
    assert await nothing_moved(order)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", -32700),
        (b"{", -32700),
        (b"\xff", -32700),
        (b'{"id": NaN}', -32700),
        (b"[" * 9_000, -32700),
        (b"[]", -32600),
        (b"null", -32600),
        (b'"x"', -32600),
        (b'[{"method":"CheckTransaction"}]', -32600),
        (b'{"id":1,"params":{}}', -32600),
        (b'{"id":1,"method":"CheckTransaction"}', -32600),
        (b'{"id":1,"method":7,"params":{}}', -32600),
        (b'{"id":1,"method":"CheckTransaction","params":[]}', -32600),
        (b'{"id":1,"method":"CheckTransaction","params":{}}', -32600),
        (b'{"id":1,"method":"CheckTransaction","params":{"id":7}}', -32600),
        (b'{"id":1,"method":"CheckTransaction","params":{"id":"a\\u0000"}}', -32600),
        (b'{"id":1,"method":"CheckTransaction","params":{"id":"unknown"}}', -31003),
        (b'{"id":1,"method":"PerformTransaction","params":{"id":"unknown"}}', -31003),
        (b'{"id":1,"method":"CancelTransaction","params":{"id":"unknown","reason":1}}', -31003),
        (b'{"id":1,"method":"CancelTransaction","params":{"id":"unknown"}}', -32600),
        (b'{"id":1,"method":"ChangePassword","params":{"password":"x"}}', -32601),
        (b'{"id":1,"method":"GetStatement","params":{"from":"0","to":1}}', -32600),
        (b'{"id":1,"method":"X","params":{"x":"' + b"x" * 70_000 + b'"}}', -32600),
    ],
)
async def test_nonsense_has_a_code_and_http_200(payme: Payme, body: bytes, code: int) -> None:
    assert json.loads(await payme.send(body))["error"]["code"] == code


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_only_post_is_a_call(payme: Payme, method: str) -> None:
    assert json.loads(await payme.send(b"", method=method))["error"]["code"] == -32300


@pytest.mark.parametrize("account", [{}, {"order_id": None}, {"order_id": 5}, {"order_id": "\0"}, {"id": "1"}])
async def test_an_account_that_names_no_order(payme: Payme, account: Any) -> None:
    told = await payme.ask("CheckPerformTransaction", amount=100, account=account)
    assert (told["code"], told["data"]) == (-31050, "order_id")
    assert set(told["message"]) == {"ru", "uz", "en"}


async def test_what_breaks_inside_is_minus_32400_and_says_nothing(
    payme: Payme, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise RuntimeError("the vault's number is 42")

    monkeypatch.setattr("bot.rails.payme.merchant_api._find", broken)
    told = await payme.raw("CheckTransaction", id=new_id())
    assert json.loads(told)["error"]["code"] == -32400
    assert b"vault" not in told


async def test_secret_free_logs(payme: Payme, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    order = await goods_order()
    await payme.create(order)
    await payme.raw("CheckTransaction", "Basic UGF5Y29tOlNFQ1JFVA==", id="x")
    secret = payme.header.removeprefix("Basic ")
    assert secret not in caplog.text and "UGF5Y29tOlNFQ1JFVA" not in caplog.text and "opens-nothing" not in caplog.text


# --- races and repeats ---


async def test_one_active_attempt(payme: Payme) -> None:
    order = await goods_order()
    told = await asyncio.gather(*(payme.create(order) for _ in range(8)))
    assert sorted(int(answer.get("state", answer.get("code", 0))) for answer in told) == [-31008] * 7 + [1]
    assert await PaymentAttempt.filter(status=AttemptStatus.PENDING).count() == 1


async def test_the_same_call_eight_times_at_once_is_one_answer(payme: Payme) -> None:
    order = await goods_order()
    asked = {"id": new_id(), "time": now_ms(), **params_of(order)}
    assert len(set(await asyncio.gather(*(payme.raw("CreateTransaction", **asked) for _ in range(8))))) == 1
    assert len(set(await asyncio.gather(*(payme.raw("PerformTransaction", id=asked["id"]) for _ in range(8))))) == 1
    cancel = [payme.raw("CancelTransaction", id=asked["id"], reason=5) for _ in range(8)]
    assert len(set(await asyncio.gather(*cancel))) == 1
    assert (await Payment.all().count(), await Refund.all().count()) == (1, 1)
    assert await balance_of("clearing:payme", "UZS") == 0


async def test_perform_and_cancel_at_once_agree(payme: Payme) -> None:
    for _ in range(5):
        order = await goods_order()
        tx = (await payme.create(order))["id"]
        await asyncio.gather(payme.ask("PerformTransaction", id=tx), payme.ask("CancelTransaction", id=tx, reason=3))
        state = (await payme.ask("CheckTransaction", id=tx))["state"]
        expected = OrderStatus.AWAITING_PAYMENT if state == -1 else OrderStatus.REFUNDED
        assert state < 0 and await status_of(order) is expected
    assert await balance_of("clearing:payme", "UZS") == 0


async def test_a_known_id_for_another_order_or_amount_is_refused(payme: Payme) -> None:
    order, other = await goods_order(), await goods_order()
    created = await payme.create(order)
    assert (await payme.create(other, id=created["id"]))["code"] == -31050
    assert (await payme.create(order, id=created["id"], amount=100))["code"] == -31001
    assert await PaymentAttempt.all().count() == 1


# --- statement and receipts ---


async def test_statement_complete(payme: Payme) -> None:
    base = now_ms() - 1_000
    orders = [await goods_order() for _ in range(4)]
    made = [await payme.create(order, time=base + 10 * (3 - place)) for place, order in enumerate(orders)]
    await payme.ask("PerformTransaction", id=made[1]["id"])
    await payme.ask("CancelTransaction", id=made[2]["id"], reason=3)
    await payme.ask("PerformTransaction", id=made[3]["id"])
    await payme.ask("CancelTransaction", id=made[3]["id"], reason=5)
    rows = (await payme.ask("GetStatement", **{"from": base, "to": base + 30}))["transactions"]
    assert [row["state"] for row in rows] == [-2, -1, 2, 1]
    assert [row["id"] for row in rows] == [one["id"] for one in reversed(made)]
    for row, order in zip(rows, reversed(orders), strict=True):
        assert (row["amount"], row["account"]) == (order.total_uzs * 100, {"order_id": order.number})
        told = await payme.ask("CheckTransaction", id=row["id"])
        assert told == {name: row[name] for name in told}
    inner = (await payme.ask("GetStatement", **{"from": base + 1, "to": base + 29}))["transactions"]
    assert len(inner) == 2
    assert (await payme.ask("GetStatement", **{"from": base + 31, "to": base}))["transactions"] == []
    assert (await payme.ask("GetStatement", **{"from": -(2**70), "to": 2**70}))["transactions"] == rows


RECEIPT = {
    "receipt_id": 121,
    "status_code": 0,
    "message": "accepted",
    "terminal_id": "EP000000000025",
    "fiscal_sign": "800031554082",
    "qr_code_url": "https://ofd.example/1",
    "date": "20261122221021",
}


async def test_both_receipts_are_kept(payme: Payme) -> None:
    order = await goods_order()
    tx = (await payme.create(order))["id"]
    assert (await payme.ask("SetFiscalData", id=tx, type="PERFORM", fiscal_data=RECEIPT))["code"] == -32001
    await payme.ask("PerformTransaction", id=tx)
    for kind in ("PERFORM", "CANCEL"):
        for number in (121, 121, "122"):
            told = await payme.ask("SetFiscalData", id=tx, type=kind, fiscal_data=RECEIPT | {"receipt_id": number})
            assert told == {"success": True}
    assert await FiscalReceipt.filter(kind="PERFORM").count() == await FiscalReceipt.filter(kind="CANCEL").count() == 2
    assert not await Alert.exists()


async def test_a_refused_receipt_is_an_alert_until_a_good_one_comes(payme: Payme) -> None:
    order = await goods_order()
    tx = (await payme.create(order))["id"]
    await payme.ask("PerformTransaction", id=tx)
    bad = RECEIPT | {"receipt_id": None, "status_code": 17, "message": "no such code"}
    assert (await payme.ask("SetFiscalData", id=tx, type="PERFORM", fiscal_data=bad))["success"] is True
    assert (await Alert.get()).closed_at is None
    await payme.ask("SetFiscalData", id=tx, type="PERFORM", fiscal_data=RECEIPT)
    assert (await Alert.get()).closed_at is not None


@pytest.mark.parametrize(
    "changes", [{"type": "OTHER"}, {"type": None}, {"fiscal_data": []}, {"fiscal_data": {"message": "\0"}}, {"id": 1}]
)
async def test_receipts_that_make_no_sense(payme: Payme, changes: Any) -> None:
    asked = {"id": new_id(), "type": "PERFORM", "fiscal_data": RECEIPT} | changes
    assert (await payme.ask("SetFiscalData", **asked))["code"] == -32602


async def test_fiscal_paired(payme: Payme) -> None:
    """A payment or a refund without its receipt is told to the staff after an hour, once, until it comes."""
    order = await goods_order()
    tx = (await payme.create(order))["id"]
    await payme.ask("PerformTransaction", id=tx)
    assert await find_unpaired() == 0  # Payme has an hour
    await Payment.all().update(created_at=LONG_AGO)
    assert (await find_unpaired(), await find_unpaired()) == (1, 0)
    await payme.ask("CancelTransaction", id=tx, reason=5)
    await Refund.all().update(finished_at=LONG_AGO)
    assert await find_unpaired() == 1
    assert await Alert.filter(kind="fiscal", closed_at=None).count() == 2
    for kind in ("PERFORM", "CANCEL"):
        await payme.ask("SetFiscalData", id=tx, type=kind, fiscal_data=RECEIPT)
    assert await find_unpaired() == 0
    assert not await Alert.filter(kind="fiscal", closed_at=None).exists()


async def test_a_greeting_whose_money_went_back_is_not_made(payme: Payme) -> None:
    placed = await greeting_order()
    (line,) = (await payme.ask("CheckPerformTransaction", **params_of(placed.order)))["detail"]["items"]
    assert (line["price"], line["count"], len(line["code"])) == (3_000_000, 1, 17)
    tx = (await payme.create(placed.order))["id"]
    await payme.ask("PerformTransaction", id=tx)
    assert (await Video.get(id=placed.video.id)).status is VideoStatus.QUEUED
    assert (await payme.ask("CancelTransaction", id=tx, reason=5))["state"] == -2
    assert (await Video.get(id=placed.video.id)).status is VideoStatus.REFUSED
    assert await status_of(placed.order) is OrderStatus.REFUNDED


async def test_fiscal_lines_come_to_the_amount(payme: Payme) -> None:
    order = await goods_order(discount=1_001)
    detail = (await payme.ask("CheckPerformTransaction", **params_of(order)))["detail"]
    items = detail["items"]
    assert sum(item["price"] * item["count"] - item.get("discount", 0) for item in items) == order.total_uzs * 100
    assert items[0] | {"title": ""} == {
        "title": "",
        "price": 4_500_000,
        "count": 3,
        "code": "06912001001000000",
        "package_code": "1209885",
        "vat_percent": 12,
        "discount": 100_100,
    }
    assert items[1]["price"] == 2_000_000 and items[1]["count"] == 1
