"""The books: what moved between which accounts. Rows are only ever added."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model


class LedgerEntry(Model):
    id = fields.BigIntField(primary_key=True, generated=True)
    posting = fields.UUIDField()  # the lines of one posting sum up to zero in each currency
    key = fields.CharField(120)  # what was posted, once: capture:…, refund:…
    account = fields.CharField(80)
    currency = fields.CharField(3)  # UZS, XTR
    amount = fields.BigIntField()  # debit positive, credit negative; whole so'm or whole Stars
    order_id: UUID | None = fields.UUIDField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "ledger_entries"
        unique_together = (("key", "account", "currency"),)
        indexes = (("posting",), ("order_id",), ("account", "currency"))
