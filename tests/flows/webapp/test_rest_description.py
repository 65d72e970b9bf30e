"""The OpenAPI description: complete, consistent, and readable."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest_asyncio

from bot.services import Services
from tests.control import Control
from tests.flows.webapp.web_client import Web, open_client


@pytest_asyncio.fixture
async def api(services: Services, playground: Control) -> AsyncIterator[Web]:
    async with open_client(services) as web:
        yield web


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


async def test_every_reference_leads_somewhere(api: Web) -> None:
    answer = await api.call("GET", "/openapi.json")
    described = await answer.json()
    assert described["openapi"].startswith("3.1") and len(described["paths"]) > 10
    shapes = described["components"]["schemas"]
    for reference in references(described):
        assert reference.removeprefix("#/components/schemas/") in shapes, reference


async def test_every_operation_names_its_errors(api: Web) -> None:
    described = await (await api.call("GET", "/openapi.json")).json()
    names = []
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            names.append(operation["operationId"])
            problems = {status for status in operation["responses"] if status >= "400"}
            assert "500" in problems
            for status in problems:
                assert "application/problem+json" in operation["responses"][status]["content"]
            if method != "get":
                assert {"400", "409", "422"} <= problems
                assert "Idempotency-Key" in {one["name"] for one in operation["parameters"]}
            if operation["security"]:
                assert "401" in problems, path
    assert len(names) == len(set(names))


async def test_answers_are_as_described(api: Web) -> None:
    described = await (await api.call("GET", "/openapi.json")).json()
    page = await (await api.call("GET", "/artists")).json()
    wanted = described["components"]["schemas"]["ArtistShape"]
    for artist in page["items"]:
        assert set(artist) == set(wanted["properties"]) == set(wanted["required"])


async def test_the_page_to_read_it(api: Web) -> None:
    answer = await api.client.get("/api/docs")
    html = await answer.text()
    assert answer.status == 200
    for path in ("/api/v1/videos/generate", "/api/v1/auth/telegram", "/api/v1/moderation/check"):
        assert path in html
    assert "http" not in html.split("<head>")[1].split("</head>")[0].replace(" http-equiv", ""), (
        "nothing foreign is loaded"
    )
