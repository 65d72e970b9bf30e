"""Money on its way back."""

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.payments import Payment


class RefundStatus(StrEnum):
    REQUESTED = "requested"
    SENT = "sent"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class Refund(Model):
    id = fields.UUIDField(primary_key=True)
    payment_id: UUID
    payment: fields.ForeignKeyRelation["Payment"] = fields.ForeignKeyField(
        "db.Payment", related_name="refunds", on_delete=fields.RESTRICT
    )
    amount_uzs = fields.BigIntField(default=0)
    amount_xtr = fields.IntField(default=0)
    status = fields.CharEnumField(RefundStatus, max_length=12, default=RefundStatus.REQUESTED)
    reason = fields.CharField(64)  # a text key
    key = fields.CharField(120, unique=True)  # the same refund is never asked for twice
    external_id = fields.CharField(200, null=True)
    failure = fields.CharField(200, default="")
    by_hand = fields.BooleanField(default=False)  # the rail cannot do it; a person does it in the cabinet
    created_at = fields.DatetimeField(auto_now_add=True)
    finished_at = fields.DatetimeField(null=True)

    class Meta:
        table = "refunds"
