"""What providers send and sign: nothing in it may be more than a column takes."""

from datetime import UTC, datetime

import pytest

from bot.adapters.carriers import ParcelEvent
from bot.adapters.payme_wire import PaymeFault, read_json, take_order
from bot.adapters.stripe import StripeEvent
from bot.rails.payme.fiscal import _is_plain
from webapp.callbacks.bodies import clean_record


def test_a_parcels_event_is_cleaned() -> None:
    event = ParcelEvent("e\0", "p\ud800", "12\x1b", "new", "new", "Tash\0kent", datetime.now(UTC), "1\0")
    cleaned = clean_record(event)
    assert (cleaned.id, cleaned.parcel_id, cleaned.number, cleaned.place, cleaned.pin) == (
        "e",
        "p",
        "12",
        "Tashkent",
        "1",
    )
    assert cleaned.happened_at == event.happened_at


def test_a_payments_event_is_cleaned() -> None:
    assert clean_record(StripeEvent("a\0", "b", "c\x7f", "d", "")) == StripeEvent("a", "b", "c", "d", "")


@pytest.mark.parametrize("account", ['{"order_id": "1", "a\\u0000": "x"}', '{"order_id": "1", "a": "\\ud800"}'])
def test_an_account_that_cannot_be_kept_is_refused(account: str) -> None:
    with pytest.raises(PaymeFault):
        take_order({"account": read_json(account.encode())})


@pytest.mark.parametrize(
    "data", ['{"a\\u0000": 1}', '{"a": "\\u0000"}', '{"a": "\\ud800"}', '{"a": 1e999}', '{"a": {}}']
)
def test_a_receipt_that_cannot_be_kept_is_refused(data: str) -> None:
    assert not _is_plain(read_json(data.encode()))
    assert _is_plain({"receipt_id": 5, "qr_code_url": "https://ofd.uz/?a=1", "status_code": 0.0, "message": None})
