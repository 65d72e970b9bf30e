"""One try to pay an order over one rail, as the provider and we see it."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.orders import Order


class AttemptStatus(StrEnum):
    CREATED = "created"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REFUNDING = "refunding"
    REFUNDED = "refunded"


class PaymentAttempt(Model):
    id = fields.BigIntField(primary_key=True, generated=True)  # Payme's `transaction`, Click's prepare id
    order_id: UUID
    order: fields.ForeignKeyRelation["Order"] = fields.ForeignKeyField(
        "db.Order", related_name="attempts", on_delete=fields.RESTRICT
    )
    provider = fields.CharField(16)  # payme, click, stripe, stars, telegram
    status = fields.CharEnumField(AttemptStatus, max_length=12)
    amount_uzs = fields.BigIntField(default=0)
    amount_xtr = fields.IntField(default=0)
    provider_tx_id = fields.CharField(200, null=True)  # the provider's own name of the transaction
    provider_time_ms = fields.BigIntField(null=True)  # Payme's `time`
    account: fields.Field[dict[str, str]] = fields.JSONField(default=dict)  # echoed as it came
    created_ms = fields.BigIntField(default=0)  # milliseconds since 1970, as told to the provider
    performed_ms = fields.BigIntField(default=0)
    cancelled_ms = fields.BigIntField(default=0)
    reason = fields.IntField(null=True)  # the provider's code of the cancellation
    payer_id = fields.BigIntField(null=True)
    link = fields.TextField(default="")  # hosted pay page
    needs_review = fields.BooleanField(default=False)  # the provider contradicted itself; a person looks
    expires_at: datetime | None = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    finished_at = fields.DatetimeField(null=True)

    class Meta:
        table = "payment_attempts"
        unique_together = (("provider", "provider_tx_id"),)
        indexes = (("order_id", "status"), ("provider", "provider_time_ms"))
