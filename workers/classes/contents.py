"""The contents of a worker class."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from workers.rows import Job

Call = Callable[..., Coroutine[Any, Any, Any]]
Chore = Callable[[], Coroutine[Any, Any, None]]


@dataclass
class Contents:
    """What a worker takes up, and when.

    `rows` do outbox rows and `burials` say goodbye to one that is given up; `calls` keep nothing and may return
    a JSON object to whoever asked (`Queue.ask`); `chores` run beside the jobs until the worker stops, and
    `ready` is awaited before the first job: a worker that says it is there can do what it is asked."""

    rows: dict[str, Job] = field(default_factory=dict)
    burials: dict[str, Job] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    chores: list[Chore] = field(default_factory=list)
    ready: Chore | None = None
