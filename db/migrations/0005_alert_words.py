"""Alerts keep the key of their words; those that are not Payme's alone are called so no longer."""

from tortoise import migrations
from tortoise.migrations import operations as ops

_RENAMED = {
    "payme-alert-difference": "alert-difference",
    "payme-alert-fiscal-perform": "alert-fiscal-perform",
    "payme-alert-fiscal-cancel": "alert-fiscal-cancel",
}


def _rename(old: str, new: str) -> str:
    return f"UPDATE alerts SET text_key = '{new}' WHERE text_key = '{old}'"


class Migration(migrations.Migration):
    dependencies = [("db", "0004_shop_rules")]

    operations = [
        ops.RunSQL(
            [_rename(old, new) for old, new in _RENAMED.items()], [_rename(new, old) for old, new in _RENAMED.items()]
        )
    ]
