"""Quiz photos go: three seconds after the answer, when their upload link dies, when a consent is taken back.

The row says when. Several processes look after it (`keep_sweeping`), so that the end of any one of them delays nothing;
deleting twice is deleting, so nobody holds a lock that could outlive its holder. Object keys follow from the quiz's id:
a photo that arrives late over a link still alive is found by whoever looks again after the link has died.
"""

import asyncio
import hashlib
import logging
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tortoise.connection import get_connection
from tortoise.expressions import Q

from bot.adapters.s3 import ObjectStore
from bot.services import Services
from bot.states.quizzes import OPEN, change_quiz
from db.quizzes import FaceQuiz, QuizStatus

log = logging.getLogger("stario.sweep")
KEEP_ANSWERED = timedelta(seconds=3)
LATE_UPLOADS = timedelta(seconds=60)  # an upload begun in the link's last moment has ended by then
_LOOK_SECONDS = 1.0
_BATCH = 100


def photo_key(quiz_id: UUID, place: int) -> str:
    return f"quiz/{quiz_id}/{place}"


def hash_key(key: str) -> str:
    """What a receipt says instead of a key: SHA-256 in hex."""
    return hashlib.sha256(key.encode()).hexdigest()


async def delete_photos(store: ObjectStore, quiz: FaceQuiz) -> None:
    """Deletes the photos of a quiz now and writes the receipt."""
    await _delete_objects(store, quiz)
    now = datetime.now(UTC)
    await FaceQuiz.filter(id=quiz.id, deleted_at=None).update(deleted_at=now, object_keys=[], faces=[])
    await change_quiz(quiz.id, OPEN, QuizStatus.EXPIRED)


async def _delete_objects(store: ObjectStore, quiz: FaceQuiz) -> None:
    keys = [photo_key(quiz.id, place) for place in range(len(quiz.object_hashes))]
    await asyncio.gather(*(store.delete(key) for key in keys))


async def sweep_due(services: Services) -> int:
    """Deletes what is due, and looks once more after links that have died; how many quizzes were seen to."""
    now = datetime.now(UTC)
    due = await FaceQuiz.filter(deleted_at=None, delete_at__lte=now).order_by("delete_at").limit(_BATCH)
    for quiz in due:
        await delete_photos(services.store, quiz)
    late = await (
        FaceQuiz.filter(~Q(deleted_at=None), link_swept_at=None, link_dies_at__lte=now - LATE_UPLOADS)
        .order_by("link_dies_at")
        .limit(_BATCH)
    )
    for quiz in late:
        await _delete_objects(services.store, quiz)
        await FaceQuiz.filter(id=quiz.id).update(link_swept_at=datetime.now(UTC))
    return len(due) + len(late)


async def keep_sweeping(services: Services, lag: float = 0.0) -> None:
    """Sweeps until cancelled. `lag`: seconds this process leaves to the others, so that not all do the same."""
    while True:
        try:
            await sweep_due(services)
            pause = await _seconds_to_next()
        except Exception:
            # Postgres or the store is away for a while; what is due stays due.
            log.exception("quiz photos could not be swept")
            pause = _LOOK_SECONDS
        await asyncio.sleep(pause + lag)


async def _seconds_to_next() -> float:
    rows = await get_connection("default").execute_query_dict(
        "SELECT extract(epoch FROM min(delete_at) - now())::float AS seconds"
        " FROM face_quiz_results WHERE deleted_at IS NULL"
    )
    seconds = rows[0]["seconds"]
    return _LOOK_SECONDS if seconds is None else min(_LOOK_SECONDS, max(0.02, seconds))
