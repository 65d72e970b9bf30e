"""Orders and their lines; money in whole so'm, Stars in whole stars."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.artists import Artist
    from db.posters import Poster
    from db.products import Variant
    from db.users import User
    from db.videos import Video


class OrderStatus(StrEnum):
    DRAFT = "draft"
    AWAITING_PAYMENT = "awaiting_payment"
    PAID = "paid"
    IN_PRODUCTION = "in_production"
    FULFILLED = "fulfilled"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class Order(Model):
    id = fields.UUIDField(primary_key=True)
    number = fields.CharField(12, unique=True)  # what people and payment providers call it
    user_id: UUID
    user: fields.ForeignKeyRelation["User"] = fields.ForeignKeyField("db.User", related_name="orders")
    status = fields.CharEnumField(OrderStatus, max_length=20, db_index=True)
    total_uzs = fields.BigIntField(default=0)
    total_xtr = fields.IntField(default=0)
    goods_uzs = fields.BigIntField(default=0, db_default=0)  # total = goods − discount + delivery
    discount_uzs = fields.BigIntField(default=0, db_default=0)
    delivery_uzs = fields.BigIntField(default=0, db_default=0)
    refunded_uzs = fields.BigIntField(default=0, db_default=0)
    promo_code = fields.CharField(24, default="", db_default="")
    payment_provider = fields.CharField(16, default="")  # stars, free, payme, click, stripe, telegram
    source = fields.CharField(8, default="chat", db_default="chat")  # chat, miniapp, site, rest
    language = fields.CharField(8, default="uz", db_default="uz")
    request_key = fields.CharField(80, null=True)  # the same request twice is the same order
    invoice_chat_id = fields.BigIntField(null=True)
    invoice_message_id = fields.BigIntField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField(null=True)
    paid_at = fields.DatetimeField(null=True)

    class Meta:
        table = "orders"
        unique_together = (("user", "request_key"),)
        indexes = (("user_id", "created_at"),)


class OrderItem(Model):
    id = fields.UUIDField(primary_key=True)
    order_id: UUID
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField("db.Order", related_name="items")
    kind = fields.CharField(16)  # video, goods
    video_id: UUID | None
    video: fields.ForeignKeyNullableRelation["Video"] = fields.ForeignKeyField(
        "db.Video", related_name="order_items", null=True
    )
    variant_id: UUID | None
    variant: fields.ForeignKeyNullableRelation["Variant"] = fields.ForeignKeyField(
        "db.Variant", related_name="order_items", null=True, on_delete=fields.RESTRICT
    )
    poster_id: UUID | None
    poster: fields.ForeignKeyNullableRelation["Poster"] = fields.ForeignKeyField(
        "db.Poster", related_name="order_items", null=True, on_delete=fields.RESTRICT
    )
    artist_id: UUID | None
    artist: fields.ForeignKeyNullableRelation["Artist"] = fields.ForeignKeyField(
        "db.Artist", related_name="order_items", null=True, on_delete=fields.RESTRICT
    )  # who has a share in it
    title = fields.CharField(120, default="", db_default="")  # as it was called when it was sold
    mxik = fields.CharField(17, default="", db_default="")
    package_code = fields.CharField(20, default="", db_default="")
    vat_percent = fields.IntField(default=0, db_default=0)
    discount_uzs = fields.BigIntField(default=0, db_default=0)  # of the whole line
    share_uzs = fields.BigIntField(default=0, db_default=0)  # the artist's part of the whole line
    quantity = fields.IntField(default=1)
    price_uzs = fields.BigIntField(default=0)  # of one
    price_xtr = fields.IntField(default=0)

    class Meta:
        table = "order_items"
