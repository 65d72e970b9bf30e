"""BOX NOW's stand-in: lockers, requests judged by its codes, labels, parcels and signed events."""

import copy
import hashlib
import hmac
import io
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import jwt
import pytest
from pypdf import PdfReader

from tests.answers import expect_status
from tests.contracts.rails.rail_shop import Shop
from tests.contracts.telegram.bot_api_house import House
from webapp.playground.rails.boxnow.books import NEXT, STATES, find_way
from webapp.playground.rails.boxnow.events import sign_data

SECRET = b"playground-boxnow-webhook-secret"
REQUEST: dict[str, Any] = {
    "orderNumber": "ST-1",
    "paymentMode": "prepaid",
    "invoiceValue": "50000.00",
    "amountToBeCollected": "0.00",
    "origin": {"locationId": "2"},
    "destination": {
        "locationId": "103",
        "contactName": "Шаҳноза {Gʻani}",
        "contactNumber": "+998 90 123 45 67",
        "contactEmail": "shahnoza@example.uz",
    },
    "items": [{"id": "1", "name": "Futbolka", "value": "50000.00", "weight": 0.4, "compartmentSize": 1}],
    "additionalInformation": '{"data": "}"}',
}


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


async def sign_in(house: House, secret: str = "playground-boxnow-secret") -> dict[str, Any]:
    """What the stand-in tells after a sign-in; nothing where it refuses."""
    body = {"grant_type": "client_credentials", "client_id": "playground", "client_secret": secret}
    async with house.http.post("/boxnow/api/v1/auth-sessions", json=body) as answer:
        return await answer.json() if answer.status == 200 else {}


async def ask(house: House, method: str, path: str, status: int = 200, **options: Any) -> Any:
    headers = {"Authorization": f"Bearer {(await sign_in(house))['access_token']}"}
    url = f"/boxnow/api/v1/{path}"
    async with house.http.request(method, url, headers=headers, **options) as answer:
        await expect_status(answer, status)
        if answer.content_type == "application/pdf":
            return await answer.read()
        return await answer.json() if answer.content_type == "application/json" else None


def change(path: str, value: Any) -> dict[str, Any]:
    """The request with one field, named by its path, put or (None) taken away."""
    body = copy.deepcopy(REQUEST)
    place: Any = body
    *way, last = path.split(".")
    for part in way:
        place = place[int(part) if part.isdigit() else part]
    if value is None:
        place.pop(last)
    else:
        place[last] = value
    return body


async def send_parcel(house: House) -> str:
    told = await ask(house, "POST", "delivery-requests", json=REQUEST)
    return str(told["parcels"][0]["id"])


async def move(house: House, parcel: str, event: str, expect: int = 200, **more: Any) -> Any:
    path = f"/control/rails/boxnow/parcels/{parcel}/move"
    return await house.call("POST", path, expect, event=event, **more)


async def test_only_the_partner_gets_in(house: House) -> None:
    assert await sign_in(house, "guess") == {}
    told = await sign_in(house)
    assert told["expires_in"] == 3_600
    claims = jwt.decode(told["access_token"], options={"verify_signature": False})
    assert claims["exp"] - claims["iat"] == 3_600
    old = jwt.encode({"exp": 1}, "boxnow-playground:playground-boxnow-secret", "HS256")
    for token in ("nonsense", old):
        headers = {"Authorization": f"Bearer {token}"}
        async with house.http.get("/boxnow/api/v1/destinations", headers=headers) as answer:
            assert answer.status == 401


async def test_lockers_are_found_near_a_place(house: House) -> None:
    everything = (await ask(house, "GET", "destinations"))["data"]
    assert len(everything) == 12 and all("Oʻylab topilgan" in place["note"] for place in everything)
    near = {"latlng": "41.3111,69.2797", "radius": "2500"}
    found = (await ask(house, "GET", "destinations", params=near))["data"]
    assert found[0]["name"] == "Amir Temur xiyoboni" and 1 < len(found) < 6
    large = (await ask(house, "GET", "destinations", params={**near, "requiredSize": "3"}))["data"]
    assert "106" not in [place["id"] for place in large]
    assert len((await ask(house, "GET", "destinations", params={"limit": "2"}))["data"]) == 2
    assert [row["type"] for row in (await ask(house, "GET", "origins"))["data"]] == ["any-apm", "warehouse"]
    assert (await ask(house, "GET", "destinations", 400, params={"latlng": "here"}))["code"] == "P400"


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("invoiceValue", None, "P400"),
        ("invoiceValue", "50000", "P400"),
        ("invoiceValue", 50000.0, "P400"),
        ("paymentMode", "later", "P400"),
        ("amountToBeCollected", "1.00", "P400"),
        ("items", [], "P400"),
        ("items.0.value", None, "P400"),
        ("destination.contactEmail", "nobody", "P400"),
        ("origin.locationId", "77", "P401"),
        ("destination.locationId", "77", "P402"),
        ("destination.contactNumber", "90 123 45 67", "P405"),
        ("items.0.compartmentSize", 4, "P406"),
        ("items.0.compartmentSize", 3, "P406"),
        ("returnLocation", {"locationId": "101"}, "P413"),
        ("destination.locationId", None, "P415"),
        ("items.0.weight", -1, "P421"),
    ],
)
async def test_a_wrong_request_has_its_code(house: House, path: str, value: Any, code: str) -> None:
    told = await ask(house, "POST", "delivery-requests", 400, json=change(path, value))
    assert told["code"] == code


