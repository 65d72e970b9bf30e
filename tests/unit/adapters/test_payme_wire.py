"""Payme's wire without a network: the key, numbers, envelopes, links, fiscal lines."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.adapters.payme_wire import (
    PaymeFault,
    checkout_link,
    is_payme,
    pack_checkout,
    read_json,
    say_fault,
    say_result,
    take_amount,
    to_tiyin,
)
from bot.merchants import PaymeKeys
from bot.money.fiscal import FiscalLine, vat_tiyin
from bot.rails.click.fiscal import click_items
from bot.rails.payme.fiscal import payme_detail

KEYS = PaymeKeys("587f72c72cac0d162c722ae2", "Paycom", SecretStr("KEY"), "https://checkout.paycom.uz")


def test_published_vectors() -> None:
    assert is_payme("Basic UGF5Y29tOktFWQ==", KEYS)
    packed = pack_checkout(["m=587f72c72cac0d162c722ae2", "ac.order_id=197", "a=500"])
    assert packed == "bT01ODdmNzJjNzJjYWMwZDE2MmM3MjJhZTI7YWMub3JkZXJfaWQ9MTk3O2E9NTAw"


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Basic",
        "Basic ",
        "UGF5Y29tOktFWQ==",
        "Bearer UGF5Y29tOktFWQ==",
        "Basic UGF5Y29tOktFWQ",
        "Basic ўў",
        "Basic " + base64.b64encode(b"paycom:KEY").decode(),
        "Basic " + base64.b64encode(b"Paycom:KEY2").decode(),
        "Basic " + base64.b64encode(b"Paycom:").decode(),
        "Basic " + base64.b64encode(b"KEY").decode(),
    ],
)
def test_other_keys_are_not_ours(header: str) -> None:
    assert not is_payme(header, KEYS)


@given(st.integers(1, 10**15))
def test_money_int(amount_uzs: int) -> None:
    assert take_amount({"amount": to_tiyin(amount_uzs)}) == amount_uzs


@given(st.one_of(st.floats(), st.text(), st.booleans(), st.none(), st.lists(st.integers())))
def test_only_whole_numbers_are_amounts(amount: object) -> None:
    with pytest.raises(PaymeFault) as fault:
        take_amount({"amount": amount})
    assert fault.value.code == -32600


@given(st.integers().filter(lambda tiyin: tiyin <= 0 or tiyin % 100 or tiyin >= 2**63))
def test_tiyin_that_make_no_som(tiyin: int) -> None:
    with pytest.raises(PaymeFault) as fault:
        take_amount({"amount": tiyin})
    assert fault.value.code == -31001


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"a": Infinity}', b"1" * 5_000, b"[" * 100_000])
def test_no_json(body: bytes) -> None:
    with pytest.raises(PaymeFault) as fault:
        read_json(body)
    assert fault.value.code == -32700


def test_answers_have_fixed_bytes() -> None:
    assert say_result({"allow": True}, 7) == b'{"result":{"allow":true},"id":7}'
    told = json.loads(say_fault(PaymeFault(-31050, data="order_id"), "a"))
    assert (told["error"]["code"], told["error"]["data"], told["id"]) == (-31050, "order_id", "a")
    assert len(set(told["error"]["message"].values())) == 3


@pytest.mark.parametrize("language", ["uz", "uz-Cyrl", "ru", "en"])
@given(number=st.integers(10_000_000, 99_999_999), amount=st.integers(1_000, 99_999_999), tail=st.integers(0, 10**6))
def test_the_link_says_what_to_pay_in_letters_that_survive_an_address(
    language: str, number: int, amount: int, tail: int
) -> None:
    back = f"https://stario.uz/orders/{number}?t={tail}"
    link = checkout_link(KEYS, str(number), amount, language, back)
    packed = link.removeprefix("https://checkout.paycom.uz/")
    assert not set(packed) & set("+/=")
    fields = dict(part.split("=", 1) for part in base64.b64decode(packed).decode().rstrip(";").split(";"))
    assert (fields["m"], fields["ac.order_id"], fields["a"]) == (KEYS.merchant_id, str(number), str(amount * 100))
    assert (fields["l"], fields["c"]) == ({"ru": "ru", "en": "en"}.get(language, "uz"), back)


def test_a_return_address_cannot_break_the_link() -> None:
    with pytest.raises(ValueError):
        checkout_link(KEYS, "1", 1, "uz", "https://stario.uz/;a=1")


LINE = FiscalLine("Krujka", "06912001001000000", "1209885", 12, 45_000, 3, 1_001)


def test_payme_is_told_the_price_of_one_and_click_of_the_line() -> None:
    (payme,) = payme_detail([LINE])["items"]
    (click,) = click_items([LINE], "123456789")
    assert (payme["price"], payme["count"], payme["discount"]) == (4_500_000, 3, 100_100)
    assert (click["Price"], click["Amount"], click["Discount"]) == (13_500_000, 3, 100_100)
    assert click["CommissionInfo"] == {"TIN": "123456789"}
    assert click_items([LINE], "1" * 14)[0]["CommissionInfo"] == {"PINFL": "1" * 14}


@given(st.integers(0, 10**9), st.integers(0, 100))
def test_vat_is_inside_the_price_and_rounded_to_the_nearest_tiyin(unit_uzs: int, percent: int) -> None:
    line = FiscalLine("x", "", "", percent, unit_uzs)
    vat, total = vat_tiyin(line), unit_uzs * 100
    assert abs(vat * (100 + percent) - total * percent) * 2 <= 100 + percent
    assert isinstance(vat, int)


def test_vat_of_a_known_sum() -> None:
    assert vat_tiyin(FiscalLine("x", "", "", 12, 112)) == 1_200
