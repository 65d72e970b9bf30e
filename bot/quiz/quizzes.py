"""The face quiz: consent, photos straight into the store, one answer, and the photos are gone.

The photo never passes through the web process over REST and the Mini App: the phone PUTs it under a link that dies.
Whatever the outcome, `delete_at` stands in the row before anybody is told it.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from tortoise.transactions import in_transaction

from bot.errors import Conflict, Invalid, NotFound, Refusal, pack_refusal, unpack_refusal
from bot.ids import read_id
from bot.quiz.badges import BADGES, badge_key, badge_of
from bot.quiz.card_keys import delete_cards
from bot.quiz.consent import QUIZ_CONSENT_VERSION, consent_words, find_consent, give_consent, require_quiz_consent
from bot.quiz.photo_sweep import KEEP_ANSWERED, delete_photos, hash_key, photo_key
from bot.quiz.photo_types import is_photo_type, read_type, sniff_type
from bot.services import Services
from bot.states.quizzes import OPEN, change_quiz
from db.artists import Artist
from db.quizzes import AgeGroup, FaceQuiz, QuizConsent, QuizStatus
from db.users import User

__all__ = [
    "BADGES",
    "QUIZ_CONSENT_VERSION",
    "AgeGroup",
    "DeletionReceipt",
    "FaceQuiz",
    "Link",
    "QuizStatus",
    "SeveralFaces",
    "Started",
    "Upload",
    "analyse_quiz",
    "badge_key",
    "badge_of",
    "bring_photo",
    "consent_words",
    "find_consent",
    "find_quiz",
    "give_consent",
    "list_quizzes",
    "match_artists",
    "receipt_of",
    "start_quiz",
    "withdraw_consent",
]

LINK_SECONDS = 300
LARGEST_PHOTO = 12 * 2**20  # bytes
MOST_PHOTOS = 3
ANSWER_SECONDS = 15.0


@dataclass(frozen=True)
class Upload:
    """A photo that somebody means to send: its media type and its size in bytes."""

    content_type: str
    content_length: int


@dataclass(frozen=True)
class Link:
    """Where one photo is PUT, once, with exactly these headers."""

    url: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Started:
    """A quiz that waits for its photos: one link a photo."""

    quiz: FaceQuiz
    links: list[Link]


@dataclass(frozen=True)
class DeletionReceipt:
    """Proof that the photos are gone; `object_hashes` are SHA-256 of the keys they lay under."""

    created_at: datetime
    answered_at: datetime | None
    deleted_at: datetime | None
    object_hashes: list[str]


class SeveralFaces(Conflict):
    """More than one person is on the photo; `faces` are boxes {x, y, width, height, photo}, in fractions 0 … 1."""

    def __init__(self, faces: list[dict[str, Any]]) -> None:
        super().__init__("quiz-several-faces", count=len(faces))
        self.faces = faces


async def start_quiz(services: Services, user: User, uploads: Sequence[Upload], source: str) -> Started:
    """A new quiz and a link for each photo. Raises Forbidden without a consent, Invalid for a photo we do not take."""
    consent = await require_quiz_consent(user)
    if not 1 <= len(uploads) <= MOST_PHOTOS:
        raise Invalid("quiz-photo-count", most=MOST_PHOTOS)
    for upload in uploads:
        check_upload(upload)
    quiz = await _open_quiz(user, consent, len(uploads), source=source)
    links = [
        Link(*await services.store.put_link(key, read_type(upload.content_type), upload.content_length, LINK_SECONDS))
        for key, upload in zip(quiz.object_keys, uploads, strict=True)
    ]
    return Started(quiz, links)


def check_upload(upload: Upload) -> None:
    """Raises Invalid for a kind or size of file that we do not take."""
    if upload.content_length <= 0:
        raise Invalid("quiz-photo-empty")
    if not is_photo_type(upload.content_type):
        raise Invalid("quiz-photo-type")
    if upload.content_length > LARGEST_PHOTO:
        raise Invalid("quiz-photo-large", megabytes=LARGEST_PHOTO >> 20)


async def _open_quiz(user: User, consent: QuizConsent, photos: int, **more: Any) -> FaceQuiz:
    """The row comes before any link: a photo that nobody knows of could not be deleted."""
    quiz_id, dies = uuid4(), datetime.now(UTC) + timedelta(seconds=LINK_SECONDS)
    keys = [photo_key(quiz_id, place) for place in range(photos)]
    return await FaceQuiz.create(
        id=quiz_id,
        user=user,
        consent=consent,
        status=QuizStatus.WAITING,
        object_keys=keys,
        object_hashes=[hash_key(key) for key in keys],
        link_dies_at=dies,
        delete_at=dies,
        **more,
    )


async def bring_photo(services: Services, user: User, body: bytes, chat_id: int, message_id: int) -> FaceQuiz:
    """A quiz whose photo came through the chat: from memory into the store, under the same clock."""
    consent = await require_quiz_consent(user)
    content_type = sniff_type(body)
    check_upload(Upload(content_type or "unknown", len(body)))
    quiz = await _open_quiz(user, consent, 1, source="chat", chat_id=chat_id, photo_message_id=message_id)
    await services.store.put(quiz.object_keys[0], body, content_type)
    return quiz


async def find_quiz(user: User, quiz_id: UUID | str) -> FaceQuiz:
    """The user's own quiz. Raises NotFound for anybody else's."""
    quiz = await FaceQuiz.get_or_none(id=read_id(quiz_id, "quiz-not-found"), user_id=user.id)
    if quiz is None:
        raise NotFound("quiz-not-found")
    return quiz


async def list_quizzes(user: User) -> list[FaceQuiz]:
    """The user's quizzes, newest first."""
    return await FaceQuiz.filter(user_id=user.id).order_by("-created_at").limit(50)


