"""Orders that may be paid for so'm, and providers that call the shop: Payme and Click as a test plays them."""

import base64
import itertools
import json
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.adapters.click_wire import sign
from bot.artists.pricing import Quote
from bot.greetings.videos import Placed, open_video_order
from bot.ids import new_code
from bot.merchants import click_keys, payme_keys
from bot.services import Services
from bot.shelf.stock import hold_stock
from db.artists import Artist
from db.orders import Order, OrderItem, OrderStatus
from db.products import Product, ProductKind, Variant
from db.videos import Video, VideoStatus
from tests.answers import expect_status
from tests.flows.world import new_fan
from webapp.callbacks import add_callbacks
from webapp.errors import catch_errors
from webapp.keys import SERVICES
from webapp.metering import meter_requests
from webapp.security import set_headers

_numbers = itertools.count(50_000_001)
_clicks = itertools.count(2_400_000_001)
_QUESTION = 17
HOURS_12 = 43_200_000


async def goods_order(discount: int = 1_001, quantity: int = 3, on_hand: int = 10) -> Order:
    """Three mugs with a discount that no line divides by, and delivery: it waits for its money."""
    product = await Product.create(
        slug=f"mug-{uuid4()}"[:48], kind=ProductKind.MUG, mxik="06912001001000000", package_code="1209885"
    )
    variant = await Variant.create(product=product, sku=uuid4().hex, price_uzs=45_000, on_hand=on_hand)
    goods = 45_000 * quantity
    order = await Order.create(
        number=str(next(_numbers)),
        user=await new_fan(),
        status=OrderStatus.AWAITING_PAYMENT,
        goods_uzs=goods,
        discount_uzs=discount,
        delivery_uzs=20_000,
        total_uzs=goods - discount + 20_000,
        expires_at=datetime.now(UTC) + timedelta(minutes=30),
    )
    await OrderItem.create(
        order=order,
        kind="goods",
        variant=variant,
        title="Krujka",
        mxik=product.mxik,
        package_code=product.package_code,
        vat_percent=12,
        quantity=quantity,
        price_uzs=45_000,
        discount_uzs=discount,
    )
    await hold_stock(order.id, {variant.id: quantity})
    return order


async def greeting_order() -> Placed:
    """A greeting ordered on the web site, whose words are fine: it waits for its money."""
    artist = await Artist.create(
        slug=uuid4().hex[:20],
        name="Sabohat",
        name_cyrl="Сабоҳат",
        category="singer",
        languages=["uz"],
        price_uzs=30_000,
        price_xtr=150,
    )
    fan, quote = await new_fan(), Quote(30_000, 150)
    video = await Video.create(
        code=new_code(),
        user=fan,
        artist=artist,
        occasion="birthday",
        recipient="Onajon",
        text="Muborak!",
        language="uz",
        viewer_language="uz",
        status=VideoStatus.AWAITING_PAYMENT,
        source="rest",
        rules_version="1",
        estimated_seconds=5,
        chat_id=fan.telegram_id,
    )
    return Placed(video, await open_video_order(fan, video, quote, OrderStatus.AWAITING_PAYMENT), quote)


@asynccontextmanager
async def open_callbacks(services: Services) -> AsyncIterator[TestClient[Any, Any]]:
    """A client of the part of the web process that providers call, on the port the settings name."""
    app = web.Application(middlewares=[meter_requests, catch_errors])
    app[SERVICES] = services
    app.on_response_prepare.append(set_headers)
    add_callbacks(app)
    async with TestClient(TestServer(app, host="127.0.0.1", port=services.settings.port)) as client:
        yield client


def _expect_echo(told: Any) -> None:
    """An answer carries the id of its question."""
    assert told["id"] == _QUESTION


class Payme:
    """Payme as a client of the shop. `raw` gives bytes, `ask` the parsed answer."""

    def __init__(self, client: TestClient[Any, Any], services: Services) -> None:
        keys = payme_keys(services.settings)
        assert keys is not None
        self.client = client
        self.header = "Basic " + base64.b64encode(f"Paycom:{keys.key.get_secret_value()}".encode()).decode()

    async def send(self, body: bytes, header: str | None = None, method: str = "POST") -> bytes:
        headers = {"Authorization": self.header if header is None else header, "Content-Type": "text/json"}
        answer = await self.client.request(method, "/callbacks/payme", data=body, headers=headers)
        await expect_status(answer, 200)
        return await answer.read()

    async def raw(self, method: str, header: str | None = None, **params: Any) -> bytes:
        body = json.dumps({"method": method, "params": params, "id": _QUESTION}).encode()
        return await self.send(body, header)

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The result, or `{"code": …}` with the rest of the error."""
        told = json.loads(await self.raw(method, **params))
        _expect_echo(told)
        return told["result"] if "result" in told else told["error"]  # type: ignore[no-any-return]

    async def create(self, order: Order, **changes: Any) -> dict[str, Any]:
        params = {
            "id": new_id(),
            "time": now_ms(),
            "amount": order.total_uzs * 100,
            "account": {"order_id": order.number},
        } | changes
        return {**params, **await self.ask("CreateTransaction", **params), "id": params["id"]}


class Click:
    """Click as a client of the shop: forms, signed."""

    def __init__(self, client: TestClient[Any, Any], services: Services) -> None:
        keys = click_keys(services.settings)
        assert keys is not None
        self.client, self.keys = client, keys

    def fields(self, order: Order, action: str, /, **changes: str) -> dict[str, str]:
        """Signed fields of a request; `changes` are made before signing."""
        fields = {
            "click_trans_id": str(next(_clicks)),
            "service_id": self.keys.service_id,
            "click_paydoc_id": "9100000001",
            "merchant_trans_id": order.number,
            "amount": f"{order.total_uzs}.00",
            "action": action,
            "error": "0",
            "error_note": "Success",
            "sign_time": "2026-11-22 10:00:00",
        } | changes
        return fields | {"sign_string": sign(self.keys.secret_key.get_secret_value(), fields)}

    async def send(self, name: str, body: bytes | str, content_type: str = "") -> bytes:
        headers = {"Content-Type": content_type or "application/x-www-form-urlencoded"}
        answer = await self.client.post(f"/callbacks/click/{name}", data=body, headers=headers)
        await expect_status(answer, 200)
        return await answer.read()

    async def raw(self, name: str, fields: dict[str, str]) -> bytes:
        return await self.send(name, urlencode(fields))

    async def prepare(self, order: Order, **changes: str) -> dict[str, Any]:
        """The answer, with the fields that were sent under `sent`."""
        fields = self.fields(order, "0", **changes)
        return {**json.loads(await self.raw("prepare", fields)), "sent": fields}

    async def complete(self, order: Order, prepared: dict[str, Any], **changes: str) -> dict[str, Any]:
        fields = self.fields(
            order,
            "1",
            **{
                "click_trans_id": prepared["sent"]["click_trans_id"],
                "merchant_prepare_id": str(prepared["merchant_prepare_id"]),
            }
            | changes,
        )
        told: dict[str, Any] = json.loads(await self.raw("complete", fields))
        return told


def new_id() -> str:
    return secrets.token_hex(12)


def now_ms() -> int:
    return time.time_ns() // 1_000_000
