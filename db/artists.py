"""Artists, the prompts written in their manner, and what they will and will not say."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.users import User


class Verification(StrEnum):
    PENDING = "pending"
    VERIFIED = "verified"
    REVOKED = "revoked"


class Artist(Model):
    id = fields.UUIDField(primary_key=True)
    slug = fields.CharField(48, unique=True)
    user_id: UUID | None
    user: fields.ForeignKeyNullableRelation["User"] = fields.ForeignKeyField(
        "db.User", related_name="artists", null=True
    )
    name = fields.CharField(80)
    name_cyrl = fields.CharField(80)
    category = fields.CharField(32, db_index=True)
    about: fields.Field[dict[str, str]] = fields.JSONField(default=dict)
    languages: fields.Field[list[str]] = fields.JSONField(default=list)
    price_uzs = fields.IntField(default=0)
    price_xtr = fields.IntField(default=0)
    portrait_key = fields.CharField(200, default="")
    sample_keys: fields.Field[dict[str, str]] = fields.JSONField(default=dict)  # language → object key
    voice: fields.Field[dict[str, Any]] = fields.JSONField(default=dict)
    asks_approval = fields.BooleanField(default=False)
    daily_capacity = fields.IntField(default=100)
    verification_status = fields.CharEnumField(Verification, max_length=16, default=Verification.PENDING)
    is_active = fields.BooleanField(default=True)
    total_videos = fields.IntField(default=0)
    rating = fields.DecimalField(max_digits=3, decimal_places=2, default=0)
    position = fields.IntField(default=0)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "artists"


class ArtistPrompt(Model):
    id = fields.UUIDField(primary_key=True)
    artist_id: UUID
    artist: fields.ForeignKeyRelation["Artist"] = fields.ForeignKeyField("db.Artist", related_name="prompts")
    occasion = fields.CharField(32)
    language = fields.CharField(8)
    text = fields.TextField()  # holds `{name}` once
    position = fields.IntField(default=0)

    class Meta:
        table = "artist_prompts"
        unique_together = (("artist", "occasion", "language", "position"),)


class ArtistRestriction(Model):
    id = fields.UUIDField(primary_key=True)
    artist_id: UUID
    artist: fields.OneToOneRelation["Artist"] = fields.OneToOneField("db.Artist", related_name="restriction")
    whitelist_topics: fields.Field[list[str]] = fields.JSONField(default=list)
    blacklist_topics: fields.Field[list[str]] = fields.JSONField(default=list)
    max_duration_seconds = fields.IntField(default=60)

    class Meta:
        table = "artist_restrictions"
