"""The face quiz over REST, as another program relies on it."""

from collections.abc import AsyncIterator
from typing import Any

import numpy as np
import pytest
import pytest_asyncio

from bot.services import Services
from tests.contracts.engines.hostile_photos import hostile_files
from tests.control import Control
from tests.flows.quiz.quiz_world import as_jpeg, open_face_worker, picture_of, portrait_of
from tests.flows.webapp.web_client import Caller, Web, open_client

HOSTILE_OVER_REST = (
    "noise",
    "half a jpeg",
    "png bomb that unpacks",
    "a png that moves",
    "magic of a heic, then noise",
    "a png of sixteen bits within the limit",
    "polyglot: jpeg and html",
    "no face",
)


@pytest_asyncio.fixture
async def api(services: Services, playground: Control, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Web]:
    async with open_client(services) as web, open_face_worker(services, monkeypatch):
        yield web


async def begin(caller: Caller, body: bytes, kind: str = "image/jpeg", **more: Any) -> Any:
    start = {"consent": True, "content_type": kind, "content_length": len(body), **more}
    answer = await caller.call("POST", "/face-quiz/start", json=start)
    return await answer.json() | {"http": answer.status}


async def upload(caller: Caller, started: Any, body: bytes, kind: str = "image/jpeg") -> int:
    """A plain PUT with nothing but its media type."""
    session = caller.web.client.session
    async with session.put(started["upload_url"], data=body, headers={"Content-Type": kind}) as answer:
        return int(answer.status)


async def ask(caller: Caller, quiz_id: str, **body: Any) -> tuple[int, Any]:
    answer = await caller.call("POST", f"/face-quiz/{quiz_id}/analyze", json=body)
    return answer.status, await answer.json()


async def test_from_consent_to_receipt(api: Web, playground: Control) -> None:
    caller, body = await api.enter(playground, "en"), portrait_of("humora-sadafli")
    before = await caller.get("/face-quiz/consent")
    assert not before["given"] and "3 seconds" in before["text"]
    started = await begin(caller, body)
    assert started["http"] == 201 and len(started["uploads"]) == 1
    assert await upload(caller, started, body) == 200
    status, answer = await ask(caller, started["quiz_id"])
    assert status == 200 and answer["similarity"] > 90
    assert (answer["badge_id"], answer["badge"]) == ("twin", "Twin")
    assert len(answer["matches"]) == 5
    first = answer["matches"][0]
    assert first["name"] == "Humora Sadafli" and first["percent"] == answer["similarity"]
    async with api.client.session.get(first["portrait_url"]) as portrait:
        assert portrait.status == 200
    state = await caller.get(f"/face-quiz/{started['quiz_id']}")
    assert state["status"] == "answered" and state["answer"]["matches"] == answer["matches"]
    receipt = await caller.get(f"/face-quiz/{started['quiz_id']}/receipt")
    assert receipt["delete_at"] and len(receipt["object_hashes"]) == 1
    assert (await caller.get("/face-quiz/consent"))["given"]
    withdrawn = await caller.call("POST", "/face-quiz/consent/withdraw", json={})
    assert not (await withdrawn.json())["given"]
    receipt = await caller.get(f"/face-quiz/{started['quiz_id']}/receipt")
    assert receipt["deleted_at"] and receipt["object_hashes"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"consent": False}, 422),
        ({"consent": "true"}, 422),
        ({"consent": 1}, 422),
        ({"content_type": "image/gif"}, 422),
        ({"content_type": "image/jpg"}, 201),
        ({"content_type": "IMAGE/JPEG; q=1"}, 201),
        ({"content_type": "application/octet-stream"}, 201),
        ({"content_type": ""}, 201),
        ({"content_length": 0}, 422),
        ({"content_length": 50 * 2**20}, 422),
        ({"content_length": -5}, 422),
        ({"age": "guardian"}, 422),
        ({"age": "guardian", "guardian_name": "Zulfiya opa"}, 201),
        ({"photos": [{"content_type": "image/jpeg", "content_length": 5}] * 4}, 422),
        ({"photos": [{"content_type": "image/heic", "content_length": 5}] * 3}, 201),
    ],
)
async def test_a_start_is_judged_at_the_edge(
    services: Services, playground: Control, change: dict[str, Any], status: int
) -> None:
    async with open_client(services) as web:
        caller = await web.enter(playground)
        told = await begin(caller, b"12345", **change)
        assert told["http"] == status, told
        assert status == 201 or told["detail"]
        if status == 201:
            assert len(told["uploads"]) == len(change.get("photos", [1]))


async def test_another_persons_quiz_is_not_there(api: Web, playground: Control) -> None:
    body = portrait_of("humora-sadafli")
    owner, stranger = await api.enter(playground), await api.enter(playground)
    started = await begin(owner, body)
    await upload(owner, started, body)
    assert (await ask(stranger, started["quiz_id"]))[0] == 404
    for path in ("", "/receipt"):
        answer = await stranger.call("GET", f"/face-quiz/{started['quiz_id']}{path}")
        assert answer.status == 404
    assert (await ask(owner, started["quiz_id"]))[0] == 200


async def test_which_face_is_asked_with_boxes(api: Web, playground: Control) -> None:
    caller = await api.enter(playground)
    pair = as_jpeg(np.hstack([picture_of("yahyo-sahariy"), picture_of("oygul-lazgiyeva")]))
    started = await begin(caller, pair)
    assert await upload(caller, started, pair) == 200
    status, problem = await ask(caller, started["quiz_id"])
    assert status == 409 and len(problem["faces"]) == 2 and problem["type"].endswith("quiz-several-faces")
    state = await caller.get(f"/face-quiz/{started['quiz_id']}")
    assert state["status"] == "choosing" and state["faces"] == problem["faces"]
    status, answer = await ask(caller, started["quiz_id"], face=0)
    assert status == 200 and answer["matches"][0]["slug"] in ("yahyo-sahariy", "oygul-lazgiyeva")


async def test_hostile_files_are_refused_in_words_over_rest(api: Web, playground: Control) -> None:
    caller = await api.enter(playground, "en")
    chosen = [row for row in hostile_files() if row[0] in HOSTILE_OVER_REST]
    assert len(chosen) == len(HOSTILE_OVER_REST)
    for name, body, key in chosen:
        started = await begin(caller, body)
        assert await upload(caller, started, body) == 200
        status, told = await ask(caller, started["quiz_id"])
        assert status == (422 if key else 200), (name, told)
        if key:
            assert told["type"].endswith(key) and len(told["detail"]) > 20
            state = await caller.get(f"/face-quiz/{started['quiz_id']}")
            assert (state["status"], state["reason"]) == ("refused", told["detail"])
