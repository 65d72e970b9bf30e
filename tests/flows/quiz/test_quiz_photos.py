"""The photo goes: three seconds after the answer, with its link, after a crash; and leaves no byte behind."""

import asyncio
import io
import os
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import pytest
from PIL import Image

from bot.embedded.put_once import PutOnce, link_death
from bot.privacy.erasing import erase_person
from bot.quiz.photo_sweep import keep_sweeping, photo_key, sweep_due
from bot.quiz.quizzes import Upload, bring_photo, find_quiz, give_consent, start_quiz
from bot.services import Services
from db.quizzes import FaceQuiz, QuizConsent, QuizStatus
from tests.answers import expect_status
from tests.conftest import Stack
from tests.control import Control
from tests.flows.quiz.quiz_world import new_quiz, photos_left, portrait_of, put_photo
from tests.flows.world import new_fan
from tests.rest import RestFan, new_rest_fan
from tests.waiting import until

MARK = b"unmistakable-"


def marked_photo(slug: str, mark: bytes) -> bytes:
    """A portrait whose file carries `mark` again and again, in comments and after its end."""
    out = io.BytesIO()
    Image.open(io.BytesIO(portrait_of(slug))).save(out, "JPEG", quality=92, comment=mark * 40, exif=_exif(mark))
    return out.getvalue() + mark * 400


