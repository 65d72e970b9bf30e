"""Refresh tokens, kept only as SHA-256; reuse of a spent one revokes its whole family."""

from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.users import User


class Session(Model):
    id = fields.UUIDField(primary_key=True)
    user_id: UUID
    user: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="sessions")
    family = fields.UUIDField(db_index=True)
    token_hash = fields.CharField(64, unique=True)
    spent_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    expires_at = fields.DatetimeField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "sessions"
