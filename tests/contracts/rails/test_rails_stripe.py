"""Stripe's stand-in under the official library: sessions, refunds, signed events, idempotency, lists."""

import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import stripe

from tests.contracts.rails.rail_shop import Shop
from tests.contracts.telegram.bot_api_house import House

SECRET = "whsec_playground_opens_nothing"
BACK = "https://shop.example/done?session={CHECKOUT_SESSION_ID}"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    yield house
    await house.close()


@pytest.fixture
async def shop(house: House) -> AsyncIterator[Shop]:
    shop = await Shop(house.settings).open()
    yield shop
    await shop.close()


@pytest.fixture
async def client(house: House) -> AsyncIterator[stripe.StripeClient]:
    made = make_client(house)
    yield made
    await made._requestor._client.close_async()


def make_client(house: House, key: str = "sk_test_playground_opens_nothing") -> stripe.StripeClient:
    base: Any = {"api": f"{house.settings.playground_url}/stripe"}
    http = stripe.AIOHTTPClient()
    return stripe.StripeClient(key, base_addresses=base, http_client=http, max_network_retries=0)


def cart(amount: int = 5_000_000, **more: Any) -> Any:
    price = {"currency": "uzs", "unit_amount": amount, "product_data": {"name": "Futbolka"}}
    return {
        "mode": "payment",
        "line_items": [{"price_data": price, "quantity": 1}],
        "success_url": BACK,
        "cancel_url": "https://shop.example/cart",
        "client_reference_id": "ST-1",
        "metadata": {"order": "ST-1"},
        "payment_intent_data": {"metadata": {"order": "ST-1"}},
        **more,
    }


async def pay(house: House, session: Any, action: str = "pay", **more: Any) -> Any:
    return await house.call("POST", "/control/rails/stripe/pay", session=session.id, action=action, **more)


def events(client: stripe.StripeClient, shop: Shop) -> list[stripe.Event]:
    """What the shop was told; every signature is checked by the library."""
    return [
        client.construct_event(raw, headers["Stripe-Signature"], SECRET)
        for name, raw, headers in shop.raw
        if name == "stripe"
    ]


async def test_a_session_is_paid_and_the_shop_is_told(house: House, shop: Shop, client: stripe.StripeClient) -> None:
    session = await client.v1.checkout.sessions.create_async(cart())
    assert (session.status, session.payment_status, session.amount_total) == ("open", "unpaid", 5_000_000)
    async with house.http.get(str(session.url), headers={"Accept-Language": "ru"}) as page:
        assert page.status == 200 and "Оплатить" in await page.text()
    told = await pay(house, session)
    assert (told["status"], told["return_url"]) == ("paid", f"https://shop.example/done?session={session.id}")
    heard = events(client, shop)
    assert [event.type for event in heard] == ["payment_intent.succeeded", "checkout.session.completed"]
    assert heard[1].data.object["payment_status"] == "paid"
    again = await client.v1.checkout.sessions.retrieve_async(session.id, {"expand": ["payment_intent"]})
    assert again.payment_intent.amount_received == 5_000_000 and again.url is None  # type: ignore[union-attr]
    intent = await client.v1.payment_intents.retrieve_async(told["payment_intent"])
    assert intent.metadata["order"] == "ST-1" and intent.status == "succeeded"
    event = await client.v1.events.retrieve_async(heard[1].id)
    assert event.data.object["id"] == session.id


async def test_refunds_are_bounded_by_what_was_captured(house: House, shop: Shop, client: stripe.StripeClient) -> None:
    session = await client.v1.checkout.sessions.create_async(cart())
    intent = (await pay(house, session))["payment_intent"]
    part = await client.v1.refunds.create_async({"payment_intent": intent, "amount": 2_000_000, "metadata": {"n": "1"}})
    assert (part.status, part.amount, part.metadata and part.metadata["n"]) == ("succeeded", 2_000_000, "1")
    with pytest.raises(stripe.InvalidRequestError, match="greater than"):
        await client.v1.refunds.create_async({"payment_intent": intent, "amount": 3_000_001})
    rest = await client.v1.refunds.create_async({"payment_intent": intent})
    assert rest.amount == 3_000_000
    with pytest.raises(stripe.InvalidRequestError) as problem:
        await client.v1.refunds.create_async({"payment_intent": intent})
    assert problem.value.code == "charge_already_refunded"
    listed = await client.v1.refunds.list_async({"payment_intent": intent})
    assert [row.id for row in listed.data] == [rest.id, part.id]
    assert [event.type for event in events(client, shop)][2:] == ["refund.created", "charge.refunded"] * 2


@pytest.mark.parametrize("status", ["succeeded", "failed"])
async def test_a_refund_may_take_its_time(house: House, shop: Shop, client: stripe.StripeClient, status: str) -> None:
    session = await client.v1.checkout.sessions.create_async(cart())
    intent = (await pay(house, session))["payment_intent"]
    await house.call("POST", "/control/rails/stripe/refunds", mode="pending")
    refund = await client.v1.refunds.create_async({"payment_intent": intent})
    assert refund.status == "pending"
    with pytest.raises(stripe.InvalidRequestError):  # what is on its way counts
        await client.v1.refunds.create_async({"payment_intent": intent, "amount": 1})
    await house.call("POST", f"/control/rails/stripe/refunds/{refund.id}/settle", status=status)
    assert (await client.v1.refunds.retrieve_async(refund.id)).status == status
    assert "refund.updated" in [event.type for event in events(client, shop)]
    if status == "failed":
        assert (await client.v1.refunds.create_async({"payment_intent": intent})).amount == 5_000_000