async def analyse_quiz(services: Services, user: User, quiz_id: UUID | str, face: int | None = None) -> FaceQuiz:
    """The quiz with its answer: percent, badge and five matches; asked again, the same.

    Raises SeveralFaces until `face` (an index into its boxes) says which, Conflict while no photo is there or when it
    is too late, Invalid for a photo that will not do, Unavailable when no worker answers.
    """
    quiz = await find_quiz(user, quiz_id)
    if quiz.status in OPEN:
        if quiz.delete_at <= datetime.now(UTC):
            raise Conflict("quiz-expired")
        asked = f"{quiz.id}:{'' if face is None else face}:{time.time():.4f}"
        await services.queue.ask("analyse_quiz", asked, ANSWER_SECONDS)
        quiz = await find_quiz(user, quiz.id)
    return _read_answer(quiz)


def _read_answer(quiz: FaceQuiz) -> FaceQuiz:
    if quiz.status is QuizStatus.ANSWERED:
        return quiz
    if quiz.status is QuizStatus.CHOOSING:
        raise SeveralFaces(quiz.faces)
    if quiz.status is QuizStatus.REFUSED:
        raise read_failure(quiz)
    raise Conflict("quiz-expired")


def read_failure(quiz: FaceQuiz) -> Refusal:
    """Why a refused quiz was refused."""
    kind, _, key = quiz.failure.rpartition("/")
    return unpack_refusal({"kind": kind or "Invalid", "key": key, "values": {}})


async def ask_which_face(quiz: FaceQuiz, faces: list[dict[str, Any]]) -> None:
    """Several people are on the photo: it waits, until its link dies, for the fan to say which."""
    await change_quiz(quiz.id, OPEN, QuizStatus.CHOOSING, faces=faces)


async def answer_quiz(
    quiz: FaceQuiz, matches: list[tuple[UUID, float]], engine_id: str, stages: dict[str, float]
) -> None:
    """Writes the answer, best match first; with it the photo's last moment."""
    best = matches[0][1]
    await _end_quiz(
        quiz,
        QuizStatus.ANSWERED,
        similarity=best,
        badge=badge_of(best),
        matches=[{"artist_id": str(artist_id), "percent": percent} for artist_id, percent in matches],
        engine_id=engine_id,
        stages=stages,
    )


async def refuse_quiz(quiz: FaceQuiz, refusal: Refusal) -> None:
    """The photo will not do; it goes as quickly as after an answer."""
    packed = pack_refusal(refusal)
    await _end_quiz(quiz, QuizStatus.REFUSED, failure=f"{packed['kind']}/{packed['key']}")


async def _end_quiz(quiz: FaceQuiz, status: QuizStatus, **columns: Any) -> None:
    # A second answer to the same quiz changes nothing, and neither does one that comes after a withdrawal.
    now = datetime.now(UTC)
    await change_quiz(quiz.id, OPEN, status, answered_at=now, delete_at=now + KEEP_ANSWERED, faces=[], **columns)


async def match_artists(quiz: FaceQuiz) -> list[tuple[Artist, float]]:
    """The artists of an answer with their percent, best first; one who has left since is left out."""
    percents = {UUID(match["artist_id"]): float(match["percent"]) for match in quiz.matches}
    found = {artist.id: artist for artist in await Artist.filter(id__in=list(percents), is_active=True)}
    return [(found[artist_id], percent) for artist_id, percent in percents.items() if artist_id in found]


def receipt_of(quiz: FaceQuiz) -> DeletionReceipt:
    return DeletionReceipt(quiz.created_at, quiz.answered_at, quiz.deleted_at, list(quiz.object_hashes))


async def withdraw_consent(services: Services, user: User) -> None:
    """Takes the consent back: photos go now, answers are forgotten; receipts stay."""
    async with in_transaction():
        await QuizConsent.filter(user_id=user.id, withdrawn_at=None).update(withdrawn_at=datetime.now(UTC))
        for quiz in await FaceQuiz.filter(user_id=user.id, status__in=OPEN):
            await change_quiz(quiz.id, OPEN, QuizStatus.EXPIRED)
    for quiz in await FaceQuiz.filter(user_id=user.id, deleted_at=None):
        await delete_photos(services.store, quiz)
    for quiz in await FaceQuiz.filter(user_id=user.id).exclude(card_key=""):
        await delete_cards(services.store, quiz.id)
    await FaceQuiz.filter(user_id=user.id).update(
        matches=[], similarity=None, badge="", faces=[], card_key="", engine_id=""
    )
