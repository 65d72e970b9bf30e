"""Click's stand-in: exact signatures, the fifteen scenarios, and a Merchant API that refuses what Click refuses."""

import hashlib
import time
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from pydantic import SecretStr

from bot.merchants import ClickKeys
from tests.answers import expect_status
from tests.contracts.rails.rail_shop import Shop
from tests.contracts.telegram.bot_api_house import House
from webapp.playground.rails.click.books import TASHKENT, day_of, may_reverse
from webapp.playground.rails.click.shop import sign_fields

FIELDS = {
    "click_trans_id": "12345",
    "service_id": "777",
    "merchant_trans_id": "order-1",
    "amount": "50000.00",
    "action": "0",
    "sign_time": "2026-11-22 10:00:00",
}
ITEM = {
    "Name": "Futbolka dona",
    "SPIC": "1" * 17,
    "PackageCode": "1",
    "Price": 5_000_000,
    "Amount": 2,
    "GoodPrice": 2_500_000,
    "VAT": 535_714,
    "VATPercent": 12,
    "CommissionInfo": {"TIN": "123456789"},
}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    yield house
    await house.close()


@pytest.fixture
async def shop(house: House) -> AsyncIterator[Shop]:
    shop = await Shop(house.settings, {"ST-1": 50_000, "ST-2": 70_000, "ST-3": 90_000}).open()
    yield shop
    await shop.close()


def link(house: House, order: str = "ST-1", amount: str = "50000.00", **more: str) -> str:
    query = {"service_id": "70001", "merchant_id": "70002", "amount": amount, "transaction_param": order}
    return f"{house.settings.playground_url}/click/services/pay?{urlencode(query | more)}"


async def pay(house: House, action: str = "pay", url: str = "", **more: Any) -> Any:
    return await house.call("POST", "/control/rails/click/pay", url=url or link(house), action=action, **more)


async def ask(house: House, method: str, path: str, status: int = 200, auth: str = "", **body: Any) -> Any:
    moment = str(int(time.time()))
    digest = hashlib.sha1(f"{moment}playground-click-secret-opens-nothing".encode()).hexdigest()
    headers = {"Auth": auth or f"70003:{digest}:{moment}", "Accept": "application/json"}
    url = f"/click/v2/merchant/{path}"
    options = {"json": body} if method == "POST" else {}
    async with house.http.request(method, url, headers=headers, **options) as answer:
        await expect_status(answer, status)
        return await answer.json()


def errors(told: Any) -> list[tuple[str, int]]:
    return [(step["call"], step["answer"]["error"]) for step in told["steps"]]


@pytest.mark.parametrize(
    ("more", "sign"),
    [
        ({}, "36810e3e42bc3c2070b597473a779252"),
        (
            {"action": "1", "merchant_prepare_id": "42", "sign_time": "2026-11-22 10:00:05"},
            "6e54e7354095daf84fc11c0a78a75bc1",
        ),
    ],
)
def test_signatures_are_over_the_raw_strings(more: dict[str, str], sign: str) -> None:
    keys = ClickKeys("777", "1", "99", SecretStr("SECRET"), "", "")
    assert sign_fields(FIELDS | more, keys) == sign


@pytest.mark.parametrize(("form", "written"), [(0, "50000"), (1, "50000.00"), (2, "50000.0")])
async def test_a_payment_is_prepared_and_completed(house: House, shop: Shop, form: int, written: str) -> None:
    told = await pay(house, amount_form=form)
    assert (told["ok"], told["status"], told["warnings"]) == (True, "paid", [])
    assert errors(told) == [("prepare", 0), ("complete", 0)]
    assert {fields["amount"] for _, fields in shop.seen} == {written}


async def test_every_other_ending(house: House, shop: Shop) -> None:
    declined = await pay(house, "decline")
    assert (declined["status"], errors(declined)) == ("declined", [("prepare", 0), ("complete", -9)])
    assert (await pay(house, "hold"))["status"] == "pending" and shop.paid == {}
    assert (await pay(house))["status"] == "paid"
    assert errors(await pay(house, "repeat")) == [("complete", -4)]
    twice = await pay(house, "pay_twice")
    assert (twice["status"], errors(twice), twice["warnings"]) == ("paid", [("prepare", -4)], [])
    assert (await pay(house, "cancel"))["status"] == "refunded"
    refused = await pay(house, url=link(house, "ST-2", "1.00"))
    assert (refused["ok"], refused["code"]) == (False, -2)


async def test_a_lost_confirmation_is_found_by_the_order(house: House, shop: Shop) -> None:
    told = await pay(house, "lost")
    assert (told["status"], errors(told), shop.paid) == ("paid", [("prepare", 0)], {})
    today = datetime.now(TASHKENT).strftime("%Y-%m-%d")
    found = await ask(house, "GET", f"payment/status_by_mti/70001/ST-1/{today}")
    assert (found["payment_id"], found["payment_status"]) == (told["payment_id"], 2)
    await ask(house, "GET", "payment/status_by_mti/70001/ST-1/2020-01-01", 404)
    await ask(house, "GET", "payment/status_by_mti/70001/ST-1/yesterday", 400)


