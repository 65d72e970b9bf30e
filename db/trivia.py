"""Quizzes with questions: what is asked, games in private and in groups, and who answered how fast."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.artists import Artist
    from db.users import User


class TriviaQuiz(Model):
    id = fields.UUIDField(primary_key=True)
    slug = fields.CharField(48, unique=True)
    artist_id: UUID | None
    artist: fields.ForeignKeyNullableRelation["Artist"] = fields.ForeignKeyField(
        "db.Artist", related_name="trivia", null=True
    )
    title: fields.Field[dict[str, str]] = fields.JSONField(default=dict)  # language → words
    seconds = fields.IntField(default=20)  # for one question
    is_active = fields.BooleanField(default=True)
    position = fields.IntField(default=0)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "trivia_quizzes"


class TriviaQuestion(Model):
    id = fields.UUIDField(primary_key=True)
    quiz_id: UUID
    quiz: fields.ForeignKeyRelation["TriviaQuiz"] = fields.ForeignKeyField("db.TriviaQuiz", related_name="questions")
    position = fields.IntField()
    text: fields.Field[dict[str, str]] = fields.JSONField(default=dict)
    choices: fields.Field[list[dict[str, str]]] = fields.JSONField(default=list)
    right = fields.IntField()  # index into choices
    note: fields.Field[dict[str, str]] = fields.JSONField(default=dict)  # shown after the answer

    class Meta:
        table = "trivia_questions"
        unique_together = (("quiz", "position"),)


class GameStatus(StrEnum):
    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"


class TriviaGame(Model):
    id = fields.UUIDField(primary_key=True)
    quiz_id: UUID
    quiz: fields.ForeignKeyRelation["TriviaQuiz"] = fields.ForeignKeyField("db.TriviaQuiz", related_name="games")
    host_id: UUID
    host: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="trivia_games")
    chat_id = fields.BigIntField(null=True)  # a group, a private chat, or nowhere (Mini App)
    thread_id = fields.BigIntField(null=True)  # the topic, in a group that has topics
    is_group = fields.BooleanField(default=False)
    language = fields.CharField(8, default="uz")
    status = fields.CharEnumField(GameStatus, max_length=12, default=GameStatus.RUNNING)
    position = fields.IntField(default=0)  # the question that is open
    message_id = fields.BigIntField(null=True)
    asked_at: datetime = fields.DatetimeField(auto_now_add=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    finished_at = fields.DatetimeField(null=True)

    class Meta:
        table = "trivia_games"
        indexes = (("status", "asked_at"),)


class TriviaAnswer(Model):
    id = fields.UUIDField(primary_key=True)
    game_id: UUID
    game: fields.ForeignKeyRelation["TriviaGame"] = fields.ForeignKeyField("db.TriviaGame", related_name="answers")
    user_id: UUID
    user: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="trivia_answers")
    position = fields.IntField()
    choice = fields.IntField()
    is_right = fields.BooleanField()
    milliseconds = fields.IntField()
    points = fields.IntField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "trivia_answers"
        unique_together = (("game", "user", "position"),)
        indexes = (("created_at",),)
