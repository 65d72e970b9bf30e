"""A fan's photos are compared with the artists while the fan waits."""

import asyncio
import time
from dataclasses import asdict
from datetime import UTC, datetime
from uuid import UUID

from bot.artists.faces import still_matchable
from bot.errors import Conflict, Invalid, NotFound, Unavailable
from bot.quiz.quizzes import answer_quiz, ask_which_face, refuse_quiz
from bot.states.quizzes import OPEN
from db.quizzes import FaceQuiz
from workers.engines.face.gallery import Gallery
from workers.engines.face.selfies import SeveralPeople
from workers.engines.loaded import loaded
from workers.engines.photos.decoding import PhotoRefused
from workers.rows import Bench

MATCHES = 5
_PATIENCE = 8.0  # seconds: just after a start the artists' faces are still being looked at


class _Laps:
    """Milliseconds by stage of one answer, from the moment it was asked for."""

    def __init__(self, asked_at: float) -> None:
        self.stages = {"queue": round(max(0.0, time.time() - asked_at) * 1000, 2)}
        self._last = time.perf_counter()

    def lap(self, stage: str) -> None:
        now = time.perf_counter()
        self.stages[stage] = round((now - self._last) * 1000, 2)
        self._last = now

    def skip(self) -> None:
        """Leaves out time that somebody else has measured."""
        self._last = time.perf_counter()


async def analyse_quiz(bench: Bench, item_id: str) -> None:
    """Answers one quiz, asked for as `id:face:seconds since 1970`; the row tells how it ended.

    Raises Conflict while no photo is there, Unavailable while there is nobody to compare with.
    """
    quiz_id, face, asked_at = item_id.split(":")
    laps = _Laps(float(asked_at))
    quiz = await FaceQuiz.get(id=UUID(quiz_id))
    laps.lap("row")
    if quiz.status not in OPEN or quiz.delete_at <= datetime.now(UTC):
        return
    bodies = await _fetch_photos(bench, quiz)
    laps.lap("fetch")
    try:
        await _answer(bench, quiz, bodies, int(face) if face else None, laps)
    except PhotoRefused as refused:
        await refuse_quiz(quiz, Invalid(refused.key))
    except SeveralPeople as several:
        await ask_which_face(quiz, [asdict(box) for box in several.boxes])


async def _fetch_photos(bench: Bench, quiz: FaceQuiz) -> list[bytes]:
    """The photos that have come. Raises Conflict for none."""
    store = bench.services.store
    found = await asyncio.gather(*(store.get(key) for key in quiz.object_keys), return_exceptions=True)
    for outcome in found:
        if isinstance(outcome, BaseException) and not isinstance(outcome, NotFound):
            raise outcome
    bodies = [body for body in found if isinstance(body, bytes)]
    if not bodies:
        raise Conflict("quiz-not-uploaded")
    return bodies


async def _ready_gallery(bench: Bench) -> Gallery:
    """The gallery, once it is loaded. Raises Unavailable when that takes too long."""
    kept = loaded(bench.engines.gallery)
    try:
        await asyncio.wait_for(kept.ready.wait(), _PATIENCE)
    except TimeoutError as error:
        raise Unavailable("quiz-no-artists") from error
    return kept.gallery


async def _answer(bench: Bench, quiz: FaceQuiz, bodies: list[bytes], face: int | None, laps: _Laps) -> None:
    reader = loaded(bench.engines.selfies)
    reading = await asyncio.to_thread(reader.read_selfies, bodies, face)
    laps.stages |= reading.stages
    laps.skip()
    ranked = (await _ready_gallery(bench)).rank(reading.vector)
    laps.lap("search")
    agreed = await still_matchable(artist for artist, _ in ranked)
    matches = [(artist, percent) for artist, percent in ranked if artist in agreed][:MATCHES]
    laps.lap("consents")
    if not matches:
        raise Unavailable("quiz-no-artists")
    await answer_quiz(quiz, matches, reader.engine_id, laps.stages)
