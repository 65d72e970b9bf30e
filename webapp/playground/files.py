"""Files of the playground: bytes on disk under their hash, known by stable `file_id`s."""

import hashlib
import mimetypes
import secrets
from pathlib import Path
from typing import Any

from webapp.playground.shapes import Json
from webapp.playground.store import Store

# The beginning of a file_id tells its type, as in Telegram.
PREFIXES = {
    "photo": "AgACAgIAAxkBAAI",
    "voice": "AwACAgIAAxkBAAI",
    "video": "BAACAgIAAxkBAAI",
    "document": "BQACAgIAAxkBAAI",
    "sticker": "CAACAgIAAxkBAAI",
    "audio": "CQACAgIAAxkBAAI",
    "animation": "CgACAgIAAxkBAAI",
    "video_note": "DQACAgIAAxkBAAI",
    "thumbnail": "AAMCAgADGQEAAg",
}


class Files:
    """A record is `{file_id, file_unique_id, kind, sha, size, path, name, mime, shape}`.

    `shape` is the Bot API object of the whole file (`Video`, list of `PhotoSize` …), so that sending it
    again by `file_id` shows the very same thing.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.records: dict[str, Json] = dict(store.load("file"))
        self.by_path: dict[str, Json] = {record["path"]: record for record in self.records.values()}

    def keep(self, kind: str, content: bytes, name: str, mime: str = "") -> Json:
        """Stores bytes and returns their record, not yet with a `shape`."""
        sha = hashlib.sha256(content).hexdigest()
        place = self.folder / sha
        if not place.exists():
            half = self.folder / f"{sha}.{secrets.token_hex(4)}"
            half.write_bytes(content)
            half.replace(place)
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        number = self.store.next_number("files")
        suffix = Path(name).suffix or mimetypes.guess_extension(mime) or ""
        record: Json = {
            "file_id": PREFIXES[kind] + secrets.token_urlsafe(36),
            "file_unique_id": "AQAD" + sha[:16],
            "kind": kind,
            "sha": sha,
            "size": len(content),
            "path": f"{kind}s/file_{number}{suffix.lower()}",
            "name": name,
            "mime": mime,
        }
        return self.save(record)

    def save(self, record: Json, **changes: Any) -> Json:
        record.update(changes)
        self.records[record["file_id"]] = record
        self.by_path[record["path"]] = record
        self.store.put("file", record["file_id"], record)
        return record

    def forget(self, file_id: str) -> None:
        """Deletes a file: its record, and its bytes unless another record has the same."""
        record = self.records.pop(file_id, None)
        if record is None:
            return
        self.by_path.pop(record["path"], None)
        self.store.drop("file", file_id)
        if all(other["sha"] != record["sha"] for other in self.records.values()):
            self.place(record).unlink(missing_ok=True)

    def head(self, record: Json) -> Json:
        """The fields that every Bot API file object begins with."""
        return {"file_id": record["file_id"], "file_unique_id": record["file_unique_id"], "file_size": record["size"]}

    def place(self, record: Json) -> Path:
        return self.folder / str(record["sha"])
