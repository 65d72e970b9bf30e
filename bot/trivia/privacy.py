"""What is kept of a player: games of one's own, answers and their points. All of it lies in the database, so that
this room, below the services, does without them."""

from typing import Any

from tortoise.models import Model

from db.plain import plain_row
from db.trivia import TriviaAnswer, TriviaGame
from db.users import User

KEEPS: tuple[type[Model], ...] = (TriviaGame, TriviaAnswer)
_ANSWER = ("position", "choice", "is_right", "milliseconds", "points", "created_at")


async def forget(services: object, user: User) -> None:
    """A group keeps its game and the points of the others."""
    await TriviaAnswer.filter(user_id=user.id).delete()
    await TriviaGame.filter(host_id=user.id, is_group=False).delete()  # its chat is the person's own


async def export(services: object, user: User) -> dict[str, Any]:
    games = TriviaGame.filter(host_id=user.id).select_related("quiz").order_by("created_at")
    answers = TriviaAnswer.filter(user_id=user.id).select_related("game__quiz").order_by("created_at")
    return {
        "games": [_game(game) for game in await games],
        "answers": [{"quiz": one.game.quiz.slug, **plain_row(one, *_ANSWER)} for one in await answers],
    }


def _game(game: TriviaGame) -> dict[str, Any]:
    """The chat of a group is not the person's alone."""
    told = plain_row(game, "is_group", "language", "status", "created_at", "finished_at")
    return {"quiz": game.quiz.slug, **told, "chat_id": None if game.is_group else game.chat_id}