async def test_reversal_is_once_and_of_this_month(house: House, shop: Shop) -> None:
    number = (await pay(house))["payment_id"]
    path = f"payment/reversal/70001/{number}"
    await house.call("PATCH", f"/control/rails/click/payments/{number}", date=time.time() - 70 * 86_400)
    await ask(house, "DELETE", path, 403)
    await house.call("PATCH", f"/control/rails/click/payments/{number}", date=time.time())
    assert (await ask(house, "DELETE", path))["error_code"] == 0
    assert (await ask(house, "DELETE", path, 410))["error_code"] == -410
    assert (await ask(house, "GET", f"payment/status/70001/{number}"))["payment_status"] < 0
    await ask(house, "DELETE", "payment/reversal/70001/1", 404)
    await ask(house, "DELETE", f"payment/reversal/1/{number}", 403)


def test_last_month_may_be_reversed_on_the_first_day_only() -> None:
    row = {"date": datetime(2026, 10, 31, 12, tzinfo=TASHKENT).timestamp()}
    assert day_of(row) == "2026-10-31"
    assert may_reverse(row, datetime(2026, 11, 1, 23, tzinfo=TASHKENT))
    assert not may_reverse(row, datetime(2026, 11, 2, 0, 1, tzinfo=TASHKENT))


@pytest.mark.parametrize("auth", ["nonsense", "70003:{sha}:{old}", "70003:bad:{now}", "1:{sha_now}:{now}"])
async def test_strangers_and_old_clocks_are_turned_away(house: House, auth: str) -> None:
    now, old = str(int(time.time())), str(int(time.time()) - 400)

    def digest(moment: str) -> str:
        return hashlib.sha1(f"{moment}playground-click-secret-opens-nothing".encode()).hexdigest()

    header = auth.format(sha=digest(old), old=old, now=now, sha_now=digest(now))
    assert (await ask(house, "GET", "payment/status/70001/1", 401, header))["error_code"] == -401


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({}, ""),
        ({"Price": 2_500_000}, "line's total"),
        ({"SPIC": "12"}, "SPIC"),
        ({"Name": "x" * 64}, "Name"),
        ({"CommissionInfo": {"TIN": "12"}}, "TIN"),
        ({"VAT": None}, "VAT missing"),
        ({"Price": 50_000.5}, "whole tiyin"),
        ({"Price": 6_000_000, "GoodPrice": 3_000_000}, "lines come to"),
    ],
)
async def test_fiscal_lines_are_judged(house: House, shop: Shop, wrong: Any, words: str) -> None:
    number = (await pay(house))["payment_id"]
    body = {"service_id": 70001, "payment_id": number, "items": [{**ITEM, **wrong}], "received_ecash": 5_000_000}
    body |= {"received_cash": 0, "received_card": 0}
    told = await ask(house, "POST", "payment/ofd_data/submit_items", 400 if words else 200, **body)
    assert words in told["error_note"]
    link = (await ask(house, "GET", f"payment/ofd_data/70001/{number}"))["qrCodeURL"]
    assert bool(link) is not bool(words)


async def test_an_invoice_is_paid_with_its_order(house: House, shop: Shop) -> None:
    body = {"service_id": 70001, "amount": 50_000, "phone_number": "998901234567", "merchant_trans_id": "ST-1"}
    number = (await ask(house, "POST", "invoice/create", **body))["invoice_id"]
    assert (await ask(house, "GET", f"invoice/status/70001/{number}"))["invoice_status"] == 0
    await pay(house)
    assert (await ask(house, "GET", f"invoice/status/70001/{number}"))["invoice_status"] == 1
    await ask(house, "POST", "invoice/create", 400, **{**body, "amount": 1.234})


async def test_the_fifteen_scenarios(house: House, shop: Shop) -> None:
    orders = [{"order": name, "amount_uzs": price} for name, price in shop.prices.items()]
    told = await house.call("POST", "/control/rails/click/scenarios", orders=orders)
    assert [line for line in told["lines"] if not line["passed"]] == []
    assert len(told["lines"]) == 15


@pytest.mark.parametrize("kind", ["lost_answer", "timeout", "500"])
async def test_a_bad_line_is_tried_again(house: House, shop: Shop, kind: str) -> None:
    await house.call("POST", "/control/faults", service="click", kind=kind, method="complete")
    told = await pay(house)
    assert (told["status"], shop.paid) == ("paid", {"ST-1": "click"})


async def test_the_api_fails_on_demand(house: House) -> None:
    await house.call("POST", "/control/faults", service="click", kind="500", method="payment/status")
    await ask(house, "GET", "payment/status/70001/1", 500)
    await ask(house, "GET", "payment/status/70001/1", 404)


@pytest.mark.parametrize("amount", ["0", "-1", "1e5", "50000.001", "NaN", ""])
async def test_a_wrong_link_does_not_open(house: House, amount: str) -> None:
    async with house.http.get(link(house, amount=amount)) as page:
        assert page.status == 400
    async with house.http.get(link(house, service_id="1")) as page:
        assert page.status == 400


async def test_pages_open(house: House) -> None:
    for url in (link(house), "/click/scenarios", "/click/cabinet"):
        async with house.http.get(url) as page:
            assert page.status == 200