async def test_a_key_is_good_for_one_request(house: House, client: stripe.StripeClient) -> None:
    options: Any = {"idempotency_key": "order:1:attempt:1:create"}
    first = await client.v1.checkout.sessions.create_async(cart(), options)
    again = await client.v1.checkout.sessions.create_async(cart(), options)
    assert first.id == again.id
    with pytest.raises(stripe.IdempotencyError):
        await client.v1.checkout.sessions.create_async(cart(6_000_000), options)
    assert len((await client.v1.checkout.sessions.list_async()).data) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"mode": "gift"},
        {"line_items": []},
        {"success_url": "nowhere"},
        {"expires_at": 60},
        {"surprise": "1"},
        {"client_reference_id": "x" * 201},
        {"metadata": {"k": "v" * 501}},
        {"line_items": [{"price_data": {"currency": "xyz", "unit_amount": 1, "product_data": {"name": "x"}}}]},
        {"line_items": [{"price_data": {"currency": "uzs", "unit_amount": "1.5", "product_data": {"name": "x"}}}]},
        {"line_items": [{"price_data": {"currency": "uzs", "unit_amount": 100, "product_data": {"name": "x"}}}]},
    ],
)
async def test_a_wrong_session_is_refused(client: stripe.StripeClient, wrong: Any) -> None:
    with pytest.raises(stripe.InvalidRequestError):
        await client.v1.checkout.sessions.create_async(cart(**wrong))


async def test_a_wrong_key_opens_nothing(house: House) -> None:
    stranger = make_client(house, "sk_test_else")
    with pytest.raises(stripe.AuthenticationError):
        await stranger.v1.checkout.sessions.list_async()
    await stranger._requestor._client.close_async()


async def test_every_other_ending(house: House, shop: Shop, client: stripe.StripeClient) -> None:
    session = await client.v1.checkout.sessions.create_async(cart())
    assert (await pay(house, session, "decline"))["status"] == "declined"
    left = await pay(house, session, "cancel")
    assert (left["status"], left["return_url"]) == ("left", "https://shop.example/cart")
    assert (await pay(house, session, "late"))["status"] == "expired"
    assert (await pay(house, session))["ok"] is False
    other = await client.v1.checkout.sessions.create_async(cart())
    assert (await pay(house, other, "hold"))["status"] == "processing"
    assert (await pay(house, other))["status"] == "paid"
    third = await client.v1.checkout.sessions.create_async(cart())
    assert (await pay(house, third, "async_fail"))["status"] == "failed"
    assert [event.type for event in events(client, shop)] == [
        "payment_intent.payment_failed",
        "checkout.session.expired",
        "checkout.session.completed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.completed",
        "checkout.session.async_payment_failed",
    ]


async def test_the_shop_may_end_a_session(house: House, shop: Shop, client: stripe.StripeClient) -> None:
    session = await client.v1.checkout.sessions.create_async(cart())
    assert (await client.v1.checkout.sessions.expire_async(session.id)).status == "expired"
    with pytest.raises(stripe.InvalidRequestError):
        await client.v1.checkout.sessions.expire_async(session.id)


async def test_lists_are_paged(client: stripe.StripeClient) -> None:
    made = [(await client.v1.checkout.sessions.create_async(cart())).id for _ in range(3)]
    page = await client.v1.checkout.sessions.list_async({"limit": 2, "created": {"gte": int(time.time()) - 60}})
    assert [row.id for row in page.data] == made[:0:-1] and page.has_more
    assert [row.id async for row in page.auto_paging_iter()] == made[::-1]
    assert not (await client.v1.checkout.sessions.list_async({"created": {"lt": 1_000_000_000}})).data


async def test_events_are_retried_doubled_and_reordered(
    house: House, shop: Shop, client: stripe.StripeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.playground.rails.event_line.RETRY_PAUSES", (0.01,))
    session = await client.v1.checkout.sessions.create_async(cart())
    await house.call("POST", "/control/faults", service="stripe", kind="reorder", method="payment_intent.succeeded")
    shop.answers = [500]
    await pay(house, session)
    await shop.wait_events(3)
    kinds = [event.type for event in events(client, shop)]
    assert kinds[:2] == ["checkout.session.completed", "payment_intent.succeeded"]
    assert kinds[2] == "checkout.session.completed"
    second = await client.v1.checkout.sessions.create_async(cart())
    await pay(house, second, delivery="duplicate")
    ids = [event.id for event in events(client, shop)][3:]
    assert len(ids) == 4 and len(set(ids)) == 2


@pytest.mark.parametrize("how", [{"age_seconds": 400}, {"tamper": True}])
async def test_bad_signatures_on_demand(
    house: House, shop: Shop, client: stripe.StripeClient, how: dict[str, Any]
) -> None:
    await pay(house, await client.v1.checkout.sessions.create_async(cart()))
    event = events(client, shop)[-1].id
    shop.raw.clear()
    async with house.http.post(f"/control/rails/stripe/events/{event}/send", json=how):
        pass
    _, raw, headers = shop.raw[-1]
    with pytest.raises(stripe.SignatureVerificationError):
        client.construct_event(raw, headers["Stripe-Signature"], SECRET)


@pytest.mark.parametrize("kind", ["500", "429", "lost_answer", "reset"])
async def test_the_api_fails_on_demand(house: House, client: stripe.StripeClient, kind: str) -> None:
    await house.call("POST", "/control/faults", service="stripe", kind=kind, method="checkout.sessions.create")
    options: Any = {"idempotency_key": "one"}
    with pytest.raises(stripe.StripeError):
        await client.v1.checkout.sessions.create_async(cart(), options)
    again = await client.v1.checkout.sessions.create_async(cart(), options)
    assert [row.id for row in (await client.v1.checkout.sessions.list_async()).data] == [again.id]
