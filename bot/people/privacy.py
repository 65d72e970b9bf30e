"""What is kept of everybody: who they are on Telegram, and where they are signed in."""

from typing import Any

from tortoise.models import Model

from bot.errors import Conflict
from bot.services import Services
from db.plain import plain_row
from db.sessions import Session
from db.users import Role, User

KEEPS: tuple[type[Model], ...] = (User, Session)
_SHOWN = ("id", "telegram_id", "first_name", "username", "email", "language", "role", "has_blocked_bot", "created_at")


async def refuse(user: User) -> None:
    """Raises Conflict for staff and artists: a contract binds them and us."""
    if user.role is not Role.FAN:
        raise Conflict("settings-erase-contract")


async def forget(services: Services, user: User) -> None:
    """The row stays for the books to point at, and names nobody. Coming back later is a first meeting."""
    await Session.filter(user_id=user.id).delete()
    await User.filter(id=user.id).update(
        telegram_id=None, first_name="", username=None, email=None, password_hash=None, has_chosen_language=False
    )


async def export(services: Services, user: User) -> dict[str, Any]:
    sessions = await Session.filter(user_id=user.id).order_by("created_at")
    signed_in = [plain_row(session, "created_at", "expires_at", "spent_at", "revoked_at") for session in sessions]
    return {**plain_row(user, *_SHOWN), "sessions": signed_in}
