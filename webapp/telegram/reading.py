"""Updates as Telegram tells them, read one by one: what nobody can read stops nobody else.

Their words are somebody's own, so an unreadable update is logged by its number and the names of its members alone.
"""

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError
from aiogram.types import Update

from bot.metrics import UPDATES
from bot.words.cleaning import clean_tree, is_clean_tree

log = logging.getLogger("stario.line")
_DEEPEST = 3  # how far down members are named
_MOST = 40


class UnreadableAnswer(RuntimeError):
    """What getUpdates brought is no list of updates; the message never says what it is."""


@dataclass(frozen=True)
class Told:
    """An update by its number; `update` is None where it cannot be read."""

    number: int
    raw: Any
    update: Update | None


async def fetch_updates(bot: Bot, offset: int | None, wait: int, kinds: list[str]) -> list[Told]:
    """What waits from `offset` on. Raises UnreadableAnswer, and what the Bot API's client raises."""
    try:
        updates = await bot.get_updates(offset, timeout=wait, allowed_updates=kinds, request_timeout=wait + 10)
    except ClientDecodeError as error:
        # The library reads a batch whole or not at all, and its error shows all of it: neither is for us.
        raw = error.data
    else:
        return [_judge(bot, update.update_id, update) for update in updates]
    return _read_batch(bot, raw)


def _read_batch(bot: Bot, answer: Any) -> list[Told]:
    batch = answer.get("result") if isinstance(answer, dict) and answer.get("ok") is True else None
    if not isinstance(batch, list):
        raise UnreadableAnswer("getUpdates was answered with no list of updates")
    told = [Told(number, raw, read_update(bot, raw)) for raw in batch if (number := number_of(raw)) is not None]
    for raw in batch:
        if number_of(raw) is None:  # nobody can confirm it by itself; the next one's number does
            note_unreadable(None, raw)
    if batch and not told:
        raise UnreadableAnswer("getUpdates was answered with updates that have no number")
    return told


def read_update(bot: Bot, raw: Any) -> Update | None:
    """The update in a piece of JSON, its texts cleaned; None for what cannot be read, or is of no kind we know."""
    try:
        update = Update.model_validate(clean_tree(raw), context={"bot": bot})
        return update if update.event_type else None
    except Exception:  # whatever a stranger's message does to the library, it does to this message alone
        return None


def _judge(bot: Bot, number: int, update: Update) -> Told:
    """A batch that could be read is mostly clean: what is not is read again without the signs that nobody keeps."""
    raw = update.model_dump(exclude_unset=True, by_alias=True)
    if not is_clean_tree(raw):
        return Told(number, raw, read_update(bot, raw))
    with contextlib.suppress(LookupError):  # of a kind that is newer than the library
        return Told(number, raw, update if update.event_type else None)
    return Told(number, raw, None)


def note_unreadable(number: int | None, raw: Any) -> None:
    """Counts and logs an update that is left behind."""
    UPDATES.labels("unreadable", "unreadable").inc()
    log.error("update %s cannot be read and is left behind; it has %s", number, name_members(raw))


def number_of(raw: Any) -> int | None:
    """The number of an update as it came; None for what has none."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def name_members(raw: Any) -> str:
    """`message.text, message.chat.id, …`: where things are, not what they are."""
    names = [name for _, name in zip(range(_MOST), _walk_members(raw, ""), strict=False)]
    return ", ".join(names) or "no members"


def _walk_members(raw: Any, above: str) -> Iterator[str]:
    if not isinstance(raw, dict) or above.count(".") >= _DEEPEST:
        return
    for name, member in raw.items():
        # The Bot API names its members in small ASCII letters; anything else might be somebody's words.
        path = above + (name if name.isidentifier() and name.isascii() and len(name) <= 40 else "?")
        yield path
        yield from _walk_members(member, f"{path}.")
