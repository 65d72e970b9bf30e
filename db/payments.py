"""Money that moved, or should move back."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.attempts import PaymentAttempt
    from db.orders import Order


class PaymentStatus(StrEnum):
    SUCCEEDED = "succeeded"
    SURPLUS = "surplus"  # came for an order that was not waiting for it; goes back
    REFUNDED = "refunded"


class Payment(Model):
    id = fields.UUIDField(primary_key=True)
    order_id: UUID
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField("db.Order", related_name="payments")
    provider = fields.CharField(16)
    external_id = fields.CharField(200)
    payer_id = fields.BigIntField(null=True)  # Telegram id of who paid
    amount_uzs = fields.BigIntField(default=0)
    amount_xtr = fields.IntField(default=0)
    status = fields.CharEnumField(PaymentStatus, max_length=16)
    attempt_id: int | None
    attempt: fields.OneToOneNullableRelation["PaymentAttempt"] = fields.OneToOneField(
        "db.PaymentAttempt", related_name="payment", null=True, on_delete=fields.RESTRICT
    )
    refunding_uzs = fields.BigIntField(default=0, db_default=0)  # asked back or sent back; never more than came
    refunding_xtr = fields.IntField(default=0, db_default=0)
    refund_reason = fields.CharField(64, default="")
    created_at = fields.DatetimeField(auto_now_add=True)
    refunded_at = fields.DatetimeField(null=True)

    class Meta:
        table = "payments"
        unique_together = (("provider", "external_id"),)
