"""Everybody who ever spoke to us: fans, artists and staff are users with a role."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class Role(StrEnum):
    FAN = "fan"
    ARTIST = "artist"
    VALIDATOR = "validator"
    OPERATOR = "operator"
    ADMIN = "admin"


class User(Model):
    id = fields.UUIDField(primary_key=True)
    telegram_id = fields.BigIntField(unique=True, null=True)
    email = fields.CharField(254, unique=True, null=True)
    password_hash = fields.CharField(200, null=True)
    first_name = fields.CharField(128, default="")
    username = fields.CharField(64, null=True)
    language = fields.CharField(8, default="uz")
    has_chosen_language = fields.BooleanField(default=False)
    role = fields.CharEnumField(Role, max_length=16, default=Role.FAN)
    is_verified = fields.BooleanField(default=False)
    has_blocked_bot = fields.BooleanField(default=False)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "users"
