"""What the playground remembers across restarts: JSON documents by kind and key in one SQLite file."""

import json
import sqlite3
from pathlib import Path

from webapp.playground.shapes import Json

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, key)
);
"""


class Store:
    """Every change is written at once, so a killed process loses nothing that was answered."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.base = sqlite3.connect(folder / "world.sqlite3", isolation_level=None, check_same_thread=False)
        self.base.execute("PRAGMA journal_mode=WAL")
        self.base.execute("PRAGMA synchronous=NORMAL")
        self.base.executescript(SCHEMA)
        self.counters: dict[str, int] = {key: body["value"] for key, body in self.load("counter")}

    def put(self, kind: str, key: object, body: Json) -> None:
        """Writes a document, replacing what was under that key."""
        self.base.execute(
            "INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body",
            (kind, str(key), json.dumps(body, ensure_ascii=False)),
        )

    def drop(self, kind: str, key: object) -> None:
        self.base.execute("DELETE FROM documents WHERE kind = ? AND key = ?", (kind, str(key)))

    def load(self, kind: str) -> list[tuple[str, Json]]:
        """All documents of a kind as (key, body), oldest first."""
        rows = self.base.execute("SELECT key, body FROM documents WHERE kind = ? ORDER BY rowid", (kind,))
        return [(key, json.loads(body)) for key, body in rows]

    def get(self, kind: str, key: object) -> Json | None:
        row = self.base.execute("SELECT body FROM documents WHERE kind = ? AND key = ?", (kind, str(key))).fetchone()
        return json.loads(row[0]) if row else None

    def next_number(self, name: str, first: int = 1) -> int:
        """The next number of a counter that never goes back, restarts included."""
        value = self.counters.get(name, first - 1) + 1
        self.counters[name] = value
        self.put("counter", name, {"value": value})
        return value

    def close(self) -> None:
        self.base.close()
