"""Payme's stand-in: strict about links, thorough with the shop, and honest about what the shop does wrong."""

import base64
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.rails.rail_shop import Shop
from tests.contracts.telegram.bot_api_house import House
from webapp.playground.rails.errors import PageError
from webapp.playground.rails.payme.link import read_link

MERCHANT = "playground00000000000000"
OFFICIAL = "bT01ODdmNzJjNzJjYWMwZDE2MmM3MjJhZTI7YWMub3JkZXJfaWQ9MTk3O2E9NTAw"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    yield house
    await house.close()


@pytest.fixture
async def shop(house: House) -> AsyncIterator[Shop]:
    shop = await Shop(house.settings, {"ST-1": 50_000, "ST-2": 70_000}).open()
    yield shop
    await shop.close()


def link(house: House, order: str = "ST-1", tiyin: str = "5000000", **more: str) -> str:
    fields = {"m": MERCHANT, "ac.order_id": order, "a": tiyin, **more}
    words = ";".join(f"{name}={value}" for name, value in fields.items())
    return f"{house.settings.playground_url}/payme/{base64.b64encode(words.encode()).decode()}"


async def pay(house: House, action: str = "pay", url: str = "", expect: int = 200) -> Any:
    return await house.call("POST", "/control/rails/payme/pay", expect, url=url or link(house), action=action)


def calls(told: Any) -> list[str]:
    return [step["call"] for step in told["steps"]]


def test_the_official_link_is_read() -> None:
    checkout = read_link(OFFICIAL, "587f72c72cac0d162c722ae2")
    assert (checkout.account, checkout.amount) == ({"order_id": "197"}, 500)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("m=other;ac.order_id=1;a=5000", -31601),
        (f"m={MERCHANT};ac.order_id=1;a=50.00", -31610),
        (f"m={MERCHANT};ac.order_id=1;a=-5", -31610),
        (f"m={MERCHANT};a=5000", -31610),
        (f"m={MERCHANT};ac.order_id=1;a=5000;c=javascript:1", -31610),
        (f"m={MERCHANT};ac.order_id=1;a=5000;a=6000", -31610),
        (f"m={MERCHANT};ac.order_id=1;a=5000;l=de", -31610),
        (f"m={MERCHANT};ac.order_id=1;a=99", -31611),
        (f"m={MERCHANT};ac.order_id=1;a=100000000001", -31612),
    ],
)
async def test_a_wrong_link_is_refused_by_its_number(house: House, words: str, code: int) -> None:
    packed = base64.b64encode(words.encode()).decode()
    with pytest.raises(PageError) as refusal:
        read_link(packed, MERCHANT)
    assert refusal.value.code == code
    async with house.http.get(f"/payme/{packed}") as page:
        assert page.status == 400 and str(code) in await page.text()


async def test_a_payment_says_everything_twice_and_brings_two_receipts(house: House, shop: Shop) -> None:
    told = await pay(house)
    assert (told["ok"], told["status"], told["warnings"]) == (True, "paid", [])
    assert calls(told) == [
        "CheckPerformTransaction",
        "CreateTransaction",
        "CreateTransaction",
        "PerformTransaction",
        "PerformTransaction",
        "CheckTransaction",
        "SetFiscalData",
        "SetFiscalData",
    ]
    assert shop.paid == {"ST-1": "payme"}
    back = await pay(house, "cancel")
    assert (back["status"], back["warnings"], shop.paid) == ("refunded", [], {})
    kinds = {receipt["type"]: receipt["fiscal_data"] for receipt in shop.fiscal}
    assert set(kinds) == {"PERFORM", "CANCEL"}
    assert kinds["PERFORM"]["fiscal_sign"] != kinds["CANCEL"]["fiscal_sign"]


async def test_a_declined_card_leaves_a_cancelled_transaction(house: House, shop: Shop) -> None:
    told = await pay(house, "decline")
    assert told["status"] == "declined" and told["warnings"] == []
    row = (await house.call("GET", "/control/rails/payme/transactions"))[0]
    assert (row["state"], row["reason"]) == (-1, 2)


async def test_the_shop_may_refuse_and_its_words_are_shown(house: House, shop: Shop) -> None:
    told = await pay(house, url=link(house, tiyin="4900000"))
    assert (told["ok"], told["status"], told["code"]) == (False, "refused", -31001)
    assert told["message"]["en"] == "Not possible"
    assert shop.payme == {}


async def test_a_second_payment_and_a_late_one_find_a_closed_door(house: House, shop: Shop) -> None:
    twice = await pay(house, "pay_twice")
    assert (twice["status"], twice["warnings"]) == ("paid", [])
    late = await pay(house, "late", link(house, "ST-2", "7000000"))
    assert (late["status"], late["warnings"]) == ("expired", [])


