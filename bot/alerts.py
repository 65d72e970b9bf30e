"""What a person of ours must look at: opened once, told to the staff chat, closed when it is mended."""

from datetime import UTC, datetime
from typing import Any

from bot.outbox import write_job
from db.alerts import Alert


async def open_alert(kind: str, key: str, text_key: str, **details: Any) -> Alert:
    """Opens an alert in the caller's transaction and rings the staff.

    The same `key` again changes nothing while it is open; trouble that comes back after it was closed is told anew.
    """
    now = datetime.now(UTC)
    told = {"kind": kind, "text_key": text_key, "details": details}
    alert, fresh = await Alert.get_or_create(key=key, defaults=told)
    if not fresh:
        reopened = Alert.filter(id=alert.id).exclude(closed_at=None)
        fresh = bool(await reopened.update(**told, opened_at=now, closed_at=None))
    if fresh:
        await write_job("tell_staff", f"tell_staff:{alert.id}:{now:%Y%m%d%H%M%S%f}", alert_id=alert.id)
    return alert


async def close_alert(key: str) -> bool:
    """True when an open one was closed."""
    return bool(await Alert.filter(key=key, closed_at=None).update(closed_at=datetime.now(UTC)))
