"""Handing out what is kept of a person, in plain names, to whoever answers their letter."""

import json
import sys
from datetime import UTC, datetime
from typing import Any

from bot.privacy.rooms import ROOMS
from bot.services import Services, open_services
from bot.settings import Settings
from db.users import User


async def export_person(services: Services, user: User) -> dict[str, Any]:
    """What every room keeps of them, by the room's name, and when it was looked up. Links to files die in an hour."""
    kept = {room.name: await room.export(services, user) for room in ROOMS}
    return {"made_at": datetime.now(UTC).isoformat(), **kept}


async def export_now(settings: Settings, telegram_id: int) -> int:
    """Prints what is kept of a Telegram account as JSON; 1 when there is nobody of that id."""
    async with open_services(settings, pool=2) as services:
        user = await User.get_or_none(telegram_id=telegram_id)
        if user is None:
            print(f"Nobody here has the Telegram id {telegram_id}.", file=sys.stderr)
            return 1
        kept = await export_person(services, user)
    print(json.dumps(kept, ensure_ascii=False, indent=2))
    return 0
