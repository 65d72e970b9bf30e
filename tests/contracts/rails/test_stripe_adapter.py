"""Our side of Stripe against its stand-in, through the official library."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import stripe
from pydantic import SecretStr

from bot.adapters.stripe import (
    BadEvent,
    Line,
    NewSession,
    StripeRail,
    StripeRefused,
    from_minor,
    open_stripe,
    read_event,
    to_minor,
)
from bot.errors import Unavailable
from bot.merchants import StripeKeys, stripe_keys
from tests.contracts.telegram.bot_api_house import House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    yield house
    await house.close()


def keys_of(house: House) -> StripeKeys:
    keys = stripe_keys(house.settings)
    assert keys is not None
    return keys


@pytest.fixture
async def rail(house: House) -> AsyncIterator[StripeRail]:
    async with open_stripe(keys_of(house)) as rail:
        yield rail


def wanted(key: str = "order:1:attempt:1:create", uzs: int = 50_000) -> NewSession:
    return NewSession(
        key,
        "1",
        "71000001",
        [Line("Futbolka × 1", uzs), Line("Yetkazib berish", 18_000)],
        "uz",
        "http://127.0.0.1/back",
        "http://127.0.0.1/back",
        datetime.now(UTC) + timedelta(minutes=40),
    )


async def test_a_session_from_open_to_refunded(house: House, rail: StripeRail) -> None:
    page = wanted()
    opened = await rail.create_session(page)
    assert (opened.status, opened.paid, opened.amount_uzs, opened.number) == ("open", False, 68_000, "71000001")
    assert await rail.create_session(page) == opened
    with pytest.raises(StripeRefused):
        await rail.create_session(replace(page, number="71000002"))
    await house.call("POST", "/control/rails/stripe/pay", session=opened.id)
    done = await rail.get_session(opened.id)
    assert done.paid and done.intent and done.intent_status == "succeeded"
    assert (await rail.expire_session(opened.id)).paid  # too late to close: told as it stands
    back = await rail.create_refund(done.intent, 68_000, "our-id")
    assert (back.status, back.amount_uzs, back.ours) == ("succeeded", 68_000, "our-id")
    assert await rail.create_refund(done.intent, 68_000, "our-id") == back
    with pytest.raises(StripeRefused, match="charge_already_refunded"):
        await rail.create_refund(done.intent, 1, "another")
    assert [one.id for one in await rail.list_refunds(done.intent)] == [back.id]
    now = datetime.now(UTC)
    listed = await rail.list_sessions(now - timedelta(minutes=5), now + timedelta(minutes=1))
    assert opened.id in [one.id for one in listed]
    refunds = await rail.list_refunds_between(now - timedelta(minutes=5), now + timedelta(minutes=1))
    assert back in refunds


async def test_lists_are_read_to_the_last_page(house: House, rail: StripeRail) -> None:
    for number in range(103):
        await rail.create_session(wanted(f"key-{number}"))
    now = datetime.now(UTC)
    assert len(await rail.list_sessions(now - timedelta(minutes=5), now + timedelta(minutes=1))) == 103


async def test_a_closed_page_is_expired(rail: StripeRail) -> None:
    opened = await rail.create_session(wanted())
    assert (await rail.expire_session(opened.id)).status == "expired"
    assert (await rail.expire_session(opened.id)).status == "expired"


async def test_wrong_keys_and_outages_are_told_apart(house: House, rail: StripeRail) -> None:
    async with open_stripe(replace(keys_of(house), secret_key=SecretStr("sk_test_wrong"))) as stranger:
        with pytest.raises(Unavailable):
            await stranger.get_session("cs_test_1")
    with pytest.raises(StripeRefused, match="resource_missing"):
        await rail.get_session("cs_test_1")


def test_MONEY_INT() -> None:
    for amount in (1, 50_000, 10**13):
        assert from_minor(to_minor(amount), "uzs") == amount
    assert from_minor(5_000_001, "uzs") is from_minor(5_000_000, "usd") is from_minor(None, "uzs") is None


def test_the_published_signature() -> None:
    keys = StripeKeys(SecretStr("sk_test_x"), SecretStr("whsec_test"), "http://127.0.0.1")
    told = stripe.WebhookSignature.generate_signature_header('{"id":"evt_1"}', "whsec_test", 1_700_000_000)
    assert told == "t=1700000000,v1=c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925"
    with pytest.raises(BadEvent):  # right, and far too old
        read_event(keys, b'{"id":"evt_1"}', told)
