"""The face quiz: what a fan agreed to, what came out, and the proof that the photo is gone."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from db.sealing import SealedText

if TYPE_CHECKING:
    from db.users import User


class AgeGroup(StrEnum):
    ADULT = "adult"  # declares to be 16 or older
    GUARDIAN = "guardian"  # younger; a parent or guardian agreed beside them


class QuizConsent(Model):
    id = fields.UUIDField(primary_key=True)
    user_id: UUID
    user: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="quiz_consents")
    version = fields.CharField(16)
    language = fields.CharField(8)
    text_sha256 = fields.CharField(64)  # of the words that were shown
    age_group = fields.CharEnumField(AgeGroup, max_length=12)
    guardian_name: fields.Field[str] = SealedText(default="")
    granted_at = fields.DatetimeField(auto_now_add=True)
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "face_quiz_consents"
        indexes = (("user_id", "granted_at"),)


class QuizStatus(StrEnum):
    WAITING = "waiting"
    CHOOSING = "choosing"
    ANSWERED = "answered"
    REFUSED = "refused"
    EXPIRED = "expired"


class FaceQuiz(Model):
    id = fields.UUIDField(primary_key=True)
    user_id: UUID
    user: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="face_quizzes")
    consent_id: UUID
    consent: fields.ForeignKeyRelation["QuizConsent"] = fields.ForeignKeyField("db.QuizConsent", related_name="quizzes")
    status = fields.CharEnumField(QuizStatus, max_length=12, db_index=True)
    source = fields.CharField(8, default="chat")  # chat, miniapp, rest
    chat_id = fields.BigIntField(null=True)
    photo_message_id = fields.BigIntField(null=True)  # the chat message that holds the photo
    object_keys: fields.Field[list[str]] = fields.JSONField(default=list)  # emptied when the objects are gone
    object_hashes: fields.Field[list[str]] = fields.JSONField(default=list)  # SHA-256 of each key: the receipt
    faces: fields.Field[list[dict[str, Any]]] = fields.JSONField(default=list)  # boxes to choose from
    similarity = fields.FloatField(null=True)  # percent of the first match
    badge = fields.CharField(24, default="")
    matches: fields.Field[list[dict[str, Any]]] = fields.JSONField(default=list)  # artist_id, percent
    engine_id = fields.CharField(64, default="")
    failure = fields.CharField(64, default="")  # a text key
    stages: fields.Field[dict[str, float]] = fields.JSONField(default=dict)  # milliseconds by stage
    card_key = fields.CharField(200, default="")
    created_at = fields.DatetimeField(auto_now_add=True)
    link_dies_at: datetime = fields.DatetimeField()
    answered_at = fields.DatetimeField(null=True)
    delete_at: datetime = fields.DatetimeField()  # the photo goes no later than this
    deleted_at = fields.DatetimeField(null=True)
    link_swept_at = fields.DatetimeField(null=True)  # looked again after the upload link had died

    class Meta:
        table = "face_quiz_results"
        indexes = (("user_id", "created_at"),)
