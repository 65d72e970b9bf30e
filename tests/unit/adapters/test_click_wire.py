"""Click's wire without a network: signatures, amounts, answers, links."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import SecretStr

from bot.adapters.click_wire import (
    ClickFault,
    auth_header,
    is_amount,
    is_signed,
    pay_link,
    read_form,
    read_notice,
    say_answer,
    sign,
)
from bot.merchants import ClickKeys

KEYS = ClickKeys("777", "888", "99", SecretStr("SECRET"), "https://my.click.uz/services/pay", "https://api.click.uz")
PREPARE = {
    "click_trans_id": "12345",
    "service_id": "777",
    "click_paydoc_id": "1",
    "merchant_trans_id": "order-1",
    "amount": "50000.00",
    "action": "0",
    "error": "0",
    "error_note": "",
    "sign_time": "2026-11-22 10:00:00",
    "sign_string": "36810e3e42bc3c2070b597473a779252",
}
COMPLETE = PREPARE | {
    "merchant_prepare_id": "42",
    "action": "1",
    "sign_time": "2026-11-22 10:00:05",
    "sign_string": "6e54e7354095daf84fc11c0a78a75bc1",
}


def refused(fields: dict[str, str], action: str) -> int:
    with pytest.raises(ClickFault) as fault:
        read_notice(KEYS, fields, action)
    return fault.value.code


def test_published_vectors() -> None:
    assert sign("SECRET", PREPARE) == PREPARE["sign_string"]
    assert sign("SECRET", COMPLETE) == COMPLETE["sign_string"]
    assert auth_header(KEYS, 1519051543) == "99:c094893e07700c6cbdc7c74b6745596fb1750183:1519051543"


def test_a_signature_may_be_written_in_capitals_and_nothing_else_may_change() -> None:
    assert is_signed("SECRET", COMPLETE | {"sign_string": COMPLETE["sign_string"].upper()})
    for name in ("click_trans_id", "service_id", "merchant_trans_id", "merchant_prepare_id", "amount", "sign_time"):
        assert not is_signed("SECRET", COMPLETE | {name: COMPLETE[name] + "0"}), name
    for wrong in ("", "0" * 32, COMPLETE["sign_string"][:-1], "ÿ" * 32):
        assert not is_signed("SECRET", COMPLETE | {"sign_string": wrong})


def test_the_strings_are_signed_as_they_came() -> None:
    assert not is_signed("SECRET", PREPARE | {"amount": "50000"})


def test_a_notice_is_read() -> None:
    assert read_notice(KEYS, PREPARE, "0").order_number == "order-1"
    assert read_notice(KEYS, COMPLETE, "1").prepare_id == 42


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_every_field_is_needed(name: str) -> None:
    fields = {key: value for key, value in COMPLETE.items() if key != name}
    assert refused(fields, "1") == -8


def test_actions_are_two_and_each_has_its_address() -> None:
    assert refused(COMPLETE, "0") == -3
    assert refused(PREPARE, "1") == -3
    odd = PREPARE | {"action": "2"}
    assert refused(odd | {"sign_string": sign("SECRET", odd)}, "0") == -3


@pytest.mark.parametrize(
    "changes",
    [
        {"error": "1"},
        {"error": "x"},
        {"click_trans_id": "1.5"},
        {"click_trans_id": "-1"},
        {"service_id": "778"},
        {"click_trans_id": "9" * 30},
    ],
)
def test_signed_nonsense_is_an_error_in_the_request(changes: dict[str, str]) -> None:
    fields = PREPARE | changes
    assert refused(fields | {"sign_string": sign("SECRET", fields)}, "0") == -8


@pytest.mark.parametrize(
    "body", [b"\xff=1", b"a=%ff", b"amount=1&amount=2", b"&".join(b"a%d=1" % n for n in range(50))]
)
def test_forms_that_are_none(body: bytes) -> None:
    with pytest.raises(ClickFault) as fault:
        read_form(body)
    assert fault.value.code == -8


@pytest.mark.parametrize("written", ["50000", "50000.0", "50000.00", "50000.000"])
def test_amounts_that_are_one(written: str) -> None:
    assert is_amount(written, 50_000)


@pytest.mark.parametrize(
    "written",
    [
        "50000.001",
        "5e4",
        "NaN",
        "Infinity",
        " 50000",
        "50000 ",
        "+50000",
        "-50000",
        "0",
        "",
        "50 000",
        "50,000",
        "٥٠٠٠٠",
        "50000.",
        ".5",
        "0x0",
        str(2**63),
        "50000.01",
        "50000\n",
    ],
)
def test_amounts_that_are_not(written: str) -> None:
    assert not is_amount(written, 50_000)


def test_the_answer_has_fixed_bytes() -> None:
    assert say_answer(PREPARE, "0", 0, 42) == (
        b'{"click_trans_id":12345,"merchant_trans_id":"order-1","merchant_prepare_id":42,"error":0,"error_note":"Success"}'
    )
    told = json.loads(say_answer(COMPLETE, "1", -4))
    assert (told["merchant_confirm_id"], told["error_note"]) == (None, "Already paid")


def test_the_link_names_the_order_and_the_amount() -> None:
    link = urlsplit(pay_link(KEYS, "12345678", 50_000, "https://stario.uz/o?a=1&b=ў"))
    assert link.geturl().startswith("https://my.click.uz/services/pay/?")
    assert parse_qs(link.query) == {
        "service_id": ["777"],
        "merchant_id": ["888"],
        "amount": ["50000.00"],
        "transaction_param": ["12345678"],
        "return_url": ["https://stario.uz/o?a=1&b=ў"],
    }
