"""Our keys in Redis stand in one file, and none is in the way of another."""

import inspect
import re
from pathlib import Path
from uuid import UUID

from bot.adapters import redis_keys
from bot.work import WORKER_CLASSES

SOME: dict[type, object] = {UUID: UUID(int=1), str: "1", int: 1}
ROOT = Path(__file__).parents[3]
OURS = ("bot", "handlers", "admin", "webapp", "workers")
HOME = {ROOT / "bot" / "adapters" / "redis_keys.py", ROOT / "bot" / "work.py"}


def test_no_key_is_made_elsewhere() -> None:
    sources = [path for folder in OURS for path in (ROOT / folder).rglob("*.py")]
    assert set(sources) >= HOME
    strays = [path for path in sources if path not in HOME and re.search(r'["\']stario:', path.read_text("utf-8"))]
    assert strays == []


def test_every_key_is_its_own() -> None:
    makers = [maker for _, maker in inspect.getmembers(redis_keys, inspect.isfunction)]
    made = [maker(*[SOME[one.annotation] for one in inspect.signature(maker).parameters.values()]) for maker in makers]
    queues = [name for kind in WORKER_CLASSES.values() for name in (kind.queue_name, kind.health_key)]
    assert len(made) >= 8
    assert len({*made, *queues, redis_keys.SHOWN_ORDERS}) == len(made) + len(queues) + 1
