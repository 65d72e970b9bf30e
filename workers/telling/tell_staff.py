"""An alert, as a card in the staff chat."""

from uuid import UUID

from bot.i18n import DEFAULT_LANGUAGE, text
from db.alerts import Alert
from workers.rows import Bench


async def tell_staff(bench: Bench, alert_id: str) -> None:
    """An alert that was closed meanwhile is not worth a bell; without a staff chat it stays in the database."""
    alert = await Alert.get(id=UUID(alert_id))
    chat = bench.services.settings.staff_chat
    if alert.closed_at is not None or not chat:
        return
    await bench.services.telegram.send_message(chat, text(DEFAULT_LANGUAGE, alert.text_key, **alert.details))
