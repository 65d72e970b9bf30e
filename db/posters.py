"""A poster: somebody's name and words beside an artist, from the first preview to the print file."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from db.sealing import SealedText

if TYPE_CHECKING:
    from db.artists import Artist
    from db.quizzes import FaceQuiz
    from db.users import User
    from db.videos import Video


class PosterStatus(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PRINTING = "printing"
    READY = "ready"
    REFUSED = "refused"
    FAILED = "failed"


class Poster(Model):
    id = fields.UUIDField(primary_key=True)
    code = fields.CharField(16, unique=True)  # names the public page that says what it is
    user_id: UUID
    user: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="posters")
    artist_id: UUID
    artist: fields.ForeignKeyRelation["Artist"] = fields.ForeignKeyField("db.Artist", related_name="posters")
    source = fields.CharField(8, default="portrait")  # portrait, quiz, video
    video_id: UUID | None
    video: fields.ForeignKeyNullableRelation["Video"] = fields.ForeignKeyField(
        "db.Video", related_name="posters", null=True
    )
    quiz_id: UUID | None
    quiz: fields.ForeignKeyNullableRelation["FaceQuiz"] = fields.ForeignKeyField(
        "db.FaceQuiz", related_name="posters", null=True
    )
    second = fields.FloatField(default=0)  # of the video, where the picture is a still of it
    design = fields.CharField(24)
    palette = fields.CharField(24)
    size = fields.CharField(8)  # a5, a4, a3
    recipient: fields.Field[str] = SealedText()
    words: fields.Field[str] = SealedText()
    language = fields.CharField(8)
    status = fields.CharEnumField(PosterStatus, max_length=12, db_index=True)
    categories: fields.Field[list[str]] = fields.JSONField(default=list)
    fragments: fields.Field[list[str]] = fields.JSONField(default=list)  # what made the filter doubt
    reviewed_by = fields.CharField(80, default="")
    review_reason = fields.CharField(300, default="")  # what the validator told the fan
    rules_version = fields.CharField(24, default="")
    dpi = fields.IntField(default=0)  # of the picture at its printed size
    preview_key = fields.CharField(200, default="")
    pdf_key = fields.CharField(200, default="")
    png_key = fields.CharField(200, default="")
    mockup_keys: fields.Field[dict[str, str]] = fields.JSONField(default=dict)  # product kind → object key
    sha256 = fields.CharField(64, default="")  # of the print PNG
    engine_id = fields.CharField(64, default="")
    stages: fields.Field[dict[str, float]] = fields.JSONField(default=dict)  # seconds by stage
    failure = fields.CharField(64, default="")
    request_key = fields.CharField(80, null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    printed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "posters"
        unique_together = (("user", "request_key"),)
        indexes = (("user_id", "created_at"),)
