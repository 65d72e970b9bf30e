"""Orders and their lines; money in whole so'm, Stars in whole stars."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
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
    payment_provider = fields.CharField(16, default="")  # stars, free; later payme, click, stripe
    invoice_chat_id = fields.BigIntField(null=True)
    invoice_message_id = fields.BigIntField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField(null=True)
    paid_at = fields.DatetimeField(null=True)

    class Meta:
        table = "orders"
        indexes = (("user_id", "created_at"),)


class OrderItem(Model):
    id = fields.UUIDField(primary_key=True)
    order_id: UUID
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField("db.Order", related_name="items")
    kind = fields.CharField(16)  # video
    video_id: UUID | None
    video: fields.ForeignKeyNullableRelation["Video"] = fields.ForeignKeyField(
        "db.Video", related_name="order_items", null=True
    )
    quantity = fields.IntField(default=1)
    price_uzs = fields.BigIntField(default=0)
    price_xtr = fields.IntField(default=0)

    class Meta:
        table = "order_items"
