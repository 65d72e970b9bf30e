"""Stripe from a pay page to the books and back: signatures, repeats, any order of events, refunds to their end."""

import asyncio
import itertools
import json
import logging
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient

from bot.adapters.stripe import NewSession, Session, StripeRail
from bot.errors import Conflict, Unavailable
from bot.merchants import stripe_keys
from bot.money.expiry import close_unpaid
from bot.money.ledger import order_balances
from bot.money.payments import record_payment, refund_order
from bot.rails.stripe.pages import order_lines, stripe_checkout
from bot.services import Services
from db.alerts import Alert
from db.attempts import AttemptStatus, PaymentAttempt
from db.inbox import ProviderEvent
from db.orders import Order, OrderStatus
from db.payments import Payment, PaymentStatus
from db.refunds import Refund, RefundStatus
from tests.control import Control
from tests.flows.money.money_world import paid
from tests.flows.rails.rails_world import goods_order, open_callbacks
from webapp.playground.rails.stripe.events import sign_body
from workers.chores.close_link import close_link
from workers.chores.poll_stripe import look_once
from workers.chores.refund_payment import refund_payment
from workers.rows import Bench

BACK = "http://127.0.0.1/orders"
AT_ONCE = timedelta()


@pytest_asyncio.fixture
async def shop(services: Services, playground: Control) -> AsyncIterator[TestClient[Any, Any]]:
    await playground.call("POST", "/rails/stripe/refunds", json={"mode": "succeeded"})
    async with open_callbacks(services) as client:
        yield client


async def open_page(services: Services) -> tuple[Order, str]:
    order = await goods_order()
    return order, await stripe_checkout(services, order, "ru", BACK)


async def act(playground: Control, url: str, action: str = "pay", delivery: str = "") -> dict[str, Any]:
    body = {"url": url, "action": action, "delivery": delivery}
    return dict(await playground.call("POST", "/rails/stripe/pay", json=body))


async def status_of(order: Order) -> OrderStatus:
    return (await Order.get(id=order.id)).status


async def events(playground: Control, session: str) -> list[dict[str, Any]]:
    told = await playground.call("GET", "/rails/stripe/objects", params={"object": "event"})
    return [event for event in told if event["data"]["object"]["id"] == session]


async def state(order: Order) -> dict[str, Any]:
    """Everything that must not depend on how events travelled."""
    attempts = await PaymentAttempt.filter(order_id=order.id).order_by("id")
    payments = await Payment.filter(order_id=order.id)
    return {
        "order": await status_of(order),
        "attempts": [attempt.status for attempt in attempts],
        "payments": sorted((payment.amount_uzs, payment.status.value) for payment in payments),
        "refunds": [refund.status for refund in await Refund.filter(payment__order_id=order.id)],
        "books": await order_balances(order.id),
    }


