"""The shop over REST, as another program relies on it."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio

from bot.services import Services
from db.orders import Order
from db.products import Variant
from db.users import User
from tests.control import Control
from tests.flows.shop.shopping import new_poster, variant
from tests.flows.webapp.web_client import Caller, Web, open_client

PICKUP = {"carrier": "pickup", "name": "Dilnoza Karimova", "phone": "+998901234567"}


@pytest_asyncio.fixture
async def api(services: Services, playground: Control) -> AsyncIterator[Web]:
    async with open_client(services) as web:
        yield web


async def body_for(sku: str = "tshirt-white-m", **changes: Any) -> dict[str, Any]:
    item = {"variant_id": str((await variant(sku)).id), "quantity": 1}
    return {"items": [item], "delivery": PICKUP, "payment_provider": "payme"} | changes


async def post_order(caller: Caller, body: dict[str, Any], key: str | None = None) -> tuple[int, Any]:
    answer = await caller.call("POST", "/orders", key, json=body)
    return answer.status, await answer.json()


async def test_the_shelf_is_open_to_everybody(api: Web) -> None:
    await Variant.filter(sku="mug-black").update(on_hand=0)
    page = await (await api.call("GET", "/products?limit=3", headers={"Accept-Language": "ru"})).json()
    assert page["total"] == 5 and page["next"] == 3 and len(page["items"]) == 3
    shirt, poster, mug = page["items"]
    assert shirt["name"] == "Футболка" and len(shirt["variants"]) == 20 and shirt["from_uzs"] == 129_000
    assert poster["needs_design"] and not shirt["needs_design"]
    assert {one["colour"]: one["in_stock"] for one in mug["variants"]} == {"white": True, "black": False}
    one = await (await api.call("GET", "/products/tshirt")).json()
    assert one["id"] == shirt["id"]
    assert (await api.call("GET", "/products/rocket")).status == 404


async def test_what_a_buyer_chooses_from(api: Web) -> None:
    carriers = (await (await api.call("GET", "/delivery/carriers?lang=en")).json())["items"]
    assert [one["id"] for one in carriers] == ["boxnow", "courier", "pickup"]
    assert {one["id"]: one["asks"] for one in carriers}["courier"] == ["place", "address"]
    near = "/delivery/places?carrier=boxnow&lat=41.3111&lng=69.2797"
    lockers = (await (await api.call("GET", near)).json())["items"]
    assert lockers and lockers[0]["distance_m"] <= lockers[-1]["distance_m"] and lockers[0]["lat"]
    cities = (await (await api.call("GET", "/delivery/places?carrier=courier&q=samar")).json())["items"]
    assert [city["id"] for city in cities] == ["samarkand"]
    assert (await api.call("GET", "/delivery/places?carrier=pigeon")).status == 422
    assert (await api.call("GET", "/delivery/places?lat=north")).status == 422
    rails = (await (await api.call("GET", "/payment-providers")).json())["items"]
    assert [rail["id"] for rail in rails] == ["payme", "click", "stripe", "telegram"]


async def test_a_cart_over_rest(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    shirt = str((await variant()).id)
    cart = await (await caller.call("POST", "/cart/items", json={"variant_id": shirt, "quantity": 2})).json()
    line = cart["items"][0]
    assert (line["quantity"], cart["goods_uzs"], cart["can_order"]) == (2, 258_000, True)
    cart = await (await caller.call("POST", "/cart/promo", json={"code": "stario10"})).json()
    assert (cart["promo_code"], cart["discount_uzs"], cart["total_uzs"]) == ("STARIO10", 25_800, 232_200)
    path = f"/cart/items/{line['id']}"
    assert (await (await caller.call("PATCH", path, json={"quantity": 3})).json())["goods_uzs"] == 387_000
    assert (await caller.call("PATCH", path, json={"quantity": 21})).status == 422
    other = await api.enter(playground)
    assert (await other.call("DELETE", path)).status == 404
    assert (await (await caller.call("DELETE", path)).json())["items"] == []
    assert (await api.call("GET", "/cart")).status == 401


async def test_an_order_is_what_the_contract_says(api: Web, services: Services, playground: Control) -> None:
    caller = await api.enter(playground)
    poster = await new_poster(await User.get(telegram_id=caller.telegram_id))
    body = await body_for(promo_code="STARIO10")
    body["items"].append(
        {"variant_id": str((await variant("poster-a4")).id), "quantity": 1, "poster_id": str(poster.id)}
    )
    status, order = await post_order(caller, body)
    assert status == 201
    assert {"id", "number", "total_uzs", "goods_uzs", "discount_uzs", "delivery_uzs", "status", "payment_url"} <= set(
        order
    )
    assert order["total_uzs"] == order["goods_uzs"] - order["discount_uzs"] + order["delivery_uzs"] == 178_200
    assert order["payment_url"].startswith(f"{services.settings.playground_url}/payme/")
    for reference in (order["id"], order["number"]):
        seen = await caller.get(f"/orders/{reference}")
        assert seen["status"] == "awaiting_payment" and seen["delivery"]["carrier"] == "pickup"
    assert [one["number"] for one in (await caller.get("/orders"))["items"]] == [order["number"]]
    other = await api.enter(playground)
    assert (await other.call("GET", f"/orders/{order['id']}")).status == 404
    assert (await other.call("POST", f"/orders/{order['id']}/cancel")).status == 404


async def test_the_same_key_is_one_order_even_without_redis(api: Web, services: Services, playground: Control) -> None:
    caller, key = await api.enter(playground), uuid4().hex
    body = await body_for()
    first = await post_order(caller, body, key)
    assert await post_order(caller, body, key) == first
    await services.redis.flushall()
    _, again = await post_order(caller, body, key)
    assert again["id"] == first[1]["id"] and await Order.all().count() == 1
    await services.redis.flushall()
    status, problem = await post_order(caller, await body_for("mug-white"), key)
    assert status == 422 and problem["type"].endswith("site-key-other-body")


@pytest.mark.parametrize("code", ["STARIO10\u200b", "\u202aSTARIO10\u202c", "ＳＴＡＲＩＯ１０"], ids=ascii)
@pytest.mark.parametrize("phone", ["\u202a+998 90 123 45 67\u202c", "００９９８٩٠١٢٣٤٥٦٧"], ids=ascii)
async def test_what_is_pasted_is_read_as_it_looks(api: Web, playground: Control, code: str, phone: str) -> None:
    caller = await api.enter(playground)
    status, order = await post_order(caller, await body_for(promo_code=code, delivery=PICKUP | {"phone": phone}))
    assert (status, order["promo_code"], order["delivery"]["contact_phone"]) == (201, "STARIO10", "+998901234567")


@pytest.mark.parametrize(
    ("changes", "status", "key"),
    [
        ({"items": []}, 422, "shop-cart-empty"),
        ({"payment_provider": "stars"}, 422, "shop-rail-closed"),
        ({"promo_code": "NOSUCH"}, 422, "shop-promo-unknown"),
        ({"delivery": PICKUP | {"phone": "x"}}, 422, "shop-bad-phone"),
        ({"delivery": PICKUP | {"carrier": "boxnow", "place_id": "nowhere"}}, 422, "delivery-"),
        ({"items": [{"variant_id": str(uuid4()), "quantity": 1}]}, 404, "shop-gone"),
        ({"items": [{"variant_id": str(uuid4()), "quantity": 1.5}]}, 422, "site-bad-fields"),
        ({"items": [{"variant_id": str(uuid4()), "quantity": "1"}]}, 422, "site-bad-fields"),
        ({"items": [{"variant_id": str(uuid4()), "quantity": -1}]}, 422, "site-bad-fields"),
        ({"total_uzs": 1}, 422, "site-bad-fields"),
    ],
)
async def test_refusals_are_problem_documents_in_the_buyers_language(
    api: Web, playground: Control, changes: dict[str, Any], status: int, key: str
) -> None:
    caller = await api.enter(playground)
    answer = await caller.call("POST", "/orders", json=await body_for(**changes))
    problem = await answer.json()
    assert (answer.status, answer.content_type) == (status, "application/problem+json"), problem
    assert key in problem["type"] and problem["detail"]
    assert not await Order.exists()


async def test_sold_out_goods_are_named(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    await Variant.filter(sku="tshirt-white-m").update(on_hand=0)
    status, problem = await post_order(caller, await body_for())
    assert status == 409 and "Futbolka" in problem["detail"]


async def test_another_rail_and_then_none(api: Web, services: Services, playground: Control) -> None:
    caller = await api.enter(playground)
    _, order = await post_order(caller, await body_for())
    path, host = f"/orders/{order['number']}", services.settings.playground_url
    for rail, start in (("click", f"{host}/click/"), ("stripe", f"{host}/stripe/"), ("payme", f"{host}/payme/")):
        answer = await caller.call("POST", f"{path}/pay", json={"payment_provider": rail})
        told = await answer.json()
        assert (told["payment_provider"], told["total_uzs"]) == (rail, order["total_uzs"])
        assert told["payment_url"].startswith(start), told["payment_url"]
    invoice = await (await caller.call("POST", f"{path}/pay", json={"payment_provider": "telegram"})).json()
    assert invoice["payment_url"]
    assert (await (await caller.call("POST", f"{path}/cancel")).json())["status"] == "cancelled"
    assert (await caller.call("POST", f"{path}/cancel")).status == 409
    assert (await caller.call("POST", f"{path}/pay", json={"payment_provider": "click"})).status == 409
    assert (await caller.get(path))["payment_url"] is None
