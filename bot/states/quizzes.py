"""What may follow what in a face quiz, and the only place where its state is written."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from db.quizzes import FaceQuiz, QuizStatus

S = QuizStatus
ALLOWED: dict[QuizStatus, set[QuizStatus]] = {
    S.WAITING: {S.CHOOSING, S.ANSWERED, S.REFUSED, S.EXPIRED},  # a photo may come, or has come
    S.CHOOSING: {S.CHOOSING, S.ANSWERED, S.REFUSED, S.EXPIRED},  # several people are on it: the fan says which
    S.ANSWERED: set(),  # the photo goes in three seconds
    S.REFUSED: set(),  # likewise; `failure` says why
    S.EXPIRED: set(),  # the link died, or the consent was taken back
}
OPEN = (S.WAITING, S.CHOOSING)


async def change_quiz(quiz_id: UUID, expected: Iterable[QuizStatus], status: QuizStatus, **columns: Any) -> bool:
    """Moves a quiz on; False when it was in none of `expected` any more, so that a race or a repeat does nothing."""
    sources = list(expected)
    for source in sources:
        if status not in ALLOWED[source]:
            raise ValueError(f"a quiz never goes from {source} to {status}")
    return bool(await FaceQuiz.filter(id=quiz_id, status__in=sources).update(status=status, **columns))
