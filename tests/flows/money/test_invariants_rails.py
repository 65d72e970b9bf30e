"""The rules of money by their names where providers call us: who is heard, in which order, and what is said of it."""

import itertools
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient

from bot.merchants import boxnow_keys, click_keys, payme_keys, stripe_keys
from bot.money.expiry import expire_attempts
from bot.money.fiscal_receipts import find_unpaired
from bot.money.ledger import balance_of, order_balances
from bot.money.payments import record_payment
from bot.rails.comparing import reconcile
from bot.rails.stripe.pages import stripe_checkout
from bot.services import Services
from db.alerts import Alert
from db.attempts import AttemptStatus, PaymentAttempt
from db.deliveries import Delivery
from db.fiscal import FiscalReceipt
from db.orders import OrderStatus
from db.payments import Payment
from db.refunds import Refund, RefundStatus
from tests.control import Control
from tests.flows.money.money_audit import assert_orders_agree
from tests.flows.money.money_world import paid
from tests.flows.money.test_invariants import status_of, world_rows
from tests.flows.parcels.parcel_world import asked, move
from tests.flows.rails.rails_world import HOURS_12, Click, Payme, goods_order, new_id, now_ms, open_callbacks
from webapp.callbacks.payme import CASHBOX

PAN = "8600123456784444"
Shop = TestClient[Any, Any]


@pytest_asyncio.fixture
async def shop(services: Services, playground: Control) -> AsyncIterator[Shop]:
    await playground.call("POST", "/rails/stripe/refunds", json={"mode": "succeeded"})
    async with open_callbacks(services) as client:
        yield client


async def test_auth_first(services: Services, shop: Shop) -> None:
    """AUTH_FIRST: without the right key nothing is read or written, and every order looks the same."""
    payme, click, order = Payme(shop, services), Click(shop, services), await goods_order()
    held = await payme.create(order)
    before = await world_rows()
    answers = set()
    for number in (order.number, "99999999"):
        params = {"amount": 1, "account": {"order_id": number}}
        for method in ("CheckPerformTransaction", "CreateTransaction"):
            answers.add(await payme.raw(method, "Basic UGF5Y29tOktFWQ==", id=new_id(), time=now_ms(), **params))
        fields = click.fields(order, "0", merchant_trans_id=number, click_trans_id="7") | {"sign_string": "0" * 32}
        told = json.loads(await click.raw("prepare", fields))
        answers.add(json.dumps({name: told[name] for name in ("error", "error_note")}).encode())
    for tx_id in (held["id"], new_id()):
        for method in ("PerformTransaction", "CancelTransaction", "CheckTransaction"):
            answers.add(await payme.raw(method, "Basic UGF5Y29tOktFWQ==", id=tx_id, reason=5))
    assert len(answers) == 2, "one answer of Payme's, one of Click's"
    for path, body in (("stripe", b'{"id":"evt_1"}'), ("boxnow", b'{"data":{"parcelId":"1"}}')):
        for headers in ({}, {"Stripe-Signature": f"t={now_ms() // 1000},v1={'0' * 64}"}):
            answer = await shop.post(f"/callbacks/{path}", data=body, headers=headers)
            assert answer.status in (400, 401)
    assert await world_rows() == before


