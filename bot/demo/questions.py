"""The quizzes with questions that a fresh start is filled with: a YAML file each, in `trivia/`."""

from pathlib import Path

from bot.trivia.book import add_quiz, read_quiz
from db.trivia import TriviaQuiz

FOLDER = Path(__file__).parent / "trivia"


async def seed_trivia() -> int:
    """Adds the demo quizzes that are missing; how many."""
    known = {quiz.slug for quiz in await TriviaQuiz.all().only("slug")}
    books = [read_quiz(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))]
    fresh = [(place, book) for place, book in enumerate(books) if book["slug"] not in known]
    for place, book in fresh:
        await add_quiz(book, place)
    return len(fresh)
