"""The card of a quiz result: which words it holds, where it is kept; drawn when somebody first asks for it."""

from bot.errors import NotFound
from bot.ids import pack_id, read_packed
from bot.quiz.card_keys import Shape, card_key
from bot.quiz.quizzes import match_artists
from bot.services import Services
from db.artists import Artist
from db.quizzes import FaceQuiz, QuizStatus

_PATIENCE = 10  # seconds a person waits for a card


async def ensure_card(services: Services, quiz: FaceQuiz, language: str, shape: Shape = "chat") -> str:
    """The key of the card, which is drawn now where it is missing.

    Raises NotFound without a match to show, and Unavailable when nobody draws in time.
    """
    await first_match(quiz)
    key = card_key(quiz.id, language, shape)
    if not await services.store.exists(key):
        await services.queue.ask("draw_card", f"{quiz.id}:{language}:{shape}", _PATIENCE)
    return key


async def first_match(quiz: FaceQuiz) -> tuple[Artist, int]:
    """The star of the result and the whole percent. Raises NotFound when there is none, or none any more."""
    matches = await match_artists(quiz)
    if not matches or not quiz.matches or str(matches[0][0].id) != str(quiz.matches[0]["artist_id"]):
        raise NotFound("quiz-gone")
    artist, percent = matches[0]
    return artist, whole_percent(percent)


def whole_percent(percent: float) -> int:
    """72.5 is 73, as people round."""
    return int(percent + 0.5)


def share_code(quiz: FaceQuiz) -> str:
    """What a public link to the result holds; nobody guesses it."""
    return pack_id(quiz.id)


async def find_shared(code: str) -> FaceQuiz:
    """The answered quiz behind a public link. Raises NotFound."""
    quiz = await FaceQuiz.get_or_none(id=read_packed(code, "quiz-gone"), status=QuizStatus.ANSWERED)
    if quiz is None:
        raise NotFound("quiz-gone")
    return quiz
