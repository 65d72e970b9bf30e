"""Fiscal receipts: one for each capture, one for each refund, both kept."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from db.payments import Payment


class FiscalReceipt(Model):
    id = fields.UUIDField(primary_key=True)
    payment_id: UUID
    payment: fields.ForeignKeyRelation["Payment"] = fields.ForeignKeyField(
        "db.Payment", related_name="fiscal_receipts", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(8)  # PERFORM, CANCEL
    receipt_id = fields.CharField(64, default="")
    status_code = fields.IntField(default=0)
    message = fields.CharField(300, default="")
    terminal_id = fields.CharField(64, default="")
    fiscal_sign = fields.CharField(64, default="")
    qr_code_url = fields.CharField(500, default="")
    date = fields.CharField(32, default="")  # as the provider wrote it; its time zone is not stated
    payload: fields.Field[dict[str, Any]] = fields.JSONField(default=dict)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "fiscal_receipts"
        unique_together = (("payment", "kind", "receipt_id"),)
