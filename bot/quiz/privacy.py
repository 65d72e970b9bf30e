"""What is kept of a person's face quizzes: the consent, the answer and its card; a photo for seconds only."""

from typing import Any

from tortoise.models import Model

from bot.adapters.s3 import describe_files
from bot.quiz.quizzes import withdraw_consent
from bot.services import Services
from db.plain import plain_row
from db.quizzes import FaceQuiz, QuizConsent
from db.users import User

KEEPS: tuple[type[Model], ...] = (QuizConsent, FaceQuiz)
_AGREED = ("version", "language", "age_group", "guardian_name", "granted_at", "withdrawn_at")
_ANSWER = ("status", "source", "chat_id", "similarity", "badge", "matches", "faces", "failure")
_TIMES = ("created_at", "answered_at", "delete_at", "deleted_at", "object_hashes")


async def forget(services: Services, user: User) -> None:
    """Everything but bare receipts: a row still says that its photos are gone."""
    await withdraw_consent(services, user)
    await QuizConsent.filter(user_id=user.id).update(guardian_name="")
    await FaceQuiz.filter(user_id=user.id).update(chat_id=None, photo_message_id=None)


async def export(services: Services, user: User) -> dict[str, Any]:
    consents = await QuizConsent.filter(user_id=user.id).order_by("granted_at")
    quizzes = await FaceQuiz.filter(user_id=user.id).order_by("created_at")
    return {
        "consents": [plain_row(consent, *_AGREED) for consent in consents],
        "quizzes": [await _describe(services, quiz) for quiz in quizzes],
    }


async def _describe(services: Services, quiz: FaceQuiz) -> dict[str, Any]:
    files = await describe_files(services.store, *quiz.object_keys, quiz.card_key)
    return {**plain_row(quiz, *_ANSWER, *_TIMES), "files": files}
