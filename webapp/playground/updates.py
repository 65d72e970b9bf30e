"""Updates waiting for the bot: kept until confirmed, given by long poll or carried by the webhook."""

import asyncio
import secrets
from typing import Any

from webapp.playground.errors import ApiError
from webapp.playground.faults import UPDATE_KINDS, Faults
from webapp.playground.hub import Hub
from webapp.playground.shapes import Json, public
from webapp.playground.store import Store

# Telegram sends these only to bots that ask for them by name.
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
HELD_SECONDS = 2.0  # a reordered update goes out alone when no other follows


class Updates:
    """The queue of one bot. Each waiting item is `{update_id, <kind>: …}`."""

    def __init__(self, store: Store, hub: Hub, faults: Faults) -> None:
        self.store = store
        self.hub = hub
        self.faults = faults
        self.waiting: list[Json] = [body for _, body in store.load("update")]
        self.held: Json | None = None
        self.arrived = asyncio.Event()
        self.poll: object | None = None
        kept = store.get("profile", "updates") or {}
        self.allowed: list[str] = kept.get("allowed", [])
        store.counters.setdefault("updates", secrets.randbelow(10**8) + 10**8)

    def allow(self, kinds: list[str] | None) -> None:
        """Remembers `allowed_updates`; None leaves what was asked before."""
        if kinds is not None and kinds != self.allowed:
            self.allowed = list(kinds)
            self.store.put("profile", "updates", {"allowed": self.allowed})

    def push(self, kind: str, body: Json) -> Json | None:
        """Queues an update; None when the bot did not ask for this kind."""
        if kind not in self.allowed if self.allowed else kind in ONLY_WHEN_ASKED:
            return None
        update = {"update_id": self.store.next_number("updates"), kind: public(body)}
        self.store.put("update", update["update_id"], update)
        fault = self.faults.take("telegram", kind, UPDATE_KINDS)
        self.place(update, fault.kind if fault else "")
        return update

    def place(self, update: Json, fault: str) -> None:
        if fault == "reorder" and self.held is None:
            self.held = update
            asyncio.get_running_loop().call_later(HELD_SECONDS, self.release, update)
            return
        self.waiting += [update] * (2 if fault == "duplicate" else 1)
        if self.held is not None:
            self.waiting.append(self.held)
            self.held = None
        self.arrived.set()

    def release(self, update: Json) -> None:
        if self.held is update:
            self.held = None
            self.waiting.append(update)
            self.arrived.set()

    def confirm(self, below: int) -> None:
        """Forgets updates whose id is below the offset."""
        done = [item for item in self.waiting if item["update_id"] < below]
        self.waiting = [item for item in self.waiting if item["update_id"] >= below]
        for item in done:
            self.store.drop("update", item["update_id"])

    def confirm_first(self) -> None:
        """Forgets the update at the head of the queue, delivered by webhook."""
        update = self.waiting.pop(0)
        if update not in self.waiting:
            self.store.drop("update", update["update_id"])

    def forget(self) -> None:
        """drop_pending_updates."""
        self.held = None
        self.confirm(1 << 62)

    async def collect(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """A getUpdates answer. Raises ApiError 409 when another poll takes over meanwhile."""
        if offset < 0 and self.waiting:
            offset = self.waiting[offset:][0]["update_id"]
        self.confirm(offset)
        self.poll = mine = object()
        self.arrived.set()  # wakes the poll that this one replaces
        self.arrived = asyncio.Event()
        deadline = asyncio.get_running_loop().time() + seconds
        while not self.waiting and (left := deadline - asyncio.get_running_loop().time()) > 0:
            await _wait_event(self.arrived, left)
            if self.poll is not mine:
                raise ApiError(409, _TAKEN_OVER)
            self.arrived.clear()
        return self.waiting[:limit]

    def count(self) -> int:
        return len(self.waiting) + (self.held is not None)


_TAKEN_OVER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def _wait_event(event: asyncio.Event, seconds: float) -> Any:
    try:
        return await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
