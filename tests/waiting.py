"""The one place where tests wait for a state that nothing tells of: asked again and again, and not for ever."""

import asyncio
import inspect
import time
from collections.abc import Callable
from typing import Any

_FIRST_PAUSE, _LONGEST_PAUSE = 0.01, 0.1


async def until(
    ask: Callable[[], Any],
    holds: Callable[[Any], Any] = bool,
    seconds: float = 20,
    show: Callable[[Any], object] = repr,
) -> Any:
    """What `ask` gives, at once or awaited, as soon as it fits; where it never does, the last is shown."""
    deadline, pause = time.monotonic() + seconds, _FIRST_PAUSE
    while True:
        found = ask()
        if inspect.isawaitable(found):
            found = await found
        if holds(found):
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds:.0f} s; at last: {show(found)}")
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)  # soon enough for what is quick, easy on what is slow
