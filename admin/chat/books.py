"""`/reconcile` in the staff chat: our books held against providers' on demand, with a report of what differs."""

import html
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from admin.chat.filters import is_staff_chat
from admin.chat.talking import StaffTalk
from bot.errors import Invalid, Refusal
from bot.people.permissions import Permission, require
from bot.rails.comparing import reconcile
from bot.rails.table import compared_rails
from db.reconciliations import Reconciliation

_PERIOD = timedelta(hours=26)
_MOST_LINES = 15


def build_router() -> Router:
    router = Router(name="staff books")
    router.message.register(compare_books, Command("reconcile"), is_staff_chat)
    return router


async def compare_books(message: Message, talk: StaffTalk, command: CommandObject) -> None:
    """`/reconcile` asks every provider that is open, `/reconcile NAME` one. Raises Invalid for an unknown name."""
    require(talk.user, Permission.COMPARE_BOOKS)
    wanted = (command.args or "").strip().lower()
    names = compared_rails(talk.services.settings)
    if wanted:
        if wanted not in names:
            raise Invalid("ops-reconcile-unknown", names=", ".join(names))
        names = [wanted]
    now = datetime.now(UTC)
    lines = [await _report(talk, name, now) for name in names]
    for report in lines:  # a message each: fifteen differences of every provider are too many for one
        await talk.send(report)


async def _report(talk: StaffTalk, provider: str, now: datetime) -> str:
    try:
        found = await reconcile(talk.services, provider, now - _PERIOD, now)
    except Refusal as refusal:
        return talk.say("ops-reconcile-away", provider=provider, why=talk.say(refusal.key, **refusal.values))
    if not found.differences:
        return talk.say("ops-reconcile-clean", provider=provider, checked=found.checked)
    head = talk.say("ops-reconcile-differs", provider=provider, checked=found.checked, count=len(found.differences))
    return "\n".join([head, *_lines(found)])


def _lines(found: Reconciliation) -> list[str]:
    """One difference a line: what kind, which order, ours and theirs."""
    lines = [f"• {html.escape(_line(one))}" for one in found.differences[:_MOST_LINES]]
    left_out = len(found.differences) - _MOST_LINES
    return lines if left_out <= 0 else [*lines, f"… +{left_out}"]


def _line(one: dict[str, Any]) -> str:
    mended = " ✓" if one.get("mended") else ""
    return (
        f"{one['kind']} · № {one['order_number'] or '—'} · {one['reference']}: "
        f"{one['ours'] or '—'} ≠ {one['theirs'] or '—'}{mended}"
    )
