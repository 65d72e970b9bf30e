"""Texts that no column, file or carrier can take: every route refuses them, none breaks."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import quote

import pytest
import pytest_asyncio
from yarl import URL

from bot.services import Services
from tests.control import Control
from tests.flows.webapp.web_client import API, ORDER, Web, open_client

UNFIT = ("a\0", "\0", "a\x1bb", "a\x7f", "\x85")
LONG = ("x" * 60, "x" * 5000, "9" * 30, "я" * 60)
HOSTILE = (*UNFIT, *LONG)
DELIVERY = {"carrier": "pickup", "name": "Lola", "phone": "+998901234567", "email": "a\0@b.uz"}
NOBODY = "11111111-1111-4111-8111-111111111111"
PLACES: tuple[str, ...] = (
    "/v/{}",
    "/p/{}",
    "/q/{}",
    "/shop/{}",
    "/orders/{}",
    "/app/artists/{}",
    "/app/shop/{}",
    "/app/trivia/{}",
)
PLACES += ("/app/videos/{}", "/app/quiz/{}", "/app/orders/{}", "/media/portraits/{}.jpg", "/static/{}", "/{}")


@pytest_asyncio.fixture
async def site(services: Services, playground: Control) -> AsyncIterator[Web]:
    async with open_client(services) as web:
        yield web


def resolve(schema: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    """A schema without references; of several choices the first."""
    if "$ref" in schema:
        return resolve(shapes[schema["$ref"].rsplit("/", 1)[1]], shapes)
    return resolve(schema["anyOf"][0], shapes) if "anyOf" in schema else schema


def example(schema: Any, shapes: dict[str, Any]) -> Any:
    """A value that fits, or nearly."""
    plain = resolve(schema, shapes)
    if "enum" in plain or "const" in plain:
        return plain.get("const", plain.get("enum", [None])[0])
    if plain.get("type") == "object":
        return {name: example(field, shapes) for name, field in plain.get("properties", {}).items()}
    if plain.get("type") == "array":
        return [example(plain["items"], shapes)]
    if plain.get("format") == "uuid":
        return NOBODY
    return {"integer": plain.get("minimum", 1), "number": 1.0, "boolean": True}.get(plain.get("type", ""), "abc")


def spoil(value: Any, unfit: str) -> Iterator[tuple[str, Any]]:
    """The value with one text after the other made hostile, and where."""
    if isinstance(value, str):
        yield "", unfit
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from ((f".{name}{place}", {**value, name: bad}) for place, bad in spoil(member, unfit))
        yield ".?", {**value, unfit: 1}
    elif isinstance(value, list):
        yield from ((place, [bad]) for place, bad in spoil(value[0], unfit))


def spoil_calls(described: Any, unfit: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every operation with a hostile text in each place of its path, its query, its headers and its body."""
    shapes = described["components"]["schemas"]
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            plain = re.sub(r"{\w+}", NOBODY, path)
            for name in re.findall(r"{\w+}", path):
                yield method, re.sub(r"{\w+}", NOBODY, path.replace(name, quote(unfit, safe=""))), {}
            for parameter in operation["parameters"]:
                if parameter["in"] == "query":
                    yield method, plain, {"params": {parameter["name"]: unfit}}
            yield method, plain, {"params": {unfit: "1"}}
            if "requestBody" in operation:
                schema = operation["requestBody"]["content"]["application/json"]["schema"]
                for _, body in spoil(example(schema, shapes), unfit):
                    yield method, plain, {"json": body}


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: ascii(text[:4]) + str(len(text)))
async def test_no_route_of_the_api_breaks(site: Web, services: Services, playground: Control, hostile: str) -> None:
    caller = await site.enter(playground)
    described = await (await site.call("GET", "/openapi.json")).json()
    broken = []
    for method, path, options in spoil_calls(described, hostile):
        await services.redis.delete(*(await services.redis.keys("*rate*") or ["none"]))
        answer = await caller.call(method, path.removeprefix(API), **options)
        if answer.status >= 500:
            broken.append((answer.status, method, path, options))
    assert not broken, [(status, method, path[:60], ascii(options)[:80]) for status, method, path, options in broken]


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: ascii(text[:4]) + str(len(text)))
async def test_no_page_breaks(site: Web, hostile: str) -> None:
    unfit = quote(hostile, safe="")
    for page in (*PLACES, "/app/?search={}", "/shop/poster?colour={}", "/?lang={}", "/app/posters/new?artist={}"):
        answer = await site.client.get(URL(page.replace("{}", unfit), encoded=True), headers={"Accept": "text/html"})
        assert answer.status < 500, page


@pytest.mark.parametrize("unfit", ["%00", "a%00", "%ED%A0%80", "%FF", "%1B"])
async def test_what_can_name_nothing_is_not_found(site: Web, playground: Control, unfit: str) -> None:
    caller = await site.enter(playground)
    for place in ("/artists/", "/products/", "/orders/", "/posters/", "/videos/jobs/", "/face-quiz/"):
        headers = {"Authorization": f"Bearer {caller.tokens['access_token']}"}
        answer = await site.client.get(URL(API + place + unfit, encoded=True), headers=headers)
        assert answer.status == 404 and answer.content_type == "application/problem+json", place
    answer = await site.client.get(URL(f"{API}/artists?search={unfit}", encoded=True))
    assert answer.status in (200, 422)


async def test_the_field_is_named(site: Web, playground: Control) -> None:
    caller = await site.enter(playground)
    for method, path, body, field in (
        ("POST", "/cart/promo", {"code": "AB\0C"}, "code"),
        ("POST", "/videos/generate", ORDER | {"text": "salom\x1b"}, "text"),
        ("POST", "/orders", {"items": [], "payment_provider": "click", "delivery": DELIVERY}, "delivery.email"),
    ):
        answer = await caller.call(method, path, json=body)
        problem = await answer.json()
        assert answer.status == 422 and [error["field"] for error in problem["errors"]] == [field]
    answer = await caller.call("GET", "/artists", params={"search": "a\0"})
    assert answer.status == 422 and (await answer.json())["errors"][0]["field"] == "search"
    lone = b'{"code": "\\ud800"}'
    answer = await caller.call("POST", "/cart/promo", data=lone, headers={"Content-Type": "application/json"})
    assert answer.status in (400, 422)
    words = ORDER | {"text": "Onajon,\r\n\ttug'ilgan kuningiz muborak!"}
    assert (await caller.call("POST", "/videos/generate", json=words)).status == 202, "line ends and tabs are text"


@pytest.mark.parametrize("header", ["Accept-Language", "Idempotency-Key", "X-Stario-Person", "Authorization", "Cookie"])
async def test_headers_are_only_looked_at(site: Web, header: str) -> None:
    host, port = site.client.host, site.client.port
    for unfit in (b"\xff\xfe", b"stario_language=\xff", b"Bearer \xff", b"x" * 5000):
        reader, writer = await asyncio.open_connection(host, port)
        body = b'{"text": "salom"}'
        writer.write(b"POST /api/v1/moderation/check HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")
        writer.write(header.encode() + b": " + unfit + b"\r\nContent-Type: application/json\r\n")
        writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        status = int((await reader.readline()).split()[1])
        writer.close()
        assert status < 500, unfit
