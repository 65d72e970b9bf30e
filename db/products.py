"""What the shop sells, and how much of it there is."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    pass


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
