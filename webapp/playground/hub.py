"""News of the playground: everything that changes is told to whoever listens (long polls, chat pages)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from webapp.playground.shapes import Json


class Hub:
    """Fan-out of small events `{kind, …}` to any number of listeners."""

    def __init__(self) -> None:
        self.listeners: set[asyncio.Queue[Json]] = set()

    def publish(self, kind: str, **news: Any) -> None:
        for queue in self.listeners:
            queue.put_nowait({"kind": kind, **news})

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Json]]:
        """A queue that receives everything published while the block runs."""
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self.listeners.add(queue)
        try:
            yield queue
        finally:
            self.listeners.discard(queue)
