"""Promo codes, and who has used them."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.orders import Order
    from db.users import User


class PromoCode(Model):
    id = fields.UUIDField(primary_key=True)
    code = fields.CharField(24, unique=True)  # upper case
    percent = fields.IntField(default=0)
    amount_uzs = fields.BigIntField(default=0)
    least_uzs = fields.BigIntField(default=0)  # the goods must cost at least this
    uses_left = fields.IntField(null=True)  # null: without limit
    per_user = fields.IntField(default=1)
    starts_at: datetime | None = fields.DatetimeField(null=True)
    ends_at: datetime | None = fields.DatetimeField(null=True)
    is_active = fields.BooleanField(default=True)

    class Meta:
        table = "promo_codes"


class PromoUse(Model):
    id = fields.UUIDField(primary_key=True)
    promo_id: UUID
    promo: fields.ForeignKeyRelation["PromoCode"] = fields.ForeignKeyField("db.PromoCode", related_name="uses")
    user_id: UUID
    user: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="promo_uses")
    order_id: UUID
    order: fields.OneToOneRelation["Order"] = fields.OneToOneField("db.Order", related_name="promo_use")
    released_at = fields.DatetimeField(null=True)  # the order was not paid; the use is given back
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "promo_uses"
