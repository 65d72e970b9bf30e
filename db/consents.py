"""What an artist has agreed to: a purpose, the version of the words, from when until when."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.artists import Artist


class Purpose(StrEnum):
    GREETING = "greeting"
    QUIZ = "quiz"
    MERCH = "merch"


class Consent(Model):
    id = fields.UUIDField(primary_key=True)
    artist_id: UUID
    artist: fields.ForeignKeyRelation["Artist"] = fields.ForeignKeyField("db.Artist", related_name="consents")
    purpose = fields.CharEnumField(Purpose, max_length=16)
    version = fields.CharField(16)
    granted_at = fields.DatetimeField(auto_now_add=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "consents"
        indexes = (("artist_id", "purpose"),)
