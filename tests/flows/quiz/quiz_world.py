"""A face worker in this process, and fans who bring photos to it."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import aiohttp
import cv2
import numpy as np
import pytest

import workers.making.embed_artist
from bot.demo import __file__ as demo_file
from bot.quiz.quizzes import FaceQuiz, Link, Upload, give_consent, start_quiz
from bot.services import Services
from db.users import User
from tests.flows.worker_world import open_worker
from workers.classes import face
from workers.engines.contracts import Picture
from workers.engines.face.contracts import Vector
from workers.engines.face.enrolment import enrol_portraits
from workers.engines.face.selfies import SelfieReader
from workers.engines.loaded import loaded
from workers.rows import Bench

PORTRAITS = Path(demo_file).parent / "portraits"
_known: dict[str, Vector] = {}


def portrait_of(slug: str) -> bytes:
    return (PORTRAITS / f"{slug}.jpg").read_bytes()


@lru_cache
def picture_of(slug: str) -> Picture:
    picture = cv2.imread(str(PORTRAITS / f"{slug}.jpg"))
    assert picture is not None
    return np.asarray(picture, np.uint8)


def as_jpeg(picture: Picture, quality: int = 90) -> bytes:
    return bytes(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1])


def _enrol_once(reader: SelfieReader, bodies: Sequence[bytes]) -> Vector:
    """The same portraits in every test are looked at in the first one only."""
    name = hashlib.sha256(b"".join(bodies)).hexdigest()
    if name not in _known:
        _known[name] = enrol_portraits(reader, bodies)
    return _known[name]


@asynccontextmanager
async def open_face_worker(services: Services, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    """The face worker at work, its gallery loaded; sweeping is left to the test."""
    monkeypatch.setattr(workers.making.embed_artist, "enrol_portraits", _enrol_once)
    bench = Bench(services, "test")
    contents = face.load(bench)
    warm, keep, _ = contents.chores
    keeping = asyncio.create_task(keep())
    try:
        async with open_worker("face", bench, contents):
            await warm()
            await asyncio.wait_for(loaded(bench.engines.gallery).ready.wait(), 60)
            yield bench
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


async def put_photo(link: Link, body: bytes, **headers: str) -> int:
    """PUTs as a browser would, with the announced headers only; the status."""
    async with (
        aiohttp.ClientSession() as http,
        http.put(link.url, data=body, headers={**link.headers, **headers}) as answer,
    ):
        await answer.read()
        return answer.status


async def expect_photo_taken(link: Link, body: bytes) -> None:
    assert await put_photo(link, body) == 200


async def new_quiz(services: Services, fan: User, *bodies: bytes, kind: str = "image/jpeg") -> FaceQuiz:
    """A quiz whose photos are in the store."""
    await give_consent(fan, "uz")
    started = await start_quiz(services, fan, [Upload(kind, len(body)) for body in bodies], "rest")
    for link, body in zip(started.links, bodies, strict=True):
        await expect_photo_taken(link, body)
    return started.quiz


async def photos_left(services: Services, quiz: FaceQuiz) -> list[Any]:
    """Files of this quiz on the store's disk."""
    folder = services.settings.data_dir / "objects"
    return [path for path in folder.rglob("*") if str(quiz.id) in str(path) and path.is_file()]
