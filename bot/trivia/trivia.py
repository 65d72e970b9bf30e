"""Quizzes with questions: games alone and in groups, points for knowing and for being quick, a board a week.

A right answer in time is worth 100 points and up to 50 more, the fewer the longer one thought. On the boards each
person counts with the best game of each quiz, so that playing one quiz all week wins nothing.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from bot.errors import Conflict, NotFound
from bot.i18n import TASHKENT
from bot.ids import SLUG, read_name
from db.trivia import GameStatus, TriviaAnswer, TriviaGame, TriviaQuestion, TriviaQuiz
from db.users import User

RIGHT_POINTS, QUICK_POINTS = 100, 50
GRACE = timedelta(seconds=1)  # an answer on its way when the time is up still counts, without a bonus
_BOARD = 10


@dataclass(frozen=True)
class Answered:
    """What an answer was worth. `right` is the index of the right choice."""

    is_right: bool
    points: int
    right: int
    is_last: bool


@dataclass(frozen=True)
class Score:
    """One line of a board."""

    user_id: UUID
    name: str
    points: int
    rights: int


async def list_trivia() -> list[TriviaQuiz]:
    return await TriviaQuiz.filter(is_active=True).order_by("position", "slug")


async def find_trivia(reference: str | UUID) -> TriviaQuiz:
    """A quiz by its id or slug. Raises NotFound."""
    named = {"id": reference} if isinstance(reference, UUID) else {"slug": read_name(reference, SLUG)}
    found = await TriviaQuiz.get_or_none(**named, is_active=True)
    if found is None:
        raise NotFound("error-not-found")
    return found


async def start_game(
    quiz: TriviaQuiz, host: User, chat_id: int | None = None, is_group: bool = False, thread_id: int | None = None
) -> TriviaGame:
    """A new game with its first question open. Raises Conflict where the group plays already."""
    game = TriviaGame(quiz=quiz, host=host, language=host.language)
    game.chat_id, game.is_group, game.thread_id = chat_id, is_group, thread_id
    try:
        await game.save()
    except IntegrityError as error:
        raise Conflict("trivia-running") from error
    return game


async def find_game(game_id: UUID) -> TriviaGame:
    """Raises NotFound."""
    game = await TriviaGame.get_or_none(id=game_id).select_related("quiz", "host")
    if game is None:
        raise NotFound("error-not-found")
    return game


async def list_questions(game: TriviaGame) -> list[TriviaQuestion]:
    return await TriviaQuestion.filter(quiz_id=game.quiz_id).order_by("position")


async def open_question(game: TriviaGame) -> TriviaQuestion:
    """The question that is open. Raises Conflict when the game is over."""
    questions = await list_questions(game)
    if game.status is not GameStatus.RUNNING or game.position >= len(questions):
        raise Conflict("trivia-over")
    return questions[game.position]


async def ask_question(game: TriviaGame, message_id: int | None = None) -> None:
    """The open question is before people now: its time begins."""
    game.asked_at = datetime.now(UTC)
    game.message_id = message_id or game.message_id
    await game.save(update_fields=["asked_at", "message_id"])


async def move_on(game: TriviaGame) -> bool:
    """From the open question to the next, or to the end; False when somebody was faster, or all is over."""
    is_last = game.position + 1 >= await TriviaQuestion.filter(quiz_id=game.quiz_id).count()
    now = datetime.now(UTC)
    here = TriviaGame.filter(id=game.id, status=GameStatus.RUNNING, position=game.position)
    if is_last:
        moved = await here.update(status=GameStatus.FINISHED, finished_at=now)
    else:
        moved = await here.update(position=game.position + 1, asked_at=now)
    await game.refresh_from_db()
    return bool(moved)


async def stop_game(game: TriviaGame) -> bool:
    """Ends a game before its last question; what was won counts."""
    stopped = await TriviaGame.filter(id=game.id, status=GameStatus.RUNNING).update(
        status=GameStatus.STOPPED, finished_at=datetime.now(UTC)
    )
    return bool(stopped)


async def answer_question(game: TriviaGame, user: User, position: int, choice: int) -> Answered:
    """Takes one answer a person and question.

    Raises Conflict for a question that is closed or answered already, NotFound for somebody else's own game.
    """
    if not game.is_group and user.id != game.host_id:
        raise NotFound("error-not-found")
    questions = await list_questions(game)
    if game.status is not GameStatus.RUNNING or position != game.position:
        raise Conflict("trivia-closed")
    question = questions[position]
    if not 0 <= choice < len(question.choices):
        raise NotFound("error-not-found")
    thought = datetime.now(UTC) - game.asked_at
    if game.is_group and thought > timedelta(seconds=game.quiz.seconds) + GRACE:
        raise Conflict("trivia-closed")
    is_right = choice == question.right
    points = score_answer(thought, game.quiz.seconds) if is_right else 0
    try:
        await TriviaAnswer.create(
            game=game,
            user=user,
            position=position,
            choice=choice,
            is_right=is_right,
            points=points,
            milliseconds=int(thought.total_seconds() * 1000),
        )
    except IntegrityError as error:
        raise Conflict("trivia-answered") from error
    return Answered(is_right, points, question.right, position + 1 == len(questions))


def score_answer(thought: timedelta, seconds: int) -> int:
    """Points of a right answer after `thought`, where `seconds` were given; nothing once they are over."""
    left = 1 - thought.total_seconds() / seconds
    if thought > timedelta(seconds=seconds) + GRACE:
        return 0
    return RIGHT_POINTS + round(QUICK_POINTS * max(0.0, min(1.0, left)))


async def move_games(old_chat: int, new_chat: int) -> None:
    """A group that has become a supergroup keeps its board, and its running game where there is none yet."""
    if await TriviaGame.filter(chat_id=new_chat, is_group=True, status=GameStatus.RUNNING).exists():
        await TriviaGame.filter(chat_id=old_chat, status=GameStatus.RUNNING).update(
            status=GameStatus.STOPPED, finished_at=datetime.now(UTC)
        )
    await TriviaGame.filter(chat_id=old_chat, is_group=True).update(chat_id=new_chat)


async def due_games(now: datetime) -> list[TriviaGame]:
    """Group games whose open question has had its time."""
    running = await TriviaGame.filter(status=GameStatus.RUNNING, is_group=True).select_related("quiz", "host")
    return [game for game in running if game.asked_at + timedelta(seconds=game.quiz.seconds) + GRACE < now]


async def sum_game(game: TriviaGame) -> list[Score]:
    """Who has how many points in one game, best first."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT u.id, u.first_name, sum(a.points)::int AS points, count(*) FILTER (WHERE a.is_right)::int AS rights"
        " FROM trivia_answers a JOIN users u ON u.id = a.user_id WHERE a.game_id = $1"
        " GROUP BY u.id, u.first_name ORDER BY points DESC, sum(a.milliseconds), u.first_name",
        [game.id],
    )
    return _read_scores(rows)


