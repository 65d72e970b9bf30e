"""Our books held against a provider's, with what differed."""

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model


class Reconciliation(Model):
    id = fields.UUIDField(primary_key=True)
    provider = fields.CharField(16)
    since: datetime = fields.DatetimeField()
    until: datetime = fields.DatetimeField()
    checked = fields.IntField(default=0)
    differences: fields.Field[list[dict[str, Any]]] = fields.JSONField(default=list)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "reconciliations"
        indexes = (("provider", "created_at"),)
