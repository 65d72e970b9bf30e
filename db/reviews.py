"""Words the filter could not judge alone, waiting for a validator."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.users import User
    from db.videos import Video


class ReviewStatus(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"


class Review(Model):
    id = fields.UUIDField(primary_key=True)
    video_id: UUID
    video: fields.OneToOneRelation["Video"] = fields.OneToOneField("db.Video", related_name="review")
    status = fields.CharEnumField(ReviewStatus, max_length=12, default=ReviewStatus.WAITING)
    categories: fields.Field[list[str]] = fields.JSONField(default=list)
    fragments: fields.Field[list[str]] = fields.JSONField(default=list)
    reason = fields.CharField(300, default="")  # what the validator told the fan
    decided_by_id: UUID | None
    decided_by: fields.ForeignKeyNullableRelation["User"] = fields.ForeignKeyField(
        "db.User", related_name="reviews", null=True
    )
    staff_message_id = fields.BigIntField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "reviews"