async def week_board(chat_id: int | None = None, now: datetime | None = None) -> list[Score]:
    """The ten best of the running week (from Monday, Tashkent time): of one chat, or of everybody."""
    rows = await get_connection("default").execute_query_dict(
        "WITH played AS ("
        " SELECT a.user_id, g.quiz_id, g.id, sum(a.points) AS points, count(*) FILTER (WHERE a.is_right) AS rights"
        " FROM trivia_answers a JOIN trivia_games g ON g.id = a.game_id"
        " WHERE a.created_at >= $1 AND ($2::bigint IS NULL OR g.chat_id = $2) GROUP BY a.user_id, g.quiz_id, g.id"
        "), best AS ("
        " SELECT DISTINCT ON (user_id, quiz_id) * FROM played ORDER BY user_id, quiz_id, points DESC)"
        " SELECT u.id, u.first_name, sum(b.points)::int AS points, sum(b.rights)::int AS rights"
        " FROM best b JOIN users u ON u.id = b.user_id GROUP BY u.id, u.first_name"
        f" HAVING sum(b.points) > 0 ORDER BY points DESC, u.first_name LIMIT {_BOARD}",
        [week_start(now or datetime.now(UTC)), chat_id],
    )
    return _read_scores(rows)


def week_start(now: datetime) -> datetime:
    """Monday, midnight in Tashkent, of the week that `now` lies in."""
    local = now.astimezone(TASHKENT)
    monday = local - timedelta(days=local.weekday())
    return monday.replace(hour=0, minute=0, second=0, microsecond=0)


def _read_scores(rows: list[dict[str, object]]) -> list[Score]:
    return [
        Score(UUID(str(row["id"])), str(row["first_name"]), int(str(row["points"])), int(str(row["rights"])))
        for row in rows
    ]
