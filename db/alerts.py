"""What a person of ours must look at, until they have."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Alert(Model):
    id = fields.UUIDField(primary_key=True)
    kind = fields.CharField(32)  # fiscal, reconciliation, refund, payment_review, delivery
    key = fields.CharField(120, unique=True)  # the same trouble is one alert
    text_key = fields.CharField(64)
    details: fields.Field[dict[str, Any]] = fields.JSONField(default=dict)
    opened_at = fields.DatetimeField(auto_now_add=True)
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "alerts"
