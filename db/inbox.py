"""Events that providers sent us, each kept once by the provider's own name of it."""

from tortoise import fields
from tortoise.models import Model


class ProviderEvent(Model):
    id = fields.BigIntField(primary_key=True, generated=True)
    provider = fields.CharField(16)
    event_id = fields.CharField(120)
    kind = fields.CharField(64)
    subject = fields.CharField(120, default="")
    body_sha256 = fields.CharField(64)
    received_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "provider_events"
        unique_together = (("provider", "event_id"),)