@pytest.mark.parametrize("late", [0, 1])
async def test_timeout_edge(services: Services, shop: Shop, late: int) -> None:
    """TIMEOUT_EDGE: 43,200,000 ms after Payme's own time it may be paid, one millisecond later not."""
    payme, started = Payme(shop, services), now_ms() - 1_000
    swept, performed = await goods_order(), await goods_order()
    tx = [(await payme.create(order, time=started))["id"] for order in (swept, performed)]
    assert {attempt.expires_at for attempt in await PaymentAttempt.all()} == {
        datetime.fromtimestamp(started // 1000, UTC) + timedelta(milliseconds=started % 1000 + HOURS_12)
    }
    assert await expire_attempts() == 0
    shop.app[CASHBOX].now_ms = lambda: started + HOURS_12 + late
    told = await payme.ask("PerformTransaction", id=tx[1])
    assert told.get("code") == (-31008 if late else None)
    assert await status_of(performed) is (OrderStatus.AWAITING_PAYMENT if late else OrderStatus.PAID)
    await PaymentAttempt.filter(order_id=swept.id).update(expires_at=datetime.now(UTC) - timedelta(milliseconds=1))
    assert await expire_attempts() == 1
    state = await payme.ask("CheckTransaction", id=tx[0])
    assert (state["state"], state["reason"]) == (-1, 4)
    await assert_orders_agree([swept, performed])


async def test_statement_complete(services: Services, shop: Shop) -> None:
    """STATEMENT_COMPLETE: the statement is what is stored, all states and nothing else; a gap in the books is told."""
    payme, since = Payme(shop, services), datetime.now(UTC) - timedelta(minutes=5)
    made = [await payme.create(await goods_order()) for _ in range(4)]
    await payme.create(await goods_order(), amount=100)  # refused: it is not in the statement
    await payme.ask("CancelTransaction", id=made[1]["id"], reason=3)
    for place in (2, 3):
        await payme.ask("PerformTransaction", id=made[place]["id"])
    await payme.ask("CancelTransaction", id=made[3]["id"], reason=5)
    rows = (await payme.ask("GetStatement", **{"from": 0, "to": now_ms()}))["transactions"]
    stored = await PaymentAttempt.filter(provider="payme").order_by("provider_time_ms", "id")
    assert [(row["id"], row["transaction"]) for row in rows] == [(one.provider_tx_id, str(one.id)) for one in stored]
    assert sorted(row["state"] for row in rows) == [-2, -1, 1, 2]
    soon = datetime.now(UTC) + timedelta(minutes=1)
    assert (await reconcile(services, "payme", since, soon)).differences == []
    await PaymentAttempt.filter(provider_tx_id=made[2]["id"]).update(status=AttemptStatus.CANCELLED)
    assert (await reconcile(services, "payme", since, soon)).differences
    assert await Alert.filter(kind="reconciliation", closed_at=None).count() == 1


RECEIPT = {
    "receipt_id": 121,
    "status_code": 0,
    "message": "accepted",
    "terminal_id": "EP000000000025",
    "fiscal_sign": "800031554082",
    "qr_code_url": "https://ofd.example/1",
    "date": "20261122221021",
}


async def test_fiscal_paired(services: Services, shop: Shop) -> None:
    """FISCAL_PAIRED: each payment has its receipt and each refund its own, or an alert is open about it."""
    payme = Payme(shop, services)
    made = [(await payme.create(await goods_order()))["id"] for _ in range(4)]
    for tx_id in made:
        await payme.ask("PerformTransaction", id=tx_id)
    for tx_id in made[2:]:
        await payme.ask("CancelTransaction", id=tx_id, reason=5)
    for tx_id, kind in ((made[0], "PERFORM"), (made[2], "PERFORM"), (made[2], "CANCEL"), (made[3], "PERFORM")):
        assert await payme.ask("SetFiscalData", id=tx_id, type=kind, fiscal_data=RECEIPT) == {"success": True}
    assert await find_unpaired() == 0, "an hour is theirs"
    old = datetime.now(UTC) - timedelta(hours=2)
    await Payment.all().update(created_at=old)
    await Refund.all().update(finished_at=old)
    assert await find_unpaired() == 2
    await find_unpaired()
    assert await Alert.filter(kind="fiscal", closed_at=None).count() == 2
    await _expect_paired_receipts()
    for tx_id, kind in ((made[1], "PERFORM"), (made[3], "CANCEL")):
        await payme.ask("SetFiscalData", id=tx_id, type=kind, fiscal_data=RECEIPT)
    assert await find_unpaired() == 0 and not await Alert.filter(closed_at=None).exists()
    await _expect_paired_receipts()


async def _expect_paired_receipts() -> None:
    wanted = [(payment.id, "PERFORM") for payment in await Payment.all()]
    done = Refund.filter(status=RefundStatus.SUCCEEDED)
    wanted += [(refund.payment_id, "CANCEL") for refund in await done]
    for payment_id, kind in wanted:
        kept = await FiscalReceipt.filter(payment_id=payment_id, kind=kind, status_code=0).count()
        told = await Alert.filter(key=f"fiscal:{payment_id}:{kind}", closed_at=None).count()
        assert kept + told == 1


async def test_order_insensitive(services: Services, playground: Control, shop: Shop) -> None:
    """ORDER_INSENSITIVE: a payment and its refund at Stripe, told in every order and twice, end the same."""
    ends = []
    for turn in range(6):
        order = await goods_order()
        known = {event["id"] for event in await _stripe_events(playground)}
        url = await stripe_checkout(services, order, "ru", "http://127.0.0.1/orders")
        for action in ("pay", "refund"):
            await playground.call("POST", "/rails/stripe/pay", json={"url": url, "action": action, "delivery": "reset"})
        told = [event["id"] for event in await _stripe_events(playground) if event["id"] not in known]
        assert len(told) >= 2
        orders = list(itertools.permutations(told))
        for event_id in [*orders[turn * len(orders) // 6], *told]:
            await playground.call("POST", f"/rails/stripe/events/{event_id}/send", json={})
        books = {account: amount for account, amount in (await order_balances(order.id)).items() if amount}
        tries = [attempt.status for attempt in await PaymentAttempt.filter(order_id=order.id)]
        ends.append((await status_of(order), books, tries))
        await assert_orders_agree([order])
    assert all(end == ends[0] for end in ends), ends
    assert ends[0][0] is OrderStatus.REFUNDED


async def _stripe_events(playground: Control) -> list[dict[str, Any]]:
    return list(await playground.call("GET", "/rails/stripe/objects", params={"object": "event"}))


@pytest.mark.parametrize("turn", list(itertools.permutations(range(3))))
async def test_order_insensitive_over_rails(services: Services, shop: Shop, turn: tuple[int, ...]) -> None:
    """ORDER_INSENSITIVE: whichever rail's word comes first and however often, one payment stays and the rest goes."""
    payme, click, order = Payme(shop, services), Click(shop, services), await goods_order()
    prepared = await click.prepare(order)

    async def by_click() -> None:
        await click.complete(order, prepared)

    async def by_payme() -> None:
        await payme.create(order)

    async def by_telegram() -> None:
        await record_payment(paid(order, "tg-1", "telegram"))

    words = (by_click, by_payme, by_telegram)
    for place in [*turn, *turn]:
        await words[place]()
    assert await status_of(order) is OrderStatus.PAID
    assert await balance_of("clearing:click", "UZS") == order.total_uzs
    assert await balance_of("suspense:telegram", "UZS") == -order.total_uzs
    assert await balance_of("clearing:payme", "UZS") == 0
    await assert_orders_agree([order])


async def test_secret_free_logs(
    services: Services, playground: Control, shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    """SECRET_FREE_LOGS: keys, signatures, card numbers and the locker's PIN are in no line of any journey."""
    for library in ("tortoise", "asyncio"):  # tortoise is silenced by set_up_logs too
        caplog.set_level(logging.WARNING, logger=library)
    caplog.set_level(logging.DEBUG)
    payme, click, order = Payme(shop, services), Click(shop, services), await goods_order()
    tx = (await payme.create(order))["id"]
    await payme.ask("PerformTransaction", id=tx)
    await payme.ask("CheckPerformTransaction", amount=100, account={"order_id": PAN})
    await payme.raw("CheckTransaction", "Basic " + PAN, id=PAN)
    other = await goods_order()
    prepared = await click.prepare(other)
    await click.complete(other, prepared)
    await click.prepare(other, merchant_trans_id=PAN)
    await click.send("prepare", urlencode({"card": PAN}))
    third = await goods_order()
    url = await stripe_checkout(services, third, "ru", "http://127.0.0.1/orders")
    await playground.call("POST", "/rails/stripe/pay", json={"url": url})
    _, delivery = await asked(services, "boxnow")
    await move(playground, delivery.parcel_id, "final-destination", through=True)
    delivery = await Delivery.get(id=delivery.id)
    assert await status_of(third) is OrderStatus.PAID and delivery.parcel_pin, "the journeys went through"
    secrets = [*_secrets(services), payme.header.split()[1], prepared["sent"]["sign_string"], PAN, delivery.parcel_pin]
    written = "\n".join(record.getMessage() for record in caplog.records) + caplog.text
    assert not [secret for secret in secrets if secret in written]
    assert "stario" in written, "there is something to look through"


def _secrets(services: Services) -> list[str]:
    settings = services.settings
    payme, click, stripe, boxnow = (
        payme_keys(settings),
        click_keys(settings),
        stripe_keys(settings),
        boxnow_keys(settings),
    )
    assert payme is not None and click is not None and stripe is not None and boxnow is not None
    found = [
        payme.key,
        click.secret_key,
        stripe.secret_key,
        stripe.webhook_secret,
        boxnow.client_secret,
        boxnow.webhook_secret,
    ]
    return [secret.get_secret_value() for secret in found]
