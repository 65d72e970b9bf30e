"""BOX NOW's events are believed exactly as far as they are signed."""

import json

import pytest

from bot.adapters.boxnow import money, next_number
from bot.adapters.boxnow_events import BadSignature, cut_data, read_parcel_event, sign_data
from bot.adapters.carriers import Place, distance, matching

SECRET = "test-secret-key"
DATA = (
    '{"parcelId":"9219709201", "orderNumber":"42-2","event":"final-destination","parcelPin":"123456",\n'
    '  "eventLocation":{"displayName":"Gʻafur \\"Oybek\\" {1}"},"time":"2026-11-22T10:00:00.000Z"}'
).encode()


def body(data: bytes = DATA, secret: str = SECRET, **more: object) -> bytes:
    envelope = {"specversion": "1.0", "id": "e-1", "note": 'a "data": {trap} \\', **more}
    head = json.dumps(envelope)[:-1].encode()
    return head + b', "data" :\n ' + data + b', "datasignature":"' + sign_data(secret, data).encode() + b'"}'


def test_the_published_vector() -> None:
    told = sign_data("test-secret-key", b'{"parcelId":"9219709201","event":"new"}')
    assert told == "d8a24f8ce3b11a4ac23d227dbf2cc48a38e33bc5affdd64561be15bbcd3a877b"


def test_the_data_is_cut_as_it_stands() -> None:
    assert cut_data(body()) == DATA
    event = read_parcel_event(SECRET, body())
    assert (event.id, event.parcel_id, event.number) == ("e-1", "9219709201", "42-2")
    assert (event.event, event.state, event.pin) == ("final-destination", "in-final-destination", "123456")
    assert "123456" not in repr(event)


def test_a_nested_object_called_data_is_not_taken() -> None:
    assert cut_data(body(extra={"data": {"event": "lost"}})) == DATA


@pytest.mark.parametrize("place", range(0, len(DATA), 7))
def test_one_changed_byte_is_refused(place: int) -> None:
    at = body().index(DATA) + place
    raw = bytearray(body())
    raw[at] ^= 1
    with pytest.raises(BadSignature):
        read_parcel_event(SECRET, bytes(raw))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"data":{}}',
        b'{"data":{"a":',
        b'{"data":"text","datasignature":"x"}',
        body(secret="another"),
        body() + b"x",
        b'{"data":' * 5000,
        b"\xff\xfe",
        body()[:-1] + b', "data": {"event": "lost"}}',
        json.dumps({"id": "1", "data": {"event": "new"}, "datasignature": "ё"}).encode(),
        body(b'{"parcelId":"1","orderNumber":"2","event":"new","time":"2026-11-22T10:00:00"}'),
        body(b'{"parcelId":"1","orderNumber":"2","time":"2026-11-22T10:00:00Z"}'),
    ],
)
def test_what_is_no_signed_event_is_refused(raw: bytes) -> None:
    with pytest.raises(BadSignature):
        read_parcel_event(SECRET, raw)


def test_money_and_burnt_numbers() -> None:
    assert (money(0), money(125_000)) == ("0.00", "125000.00")
    assert next_number("123", "123") == "123-2"
    assert next_number("123", "123-2") == "123-3"


def test_places_are_found_by_words_and_nearness() -> None:
    near, far = Place("1", "Chorsu", "Navoiy, 1", metres=100), Place("2", "Oybek", "Navoiy, 9", metres=900)
    assert [place.id for place in matching([far, near], "navoiy")] == ["1", "2"]
    assert [place.id for place in matching([far, near], "oybek 9")] == ["2"]
    assert 268_000 < distance(41.3111, 69.2797, 39.6547, 66.9597) < 270_000
