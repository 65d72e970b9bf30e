"""Telegram's signed word: what is believed and what is not."""

import hashlib
import hmac
import json
import time
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.sessions import SignInAgain, read_init_data
from bot.settings import Settings

SETTINGS = Settings(_env_file=None, bot_token="12345:test-token-of-nobody")  # type: ignore[call-arg]
USER = {"id": 77, "first_name": "Onajon ☀️", "language_code": "uz"}


def sign(fields: dict[str, str], token: str = "12345:test-token-of-nobody") -> str:
    lines = "\n".join(f"{key}={value}" for key, value in sorted(fields.items()))
    secret = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return urlencode({**fields, "hash": hmac.new(secret, lines.encode(), hashlib.sha256).hexdigest()})


def fresh(**more: str) -> dict[str, str]:
    return {"user": json.dumps(USER), "auth_date": str(int(time.time())), **more}


def test_a_signed_person_is_believed() -> None:
    person = read_init_data(SETTINGS, sign(fresh(start_param="artist_x")))
    assert (person.id, person.first_name, person.language_code) == (77, "Onajon ☀️", "uz")
    assert person.start_param == "artist_x"


def test_a_blank_value_is_part_of_what_was_signed() -> None:
    assert read_init_data(SETTINGS, sign(fresh(query_id=""))).id == 77


@pytest.mark.parametrize(
    "init_data",
    [
        "",
        "nonsense",
        "hash=abc",
        sign(fresh(), token="12345:another-token"),
        sign(fresh()).replace("77", "78"),
        sign(fresh()) + "&hash=ф",
        sign({**fresh(), "auth_date": "yesterday"}),
        sign({**fresh(), "auth_date": "²"}),
        sign({"user": json.dumps(USER)}),
        sign({**fresh(), "user": "[]"}),
        sign({**fresh(), "user": '{"first_name": "Nobody"}'}),
        sign({"auth_date": str(int(time.time()))}),
        sign(fresh()).replace("hash=", "hash=%D1%84"),
        sign(fresh()) + "&user=%7B%22id%22%3A1%7D",
    ],
    ids=str.__len__,  # the words hold the hour, and a test is called the same wherever it is collected
)
def test_anything_else_is_not(init_data: str) -> None:
    with pytest.raises(SignInAgain):
        read_init_data(SETTINGS, init_data)


def test_old_and_future_words_are_not_believed() -> None:
    signed = sign(fresh())
    now = datetime.now(UTC)
    assert read_init_data(SETTINGS, signed, now + timedelta(hours=23)).id == 77
    for moment in (now + timedelta(hours=25), now - timedelta(minutes=5)):
        with pytest.raises(SignInAgain):
            read_init_data(SETTINGS, signed, moment)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(init_data: str) -> None:
    with pytest.raises(SignInAgain):
        read_init_data(SETTINGS, init_data)