def _exif(mark: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = mark.decode() * 10
    return exif


async def test_a_photo_nobody_analysed_goes_with_its_link(services: Services) -> None:
    fan = await new_fan()
    quiz = await new_quiz(services, fan, portrait_of("humora-sadafli"))
    assert await sweep_due(services) == 0 and await photos_left(services, quiz)
    await FaceQuiz.filter(id=quiz.id).update(delete_at=datetime.now(UTC))
    assert await sweep_due(services) == 1
    gone = await find_quiz(fan, quiz.id)
    assert (gone.status, gone.object_keys) == (QuizStatus.EXPIRED, []) and gone.deleted_at is not None
    assert await photos_left(services, quiz) == []
    assert len(gone.object_hashes) == 1


async def test_what_came_late_is_found_when_the_link_is_dead(services: Services) -> None:
    fan = await new_fan()
    await give_consent(fan, "uz")
    body = portrait_of("humora-sadafli")
    started = await start_quiz(services, fan, [Upload("image/jpeg", len(body))], "rest")
    await FaceQuiz.filter(id=started.quiz.id).update(delete_at=datetime.now(UTC))
    await sweep_due(services)
    assert await put_photo(started.links[0], body) == 200  # the link outlived its quiz
    await FaceQuiz.filter(id=started.quiz.id).update(link_dies_at=datetime.now(UTC) - timedelta(minutes=2))
    await sweep_due(services)
    assert await photos_left(services, started.quiz) == []
    assert (await find_quiz(fan, started.quiz.id)).link_swept_at is not None


async def test_the_sweeper_is_there_in_time_and_outlives_an_outage(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    fan = await new_fan()
    await give_consent(fan, "uz")
    quiz = await bring_photo(services, fan, portrait_of("humora-sadafli"), 1, 1)
    whole, calls = services.store.delete, 0

    async def fail_once(key: str) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise OSError("the store is away")
        await whole(key)

    monkeypatch.setattr(services.store, "delete", fail_once)
    due = datetime.now(UTC) + timedelta(seconds=0.5)
    await FaceQuiz.filter(id=quiz.id).update(delete_at=due)
    sweeping = asyncio.create_task(keep_sweeping(services))
    gone = await until(lambda: find_quiz(fan, quiz.id), lambda now: now.deleted_at is not None)
    sweeping.cancel()
    assert timedelta(0) <= gone.deleted_at - due < timedelta(seconds=2.5)
    assert not await services.store.exists(photo_key(quiz.id, 0))


async def test_a_dead_link_is_refused(services: Services) -> None:
    url, headers = await services.store.put_link("quiz/dead/0", "image/jpeg", 3, 1)
    await asyncio.sleep(2.1)  # clock: the link lives for one second, and signatures count whole ones
    async with aiohttp.ClientSession() as http, http.put(url, data=b"abc", headers=headers) as answer:
        assert answer.status == 403
    assert not await services.store.exists("quiz/dead/0")


async def test_used_links_are_remembered_over_a_restart_and_broken_uploads_are_no_use(tmp_path: Path) -> None:
    statuses, path = [], tmp_path / "used"
    signed = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    query = f"X-Amz-Date={signed}&X-Amz-Expires=300&X-Amz-Signature=abc".encode()
    scope = {"type": "http", "method": "PUT", "query_string": query}
    assert link_death({"X-Amz-Date": [signed], "X-Amz-Expires": ["300"]}) > time.time() + 298

    async def store(scope: Any, receive: Any, send: Any) -> None:
        whole = (await receive())["type"] == "http.request"
        await send({"type": "http.response.start", "status": 200 if whole else 500, "headers": []})

    async def put(app: PutOnce, kind: str) -> None:
        async def receive() -> dict[str, Any]:
            return {"type": kind, "body": b"x"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        await app(scope, receive, send)

    for kind in ("http.disconnect", "http.request", "http.request"):
        await put(PutOnce(store, path), kind)
    assert statuses == [500, 200, 403]


async def test_forgetting_a_person_forgets_quizzes(services: Services) -> None:
    fan = await new_fan()
    quiz = await new_quiz(services, fan, portrait_of("humora-sadafli"))
    await erase_person(services, fan)
    assert await photos_left(services, quiz) == []
    row = await FaceQuiz.get(id=quiz.id)
    assert row.deleted_at is not None and row.chat_id is None and row.matches == []
    assert not await QuizConsent.filter(user_id=fan.id, withdrawn_at=None).exists()


def list_files(folder: Path) -> list[Path]:
    """Everything below a folder; what vanishes while one looks holds nothing any more."""
    return [Path(base) / name for base, _, names in os.walk(folder) for name in names]


def files_holding(mark: bytes, *folders: Path) -> list[Path]:
    found = []
    for folder in folders:
        for path in list_files(folder):
            try:
                if path.is_file() and not path.is_symlink() and mark in path.read_bytes():
                    found.append(path)
            except OSError:
                continue  # gone meanwhile, or a socket
    return found


async def gallery_is_loaded(stack: Stack) -> None:
    """Just after the first start the artists' faces are still being looked at."""
    connection = await asyncpg.connect(stack.addresses["database_url"])
    try:
        count = "SELECT count(*) FROM artist_faces"
        await until(lambda: connection.fetchval(count), lambda faces: faces >= 10, seconds=90)
    finally:
        await connection.close()


async def _ask(http: aiohttp.ClientSession, stack: Stack, control: Control, mark: bytes) -> tuple[RestFan, Any, float]:
    """A whole quiz over REST with a plain PUT: the fan, the answer, and when it came."""
    await gallery_is_loaded(stack)
    fan = await new_rest_fan(http, stack.web, control)
    body = marked_photo("zarnigor-bahoriy", mark)
    start = {"consent": True, "content_type": "image/jpeg", "content_length": len(body)}
    started = await fan.call("POST", "/face-quiz/start", start, 201)
    async with http.put(started["upload_url"], data=body, headers={"Content-Type": "image/jpeg"}) as answer:
        await expect_status(answer, 200)
    answer = await fan.call("POST", f"/face-quiz/{started['quiz_id']}/analyze", {})
    return fan, answer, time.time()


async def _deleted_receipt(fan: RestFan, quiz_id: str) -> Any:
    """The receipt, as soon as it says `deleted`."""
    return await until(lambda: fan.call("GET", f"/face-quiz/{quiz_id}/receipt"), lambda now: now["deleted_at"])


async def test_a_whole_quiz_leaves_no_byte_of_the_photo(
    stack: Stack, control: Control, http: aiohttp.ClientSession
) -> None:
    mark = MARK + os.urandom(8).hex().encode()
    fan, answer, answered = await _ask(http, stack, control, mark)
    assert answer["matches"][0]["slug"] == "zarnigor-bahoriy" and answer["similarity"] > 90
    assert answer["badge_id"] == "twin" and len(answer["matches"]) == 5
    receipt = await _deleted_receipt(fan, answer["quiz_id"])
    assert datetime.fromisoformat(receipt["deleted_at"]).timestamp() - answered < 4
    assert len(receipt["object_hashes"][0]) == 64
    assert files_holding(mark, stack.folder, Path("/tmp"), Path("/dev/shm")) == []


@pytest.mark.parametrize("words", ["-m bot web", "-m bot worker face", "-m bot worker delivery"])
async def test_the_photo_goes_whoever_dies_after_the_answer(
    stack: Stack, control: Control, http: aiohttp.ClientSession, words: str
) -> None:
    mark = MARK + os.urandom(8).hex().encode()
    _, answer, answered = await _ask(http, stack, control, mark)
    for process in stack.pids(words):
        os.kill(process, signal.SIGKILL)
    await until(lambda: objects_of(answer["quiz_id"], stack), lambda left: not left, answered + 4 - time.time())
    # The house is left in order for whoever comes next.
    await until(lambda: stack.pids(words) and is_healthy(http, stack), seconds=60)


def objects_of(quiz_id: str, stack: Stack) -> list[Path]:
    return [path for path in list_files(stack.folder / "objects") if quiz_id in str(path)]


async def is_healthy(http: aiohttp.ClientSession, stack: Stack) -> bool:
    try:
        async with http.get(f"{stack.web}/healthz") as health:
            return health.status == 200
    except aiohttp.ClientError:
        return False
