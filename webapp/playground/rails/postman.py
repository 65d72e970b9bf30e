"""Carries what a provider says to the shop's callbacks, and loses, doubles or delays it on demand."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.settings import Settings
from webapp.playground.faults import Faults
from webapp.playground.shapes import Json

CALLBACK_FAULTS = ("duplicate", "reorder", "lost_answer", "500", "timeout", "reset", "slow")
SLOW_SECONDS = 3.0
ANSWER_SECONDS = 20.0


@dataclass(frozen=True)
class Letter:
    """One request to the shop: `name` is what faults and people call it, `shown` what the page shows of it."""

    service: str
    name: str
    path: str
    body: bytes
    headers: dict[str, str]
    shown: Any = None


@dataclass(frozen=True)
class Reply:
    """What came back; `status` is 0 when nothing did, and then `problem` says why."""

    status: int = 0
    body: bytes = b""
    problem: str = ""

    @property
    def answer(self) -> Any:
        """The body as JSON; None where it is not JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


@dataclass
class Trace:
    """What was said, step by step, for the pay page and for scripts; `warnings` are breaches by the shop."""

    steps: list[Json] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def note(self, letter: Letter, reply: Reply, words: str = "") -> None:
        answer = reply.answer if reply.answer is not None else reply.body.decode(errors="replace")
        step: Json = {"call": letter.name, "sent": letter.shown, "status": reply.status, "answer": answer}
        note = "; ".join(part for part in (words, reply.problem) if part)
        self.steps.append({**step, "note": note} if note else step)

    def warn(self, words: str) -> None:
        self.warnings.append(words)


class Postman:
    """The line to the shop. `open` before use, `close` after."""

    def __init__(self, settings: Settings, faults: Faults) -> None:
        self.settings = settings
        self.faults = faults
        self.last: dict[str, Letter] = {}
        self.http: ClientSession | None = None

    def open(self) -> None:
        self.http = ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS))

    async def close(self) -> None:
        if self.http is not None:
            await self.http.close()

    async def send(self, trace: Trace, letter: Letter) -> Reply:
        """One request as the provider makes it → the answer as the provider sees it."""
        fault = self.faults.take(letter.service, letter.name, CALLBACK_FAULTS)
        kind = fault.kind if fault else ""
        if kind == "slow" and fault:
            await asyncio.sleep(SLOW_SECONDS if fault.seconds is None else fault.seconds)
        if kind in ("timeout", "reset"):
            reply = Reply(problem="the request did not arrive")
            trace.note(letter, reply, kind)
            return reply
        if kind == "500":
            reply = Reply(500, b"", "a gateway before the shop answered 500; the shop heard nothing")
            trace.note(letter, reply)
            return reply
        reply = await self.post(letter)
        if kind == "lost_answer":
            trace.note(letter, reply, "lost_answer: the shop answered, the provider did not hear it")
            return Reply(problem="the answer was lost")
        trace.note(letter, reply, kind)
        older = {"duplicate": letter, "reorder": self.last.get(letter.service)}.get(kind)
        self.last[letter.service] = letter
        if older is not None:
            trace.note(older, await self.post(older), f"{kind}: this request arrives again, late")
        return reply

    async def insist(self, trace: Trace, letter: Letter, times: int = 3) -> Reply:
        """Sends until the shop is heard, as providers do. The last Reply has status 0 or 5xx when it never was."""
        reply = Reply()
        for _ in range(times):
            reply = await self.send(trace, letter)
            if reply.status and reply.status < 500:
                break
        return reply

    async def post(self, letter: Letter) -> Reply:
        """The bare request, without misbehaviour."""
        assert self.http is not None, "the postman is not open"
        url = f"{self.settings.base_url}/callbacks/{letter.path}"
        try:
            async with self.http.post(url, data=letter.body, headers=letter.headers) as answer:
                return Reply(answer.status, await answer.read())
        except (ClientError, TimeoutError) as problem:
            return Reply(problem=f"no answer from {url}: {problem or type(problem).__name__}")
