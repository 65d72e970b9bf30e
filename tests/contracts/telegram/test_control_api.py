"""The playground answers to this machine only, and its control API speaks plainly."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contracts.telegram.bot_api_house import FAN, House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    yield house
    await house.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
async def test_other_names_and_pages_are_refused(house: House, headers: dict[str, str]) -> None:
    for path in ("/control/users", f"/bot{house.settings.token}/getMe", "/"):
        async with house.http.get(path, headers=headers) as answer:
            assert answer.status == 403, path
            assert "error" in await answer.json()


async def test_a_page_of_this_machine_is_welcome(house: House) -> None:
    async with house.http.get("/control/users", headers={"Origin": "http://localhost:8000"}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "word"),
    [
        ("POST", "/control/users", {}, 422, "first_name"),
        ("POST", "/control/users", {"first_name": "A", "username": "madina_fan"}, 409, "taken"),
        ("POST", "/control/users", {"first_name": "A", "id": "x"}, 422, "number"),
        ("POST", f"/control/chats/{FAN}/messages", {"text": "x"}, 422, "from_id"),
        ("POST", f"/control/chats/{FAN}/messages", {"from_id": 1, "text": "x"}, 404, "user 1"),
        ("POST", f"/control/chats/{FAN}/messages", {"from_id": FAN, "text": "  "}, 422, "text"),
        ("POST", f"/control/chats/{FAN}/messages", {"from_id": FAN, "photo_base64": "?"}, 422, "base64"),
        ("POST", f"/control/chats/{FAN}/messages", {"from_id": FAN, "photo_base64": "AAAA"}, 422, "IMAGE"),
        ("GET", "/control/chats/5/messages", None, 404, "chat 5"),
        ("POST", f"/control/chats/{FAN}/messages/9/press", {"from_id": FAN, "text": "x"}, 404, "message 9"),
        ("GET", "/control/files/none", None, 404, "file"),
        ("GET", "/control/nowhere", None, 404, "Not Found"),
    ],
)
async def test_refusals_are_clear(
    house: House, method: str, path: str, body: dict[str, object] | None, status: int, word: str
) -> None:
    told = await house.call(method, path, expect=status, **(body or {}))
    assert word in told["error"]


async def test_a_new_person_arrives_and_gets_valid_init_data(house: House) -> None:
    from aiogram.utils.web_app import safe_parse_webapp_init_data

    user = await house.call("POST", "/control/users", first_name="Dilnoza", language_code="uz")
    assert user["id"] > 50_000 and user["is_bot"] is False
    told = await house.call("GET", f"/control/users/{user['id']}/init-data?start_param=abc")
    parsed = safe_parse_webapp_init_data(house.settings.token, told["init_data"])
    assert parsed.user and parsed.user.id == user["id"] and parsed.start_param == "abc"
    again = await house.call("POST", "/control/users", id=user["id"], first_name="Dilnoza", username="dilnoza")
    assert again["id"] == user["id"] and again["username"] == "dilnoza"


async def test_it_describes_itself_and_serves_its_page(house: House) -> None:
    about = await house.call("GET", "/control/")
    assert any(call["call"].startswith("POST /control/faults") for call in about["calls"])
    assert all(call["does"] for call in about["calls"])
    for path in ("/", "/static/page.js", "/static/telegram-web-app.js", "/static/style.css"):
        async with house.http.get(path) as answer:
            assert answer.status == 200, path
    async with house.http.get("/static/../page.py") as answer:
        assert answer.status == 404