async def test_a_page_is_paid_and_the_order_with_it(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, url = await open_page(services)
    told = await act(playground, url)
    payment = await Payment.get(order_id=order.id)
    assert (payment.external_id, payment.amount_uzs) == (told["payment_intent"], order.total_uzs)
    assert payment.status is PaymentStatus.SUCCEEDED and await status_of(order) is OrderStatus.PAID
    attempt = await PaymentAttempt.get(id=payment.attempt_id)
    assert (attempt.status, attempt.provider_tx_id) == (AttemptStatus.SUCCEEDED, told["session"])


async def test_two_taps_open_one_page(services: Services, shop: TestClient[Any, Any]) -> None:
    order = await goods_order()
    urls = await asyncio.gather(*(stripe_checkout(services, order, "uz", BACK) for _ in range(4)))
    assert len(set(urls)) == 1 and await PaymentAttempt.all().count() == 1
    assert await stripe_checkout(services, order, "uz", BACK) == urls[0]


async def test_a_page_after_an_outage_is_the_same(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    """The answer is lost on its way, then asked for again under the same key."""
    order = await goods_order()
    await playground.make_fault("lost_answer", "checkout.sessions.create", service="stripe", times=1)
    url = await stripe_checkout(services, order, "uz", BACK)
    sessions = await playground.call("GET", "/rails/stripe/objects", params={"object": "checkout.session"})
    assert [s["url"] for s in sessions if s["client_reference_id"] == order.number] == [url]


async def test_stripe_away_is_said_so(services: Services, playground: Control, shop: TestClient[Any, Any]) -> None:
    order = await goods_order()
    await playground.make_fault("500", "checkout.sessions.create", service="stripe", times=9)
    with pytest.raises(Unavailable, match="ops-rail-away"):
        await stripe_checkout(services, order, "uz", BACK)
    await playground.clear_faults()
    assert await stripe_checkout(services, order, "uz", BACK)


async def test_the_page_lists_the_total_to_the_som(services: Services) -> None:
    order = await goods_order()
    assert sum(line.amount_uzs for line in await order_lines(order, "en")) == order.total_uzs
    await Order.filter(id=order.id).update(discount_uzs=2_000, total_uzs=order.total_uzs - 999)
    changed = await Order.get(id=order.id)
    assert [line.amount_uzs for line in await order_lines(changed, "en")] == [changed.total_uzs]


async def test_a_paid_order_opens_no_page(services: Services, shop: TestClient[Any, Any]) -> None:
    order = await goods_order()
    await record_payment(paid(order, "elsewhere"))
    with pytest.raises(Conflict, match="payment-already-paid"):
        await stripe_checkout(services, order, "uz", BACK)


@pytest.mark.parametrize("spoil", ["none", "secret", "aged", "byte", "stamp", "junk", "ahead"])
async def test_AUTH_FIRST(
    services: Services, playground: Control, shop: TestClient[Any, Any], caplog: pytest.LogCaptureFixture, spoil: str
) -> None:
    caplog.set_level(logging.DEBUG)
    order, url = await open_page(services)
    await playground.call("POST", "/rails/stripe/pay", json={"url": url, "delivery": "reset"})
    session = url.rpartition("/")[2]
    paid_event = next(e for e in await events(playground, session) if e["type"].endswith("completed"))
    keys = stripe_keys(services.settings)
    assert keys is not None
    secret, now = keys.webhook_secret.get_secret_value(), int(time.time())
    body = json.dumps(paid_event).encode()
    signature = sign_body("whsec_other" if spoil == "secret" else secret, body, now - 301 * (spoil == "aged"))
    if spoil == "byte":
        body = body.replace(b'"livemode"', b'"livemodE"', 1)
    if spoil == "stamp":
        signature = signature.replace(f"t={now}", f"t={now - 1}")
    headers = {} if spoil == "none" else {"Stripe-Signature": "t=,v1=ё" if spoil == "junk" else signature}
    answer = await shop.post("/callbacks/stripe", data=body, headers=headers)
    assert answer.status == (200 if spoil == "ahead" else 400)
    if spoil != "ahead":
        assert not await ProviderEvent.filter(subject=session).exists() and not await Payment.all().exists()
        assert await status_of(order) is OrderStatus.AWAITING_PAYMENT
    assert secret not in caplog.text and keys.secret_key.get_secret_value() not in caplog.text


async def test_REPLAY_IDENTICAL(services: Services, playground: Control, shop: TestClient[Any, Any]) -> None:
    order, url = await open_page(services)
    await act(playground, url, delivery="duplicate")
    before = await state(order)
    for event in await events(playground, url.rpartition("/")[2]):
        await playground.call("POST", f"/rails/stripe/events/{event['id']}/send", json={"delivery": "duplicate"})
    assert await state(order) == before and before["payments"] == [(order.total_uzs, "succeeded")]
    kinds = await ProviderEvent.all().values_list("event_id", flat=True)
    assert len(kinds) == len(set(kinds))


async def test_the_same_event_at_once_is_taken_once(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, url = await open_page(services)
    await act(playground, url, delivery="reset")
    event = (await events(playground, url.rpartition("/")[2]))[0]
    await asyncio.gather(
        *(playground.call("POST", f"/rails/stripe/events/{event['id']}/send", json={}) for _ in range(6))
    )
    assert await Payment.all().count() == 1 and await status_of(order) is OrderStatus.PAID


async def test_ORDER_INSENSITIVE(services: Services, playground: Control, shop: TestClient[Any, Any]) -> None:
    """A bank's payment: begun, succeeded; its events in every order, each also twice."""
    ends = []
    for turn in itertools.permutations(range(2)):
        order, url = await open_page(services)
        await act(playground, url, "async", delivery="reset")
        told = await events(playground, url.rpartition("/")[2])
        assert {event["type"].rpartition(".")[2] for event in told} == {"completed", "async_payment_succeeded"}
        for place in [*turn, *turn]:
            await playground.call("POST", f"/rails/stripe/events/{told[place]['id']}/send", json={})
        found = await state(order)
        books = {account: amount for account, amount in found.pop("books").items() if amount}
        ends.append((found, books))
    assert ends[0] == ends[1] and ends[0][0]["order"] is OrderStatus.PAID


async def test_a_bank_that_is_slow_holds_the_order(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, url = await open_page(services)
    await act(playground, url, "hold")
    assert (await PaymentAttempt.get(order_id=order.id)).status is AttemptStatus.PENDING
    assert not await close_unpaid(order, OrderStatus.EXPIRED)
    await act(playground, url, "decline")
    assert (await PaymentAttempt.get(order_id=order.id)).status is AttemptStatus.FAILED
    assert await stripe_checkout(services, order, "uz", BACK) != url


async def test_a_session_that_ran_out_leaves_the_order_open(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, url = await open_page(services)
    await act(playground, url, "late")
    assert (await PaymentAttempt.get(order_id=order.id)).status is AttemptStatus.EXPIRED
    assert await status_of(order) is OrderStatus.AWAITING_PAYMENT


async def test_a_page_is_closed_when_the_order_is_paid_elsewhere(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, url = await open_page(services)
    await record_payment(paid(order, "elsewhere"))
    await close_link(Bench(services, "test"), str(order.id))
    assert (await act(playground, url))["status"] == "expired"
    assert await Payment.all().count() == 1


async def test_money_that_outran_the_closing_goes_back(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    """NO_RESURRECTION: the order was cancelled while its page was being paid."""
    order, url = await open_page(services)
    assert await close_unpaid(order, OrderStatus.CANCELLED)
    await act(playground, url)
    payment = await Payment.get(order_id=order.id)
    assert payment.status is PaymentStatus.SURPLUS and await status_of(order) is OrderStatus.CANCELLED
    refund = await Refund.get(payment_id=payment.id)
    await refund_payment(Bench(services, "test"), str(refund.id))
    assert (await Refund.get(id=refund.id)).status is RefundStatus.SUCCEEDED
    assert not any((await order_balances(order.id)).values())


async def test_no_event_at_all_is_found_by_looking(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, url = await open_page(services)
    await act(playground, url, delivery="reset")
    assert await status_of(order) is OrderStatus.AWAITING_PAYMENT
    await look_once(services, AT_ONCE)
    assert await status_of(order) is OrderStatus.PAID


async def test_a_page_nobody_closed_is_closed_by_looking(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, url = await open_page(services)
    await record_payment(paid(order, "elsewhere"))
    await look_once(services, AT_ONCE)
    assert (await act(playground, url))["status"] == "expired"


async def test_an_order_closed_while_its_page_is_made_has_no_page(
    services: Services, playground: Control, shop: TestClient[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await goods_order()
    create, closed = StripeRail.create_session, []

    async def slowly(rail: StripeRail, wanted: NewSession) -> Session:
        closed.append(await close_unpaid(order, OrderStatus.CANCELLED))
        return await create(rail, wanted)

    monkeypatch.setattr(StripeRail, "create_session", slowly)
    with pytest.raises(Unavailable):
        await stripe_checkout(services, order, "uz", BACK)
    assert closed == [True]
    sessions = await playground.call("GET", "/rails/stripe/objects", params={"object": "checkout.session"})
    assert [s["status"] for s in sessions if s["client_reference_id"] == order.number] == ["expired"]


async def refund_of(order: Order) -> Refund:
    fresh = await Order.get(id=order.id)
    await refund_order(fresh, "ops-refund-by-operator")
    return await Refund.get(payment__order_id=order.id)


@pytest.mark.parametrize("end", ["succeeded", "failed"])
async def test_a_refund_is_followed_to_its_end(
    services: Services, playground: Control, shop: TestClient[Any, Any], end: str
) -> None:
    order, url = await open_page(services)
    await act(playground, url)
    await playground.call("POST", "/rails/stripe/refunds", json={"mode": "pending"})
    refund = await refund_of(order)
    for _ in range(2):  # the job runs at least once
        await refund_payment(Bench(services, "test"), str(refund.id))
    sent = await Refund.get(id=refund.id)
    assert sent.status is RefundStatus.SENT and sent.external_id
    assert await status_of(order) is OrderStatus.PAID
    await playground.call("POST", f"/rails/stripe/refunds/{sent.external_id}/settle", json={"status": end})
    assert (await Refund.get(id=refund.id)).status == end
    refunded = end == "succeeded"
    assert await status_of(order) is (OrderStatus.REFUNDED if refunded else OrderStatus.PAID)
    assert await Alert.filter(text_key="alert-refund-failed").exists() is not refunded
    assert (await Payment.get(order_id=order.id)).refunding_uzs == (order.total_uzs if refunded else 0)


async def test_a_refund_nobody_told_us_about_is_adopted(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, url = await open_page(services)
    await act(playground, url)
    await act(playground, url, "refund")  # in Stripe's dashboard
    refund = await Refund.get(payment__order_id=order.id)
    assert refund.status is RefundStatus.SUCCEEDED and refund.amount_uzs == order.total_uzs
    assert await status_of(order) is OrderStatus.REFUNDED
    await refund_payment(Bench(services, "test"), str(refund.id))
    made = await playground.call("GET", "/rails/stripe/objects", params={"object": "refund"})
    intent = (await Payment.get(order_id=order.id)).external_id
    assert sum(one["payment_intent"] == intent for one in made) == 1


async def test_events_of_others_are_heard_and_forgotten(services: Services, shop: TestClient[Any, Any]) -> None:
    keys = stripe_keys(services.settings)
    assert keys is not None
    for thing in ({"object": "customer", "id": "cus_1"}, {"object": "checkout.session", "id": "cs_test_unknown"}):
        event = {"id": f"evt_{thing['id']}", "object": "event", "type": "x.y", "data": {"object": thing}}
        body = json.dumps(event).encode()
        header = sign_body(keys.webhook_secret.get_secret_value(), body, int(time.time()))
        answer = await shop.post("/callbacks/stripe", data=body, headers={"Stripe-Signature": header})
        assert answer.status == 200
    assert not await Payment.all().exists()


async def test_reconciliation_sees_both_sides(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    from bot.money.reconciliation import by_rows
    from bot.rails.stripe.reconciliation import stripe_rows

    order, url = await open_page(services)
    await act(playground, url)
    now = datetime.now(UTC)
    found = await by_rows("stripe", stripe_rows)(services, now - timedelta(hours=1), now + timedelta(minutes=1))
    mine = [one for one in found.differences if one.order_number == order.number]
    assert not mine and found.checked >= 1
    await Payment.filter(order_id=order.id).update(external_id="pi_lost")
    found = await by_rows("stripe", stripe_rows)(services, now - timedelta(hours=1), now + timedelta(minutes=1))
    kinds = {one.kind for one in found.differences if one.order_number == order.number}
    assert kinds == {"missing_here", "missing_there"}
