"""Jobs that must happen, written in the transaction that decided them; queues only ring about these rows."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class OutboxRow(Model):
    id = fields.BigIntField(primary_key=True, generated=True)
    job = fields.CharField(32)
    key = fields.CharField(120, unique=True)  # the same effect is never written twice
    payload: fields.Field[dict[str, Any]] = fields.JSONField(default=dict)  # ids only
    attempts = fields.IntField(default=0)
    available_at = fields.DatetimeField(auto_now_add=True)
    rung_at = fields.DatetimeField(null=True)
    lease_until = fields.DatetimeField(null=True)
    holder = fields.CharField(40, default="")  # whose lease it is
    last_error = fields.CharField(300, default="")
    done_at = fields.DatetimeField(null=True)
    dead_at = fields.DatetimeField(null=True)  # given up; somebody was told
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "outbox"
        indexes = (("done_at", "available_at"),)