@pytest.mark.parametrize(
    ("broken", "action", "words"),
    [
        ("repeat", "pay", "answered differently"),
        ("twice", "pay_twice", "second payment"),
        ("late", "late", "after its twelve hours"),
    ],
)
async def test_a_breach_of_the_shop_is_told(house: House, shop: Shop, broken: str, action: str, words: str) -> None:
    shop.broken = broken
    assert any(words in warning for warning in (await pay(house, action))["warnings"])


async def test_the_sandbox_list_passes_and_notices(house: House, shop: Shop) -> None:
    body = {"order": "ST-1", "amount_uzs": 50_000, "second": {"order": "ST-2", "amount_uzs": 70_000}}
    told = await house.call("POST", "/control/rails/payme/sandbox", **body)
    assert [line for line in told["lines"] if not line["passed"]] == []
    assert told["ok"] and len(told["lines"]) > 20
    shop.broken = "repeat"
    assert not (await house.call("POST", "/control/rails/payme/sandbox", **body))["ok"]


async def test_the_statement_is_held_against_the_books(house: House, shop: Shop) -> None:
    await pay(house)
    await pay(house, "decline", link(house, "ST-2", "7000000"))
    told = await house.call("POST", "/control/rails/payme/statement")
    assert (told["ok"], told["differences"], len(told["rows"])) == (True, [], 2)
    shop.payme.popitem()
    told = await house.call("POST", "/control/rails/payme/statement")
    assert not told["ok"] and "missing" in told["differences"][0]


@pytest.mark.parametrize("kind", ["lost_answer", "500", "timeout", "duplicate", "reorder"])
async def test_a_bad_line_changes_nothing_in_the_end(house: House, shop: Shop, kind: str) -> None:
    method = "PerformTransaction"
    await house.call("POST", "/control/faults", service="payme", kind=kind, method=method, times=1)
    told = await pay(house)
    assert (told["status"], told["warnings"], shop.paid) == ("paid", [], {"ST-1": "payme"})
    assert calls(told).count("PerformTransaction") + calls(told).count("CreateTransaction") == 5


@pytest.mark.parametrize(("fiscal", "codes"), [("failed", [1]), ("none", [])])
async def test_a_receipt_may_fail_or_never_come(house: House, shop: Shop, fiscal: str, codes: list[int]) -> None:
    await house.call("POST", "/control/rails/payme/pay", url=link(house), fiscal=fiscal)
    assert [receipt["fiscal_data"]["status_code"] for receipt in shop.fiscal][::2] == codes


async def test_a_transaction_may_be_as_old_as_one_likes(house: House, shop: Shop) -> None:
    await house.call("POST", "/control/rails/payme/pay", url=link(house), action="hold", age_ms=7_200_000)
    row = next(iter(shop.payme.values()))
    assert time.time() * 1000 - 7_205_000 < row["time"] < time.time() * 1000 - 7_199_000


async def test_a_silent_shop_is_minus_31622(house: House) -> None:
    house.settings.port = 9
    told = await pay(house)
    assert (told["status"], told["code"]) == ("refused", -31622)


async def test_the_return_address_has_its_placeholders_filled(house: House, shop: Shop) -> None:
    back = "https://shop.example/back?o=:account.order_id&t=:transaction"
    told = await pay(house, url=link(house, c=back, ct="4000", l="ru"))
    assert told["return_url"] == f"https://shop.example/back?o=ST-1&t={told['transaction']}"
    assert told["return_ms"] == 4_000


async def test_a_pay_link_alone_finds_its_provider(house: House, shop: Shop) -> None:
    told = await house.call("POST", "/control/pay", payment_url=link(house))
    assert (told["rail"], told["status"]) == ("payme", "paid")
    async with house.http.post("/control/pay", json={"payment_url": "https://else.example/x"}) as answer:
        assert answer.status == 422


async def test_a_form_opens_the_same_checkout(house: House) -> None:
    form = {"merchant": MERCHANT, "amount": "5000000", "account[order_id]": "ST-1", "lang": "en"}
    async with house.http.post("/payme", data=form) as page:
        assert page.status == 200 and "50,000" in (await page.text()).replace("\u00a0", ",")


@pytest.mark.parametrize("page", ["/payme/sandbox", "/payme/cabinet"])
async def test_other_pages_open_in_every_language(house: House, page: str) -> None:
    for language in ("uz", "uz-Cyrl", "ru", "en"):
        async with house.http.get(page, params={"lang": language}) as answer:
            assert answer.status == 200 and f'lang="{language}"' in await answer.text()
