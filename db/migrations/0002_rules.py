"""Rules that Postgres keeps whatever the code believes (Tortoise writes no constraint of a new table by itself)."""

from tortoise import migrations
from tortoise.migrations import operations as ops

_RULES = {
    ("payments", "payments_paid_once"): "EXCLUDE (order_id WITH =) WHERE (status = 'succeeded')",
    ("payments", "payments_amount_positive"): "CHECK (amount_uzs >= 0 AND amount_xtr >= 0 AND amount_uzs + amount_xtr > 0)",
    ("orders", "orders_total_not_negative"): "CHECK (total_uzs >= 0 AND total_xtr >= 0)",
    ("order_items", "order_items_quantity_positive"): "CHECK (quantity > 0)",
    ("artists", "artists_price_not_negative"): "CHECK (price_uzs >= 0 AND price_xtr >= 0)",
}


class Migration(migrations.Migration):
    dependencies = [("db", "0001_initial")]

    operations = [
        ops.RunSQL(
            [f"ALTER TABLE {table} ADD CONSTRAINT {name} {rule}" for (table, name), rule in _RULES.items()],
            [f"ALTER TABLE {table} DROP CONSTRAINT {name}" for table, name in _RULES],
        ),
        # What the sweeper asks for every second must stay cheap with a million finished rows behind it.
        ops.RunSQL(
            "CREATE INDEX outbox_due ON outbox (available_at) WHERE done_at IS NULL AND dead_at IS NULL",
            "DROP INDEX outbox_due",
        ),
        ops.RunSQL(
            "CREATE UNIQUE INDEX consents_one_in_force ON consents (artist_id, purpose) WHERE revoked_at IS NULL",
            "DROP INDEX consents_one_in_force",
        ),
    ]
