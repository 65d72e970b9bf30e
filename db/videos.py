"""A video greeting, from the asked-for words to the delivered clip."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from db.sealing import SealedText

if TYPE_CHECKING:
    from db.artists import Artist
    from db.users import User


class VideoStatus(StrEnum):
    IN_REVIEW = "in_review"
    AWAITING_PAYMENT = "awaiting_payment"
    QUEUED = "queued"
    RENDERING = "rendering"
    AWAITING_APPROVAL = "awaiting_approval"
    READY = "ready"
    DELIVERED = "delivered"
    REFUSED = "refused"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Video(Model):
    id = fields.UUIDField(primary_key=True)
    code = fields.CharField(16, unique=True)  # names the public page that says who approved it
    user_id: UUID
    user: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="videos")
    artist_id: UUID
    artist: fields.ForeignKeyRelation["Artist"] = fields.ForeignKeyField("db.Artist", related_name="videos")
    occasion = fields.CharField(32)
    recipient: fields.Field[str] = SealedText()
    text: fields.Field[str] = SealedText()
    language = fields.CharField(8)  # of the words
    viewer_language = fields.CharField(8)  # of the title card and captions
    status = fields.CharEnumField(VideoStatus, max_length=20, db_index=True)
    source = fields.CharField(8, default="chat")  # chat, miniapp, rest
    request_key = fields.CharField(80, null=True)  # the same request twice is the same video
    categories: fields.Field[list[str]] = fields.JSONField(default=list)
    rules_version = fields.CharField(24, default="")
    estimated_seconds = fields.FloatField(default=0)
    attempt = fields.IntField(default=0)
    failure = fields.CharField(64, default="")  # a text key
    engines: fields.Field[dict[str, Any]] = fields.JSONField(default=dict)
    stages: fields.Field[dict[str, float]] = fields.JSONField(default=dict)  # seconds by stage
    video_key = fields.CharField(200, default="")
    cover_key = fields.CharField(200, default="")
    video_url = fields.CharField(400, default="")  # the public page of the greeting
    sha256 = fields.CharField(64, default="")
    size = fields.IntField(default=0)
    width = fields.IntField(default=0)
    height = fields.IntField(default=0)
    duration_ms = fields.IntField(default=0)
    processing_time_ms = fields.IntField(default=0)  # paid → rendered
    telegram_file_id = fields.CharField(200, default="")
    chat_id = fields.BigIntField(null=True)
    status_message_id = fields.BigIntField(null=True)
    sent_after = fields.BigIntField(null=True)  # a send was begun; the clip, if it went, follows this message
    video_message_id = fields.BigIntField(null=True)
    approved_by = fields.CharField(80, default="")
    created_at = fields.DatetimeField(auto_now_add=True)
    queued_at = fields.DatetimeField(null=True)
    rendered_at = fields.DatetimeField(null=True)
    delivered_at = fields.DatetimeField(null=True)

    class Meta:
        table = "videos"
        unique_together = (("user", "request_key"),)
        indexes = (("user_id", "created_at"),)