async def test_cash_on_delivery_ends_at_five_thousand(house: House) -> None:
    body = {**REQUEST, "paymentMode": "cod", "amountToBeCollected": "5000.01"}
    assert (await ask(house, "POST", "delivery-requests", 400, json=body))["code"] == "P408"


async def test_an_order_number_is_burnt_for_good(house: House, shop: Shop) -> None:
    parcel = await send_parcel(house)
    await ask(house, "POST", f"parcels/{parcel}:cancel")
    await ask(house, "POST", f"parcels/{parcel}:cancel")
    assert (await ask(house, "POST", "delivery-requests", 400, json=REQUEST))["code"] == "P410"
    await ask(house, "POST", "delivery-requests", json={**REQUEST, "orderNumber": "ST-1-2"})
    await shop.wait_events(3)
    told = sorted((event["data"]["orderNumber"], event["data"]["event"]) for _, event in shop.seen)
    assert told == [("ST-1", "canceled"), ("ST-1", "new"), ("ST-1-2", "new")]


async def test_a_parcel_on_its_way_is_not_cancelled(house: House, shop: Shop) -> None:
    parcel = await send_parcel(house)
    await move(house, parcel, "in-depot")
    assert (await ask(house, "POST", f"parcels/{parcel}:cancel", 400))["code"] == "P420"
    await ask(house, "POST", "parcels/1:cancel", 404)


async def test_every_step_is_signed_over_the_bytes_as_sent(house: House, shop: Shop) -> None:
    parcel = await send_parcel(house)
    told = await move(house, parcel, "delivered", through=True)
    assert [row["type"] for row in told["events"]] == ["new", "in-depot", "final-destination", "delivered"]
    await shop.wait_events(4)
    for _, raw, _ in shop.raw:
        data = raw[raw.index(b'"data": {"parcelId"') + 8 : -1]
        message = json.loads(raw)
        assert json.loads(data) == message["data"]
        assert message["datasignature"] == hmac.new(SECRET, data, hashlib.sha256).hexdigest()
        assert message["type"] == "gr.boxnow.parcel_event_change" and message["subject"] == parcel
        assert len(message["data"]["parcelPin"]) == 6 and "parcelPin" in message["data"]
    assert all(step["sent"]["parcelPin"] == "••••••" for step in told["steps"])


def test_the_signature_is_the_published_one() -> None:
    expected = "d8a24f8ce3b11a4ac23d227dbf2cc48a38e33bc5affdd64561be15bbcd3a877b"
    assert sign_data("test-secret-key", b'{"parcelId":"9219709201","event":"new"}') == expected


async def test_events_keep_their_order_unless_told(house: House, shop: Shop) -> None:
    parcel = await send_parcel(house)
    await shop.wait_events(1)
    refused = await move(house, parcel, "delivered", 409)
    assert "in-depot" in refused["error"]
    await move(house, parcel, "in-depot", delivery="reorder")
    await move(house, parcel, "final-destination", delivery="duplicate")
    await shop.wait_events(4)
    heard = [event["data"]["event"] for _, event in shop.seen][1:]
    assert heard == ["final-destination", "final-destination", "in-depot"]
    assert shop.seen[1][1]["id"] == shop.seen[2][1]["id"]


def test_every_event_can_be_reached() -> None:
    assert set(NEXT) == set(STATES)
    assert all(find_way("new", event) for event in STATES if event != "new")


async def test_labels_are_real_pdf(house: House) -> None:
    parcel = await send_parcel(house)
    for path in (f"parcels/{parcel}/label.pdf", "delivery-requests/ST-1/label.pdf"):
        page = PdfReader(io.BytesIO(await ask(house, "GET", path))).pages[0]
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [105, 148]
    await ask(house, "GET", "delivery-requests/none/label.pdf", 404)


async def test_parcels_are_listed_and_changed(house: House) -> None:
    parcel = await send_parcel(house)
    for number in range(2, 5):
        await ask(house, "POST", "delivery-requests", json={**REQUEST, "orderNumber": f"ST-{number}"})
    page = await ask(house, "GET", "parcels", params={"limit": "3"})
    assert (page["count"], len(page["data"])) == (4, 3)
    rest = await ask(house, "GET", "parcels", params={"limit": "3", "pageToken": page["pagination"]["next"]})
    assert [row["id"] for row in rest["data"]] == [parcel]
    found = await ask(house, "GET", "parcels", params={"orderNumber": "ST-1", "state": "new"})
    assert found["data"][0]["events"][0]["type"] == "new" and "pin" not in json.dumps(found).lower()
    assert (await ask(house, "GET", "parcels", 400, params={"limit": "101"}))["code"] == "P442"
    assert (await ask(house, "GET", "parcels", 400, params={"q": "x"}))["code"] == "P417"
    await ask(house, "PUT", "delivery-requests/ST-1", json={"allowReturn": False})
    found = await ask(house, "GET", "parcels", params={"parcelId": parcel})
    assert found["data"][0]["allowReturn"] is False


async def test_the_api_fails_on_demand(house: House) -> None:
    await house.call("POST", "/control/faults", service="boxnow", kind="500", method="destinations")
    await ask(house, "GET", "destinations", 500)
    await ask(house, "GET", "destinations")


async def test_pages_open(house: House) -> None:
    for url in ("/boxnow", "/rails"):
        async with house.http.get(url, headers={"Accept-Language": "en"}) as page:
            assert page.status == 200 and "no real money" in await page.text()
