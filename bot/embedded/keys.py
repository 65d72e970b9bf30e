"""Secrets of the embedded default: made once, kept readable by their owner only, never in a database."""

import base64
import json
import secrets
from pathlib import Path


def load_keys(data_dir: Path) -> dict[str, str]:
    """Keys `master_key`, `postgres_password`, `s3_access_key`, `s3_secret_key` from `data_dir/keys.json`."""
    path = data_dir / "keys.json"
    if not path.exists():
        _write_keys(path)
    return dict(json.loads(path.read_text()))


def _write_keys(path: Path) -> None:
    keys = {
        "master_key": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "postgres_password": secrets.token_urlsafe(24),
        "s3_access_key": "stario" + secrets.token_hex(6),
        "s3_secret_key": secrets.token_urlsafe(30),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(keys, indent=2))
    fresh.replace(path)  # a start that dies half-way leaves no half a file
