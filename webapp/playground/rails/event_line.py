"""Webhooks to the shop: sent at once, retried until taken, doubled, delayed or out of order on demand."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from webapp.playground.errors import ControlError
from webapp.playground.rails.postman import CALLBACK_FAULTS, Letter, Postman, Reply, Trace

RETRY_PAUSES = (1.0, 3.0, 10.0, 30.0, 120.0, 600.0)  # seconds; the real ones take days
HELD_SECONDS = 2.0  # a reordered event goes out alone when no other follows
SLOW_SECONDS = 10.0
Write = Callable[[], Letter]


@dataclass
class Sending:
    """One event on its way: `write` makes the request anew, so that a signature is as old as its sending."""

    write: Write
    trace: Trace


class EventLine:
    """Events of one provider. `close` ends retries that are under way."""

    def __init__(self, postman: Postman, service: str) -> None:
        self.postman = postman
        self.service = service
        self.held: list[Sending] = []
        self.tasks: set[asyncio.Task[None]] = set()

    async def send(self, trace: Trace, write: Write, kind: str = "", seconds: float | None = None) -> None:
        """Sends an event; `kind` is one of CALLBACK_FAULTS, or what `/control/faults` orders for it."""
        sending, letter = Sending(write, trace), write()
        if kind not in ("", *CALLBACK_FAULTS):
            raise ControlError(422, f"Unknown delivery {kind!r}; allowed: {', '.join(CALLBACK_FAULTS)}.")
        fault = None if kind else self.postman.faults.take(self.service, letter.name, CALLBACK_FAULTS)
        if fault:
            kind, seconds = fault.kind, fault.seconds
        if kind == "reorder":
            self.hold(sending)
            return
        if kind == "slow":
            trace.note(letter, Reply(), "slow: arrives later")
            self.start(self.wait_and_post(sending, SLOW_SECONDS if seconds is None else seconds))
            return
        await self.post(sending, kind)
        for older in self.take_held():
            await self.post(older, "reorder: an older event arrives now")

    async def post(self, sending: Sending, kind: str = "") -> None:
        """One attempt, and retries in the background when the shop does not take it."""
        if kind in ("500", "timeout", "reset"):
            sending.trace.note(sending.write(), Reply(problem="the event did not arrive; it is sent again"), kind)
            self.start(self.retry(sending))
            return
        taken = await self.attempt(sending, kind)
        if kind == "duplicate":
            await self.attempt(sending, "duplicate: the same event again")
        if not taken or kind == "lost_answer":
            self.start(self.retry(sending))

    async def attempt(self, sending: Sending, note: str = "") -> bool:
        letter = sending.write()
        reply = await self.postman.post(letter)
        sending.trace.note(letter, reply, note)
        return 200 <= reply.status < 300

    async def retry(self, sending: Sending) -> None:
        for pause in RETRY_PAUSES:
            await asyncio.sleep(pause)
            if await self.attempt(sending, "sent again"):
                return

    async def wait_and_post(self, sending: Sending, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self.post(sending)

    def hold(self, sending: Sending) -> None:
        """Keeps an event back until another has gone, or two seconds have."""
        sending.trace.note(sending.write(), Reply(), "reorder: held back until another event has gone")
        self.held.append(sending)
        self.start(self.release(sending))

    async def release(self, sending: Sending) -> None:
        await asyncio.sleep(HELD_SECONDS)
        if sending in self.held:
            self.held.remove(sending)
            await self.post(sending)

    def take_held(self) -> list[Sending]:
        held, self.held = self.held, []
        return held

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def close(self) -> None:
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
