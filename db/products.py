"""What the shop sells, how much of it there is, and what is held for whom."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.orders import Order
    from db.users import User


class ProductKind(StrEnum):
    POSTER = "poster"
    TSHIRT = "tshirt"
    MUG = "mug"
    STICKERS = "stickers"
    PHONE_CASE = "phone_case"


class Product(Model):
    id = fields.UUIDField(primary_key=True)
    slug = fields.CharField(48, unique=True)
    kind = fields.CharEnumField(ProductKind, max_length=16)
    name: fields.Field[dict[str, str]] = fields.JSONField(default=dict)  # language → words
    about: fields.Field[dict[str, str]] = fields.JSONField(default=dict)
    picture_key = fields.CharField(200, default="")
    artist_percent = fields.IntField(default=0)  # the artist's share of the price of a line
    mxik = fields.CharField(17)  # IKPU of the fiscal line
    package_code = fields.CharField(20)
    vat_percent = fields.IntField(default=12)
    is_active = fields.BooleanField(default=True)
    position = fields.IntField(default=0)

    class Meta:
        table = "products"


class Variant(Model):
    id = fields.UUIDField(primary_key=True)
    product_id: UUID
    product: fields.ForeignKeyRelation["Product"] = fields.ForeignKeyField("db.Product", related_name="variants")
    sku = fields.CharField(32, unique=True)
    size = fields.CharField(12, default="")  # S, M, a4 …
    colour = fields.CharField(16, default="")  # a name the palette knows
    price_uzs = fields.BigIntField()
    on_hand = fields.IntField(default=0)
    reserved = fields.IntField(default=0)
    grams = fields.IntField(default=0)
    compartment = fields.IntField(default=1)  # smallest locker it fits into: 1, 2, 3
    is_active = fields.BooleanField(default=True)
    position = fields.IntField(default=0)

    class Meta:
        table = "product_variants"


class ReservationStatus(StrEnum):
    HELD = "held"
    CONSUMED = "consumed"
    RELEASED = "released"


class Reservation(Model):
    id = fields.UUIDField(primary_key=True)
    variant_id: UUID
    variant: fields.ForeignKeyRelation["Variant"] = fields.ForeignKeyField("db.Variant", related_name="reservations")
    order_id: UUID
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField("db.Order", related_name="reservations")
    quantity = fields.IntField()
    status = fields.CharEnumField(ReservationStatus, max_length=12, default=ReservationStatus.HELD)
    created_at = fields.DatetimeField(auto_now_add=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "reservations"
        unique_together = (("order", "variant"),)


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
