"""Files that a script or the chat page sends in a person's name, as JSON."""

import base64
import binascii
from typing import Any

from webapp.playground.errors import ControlError
from webapp.playground.shapes import Json

KINDS = ("photo", "video", "video_note", "voice", "audio", "document", "animation", "sticker")
ABOUT = {"file_name": "name", "mime_type": "mime", "duration": "duration", "width": "width", "height": "height"}
LARGEST = 50 << 20


def read_attachment(body: Json) -> Json | None:
    """→ `{kind, value, about}` of the first of `<kind>_base64`, `contact`, `location`, or None."""
    for kind in KINDS:
        if body.get(f"{kind}_base64") is not None:
            about = {name: body[key] for key, name in ABOUT.items() if body.get(key)}
            return {"kind": kind, "value": _decode(kind, body[f"{kind}_base64"]), "about": about}
    if body.get("story"):
        return {"kind": "story", "value": _read_fields(body, "story", ("chat", "id"))}
    if body.get("contact"):
        return {"kind": "contact", "value": _read_fields(body, "contact", ("phone_number", "first_name"))}
    if body.get("location"):
        return {"kind": "location", "value": _read_fields(body, "location", ("latitude", "longitude"))}
    return None


def _decode(kind: str, value: Any) -> bytes:
    text = str(value).partition("base64,")[2] or str(value)
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ControlError(422, f"`{kind}_base64` is not base64.") from None
    if not content:
        raise ControlError(422, f"`{kind}_base64` is empty.")
    if len(content) > LARGEST:
        raise ControlError(413, f"The {kind} is larger than 50 MB.")
    return content


def _read_fields(body: Json, kind: str, needed: tuple[str, ...]) -> Json:
    value = body[kind]
    if not isinstance(value, dict) or any(key not in value for key in needed):
        raise ControlError(422, f"`{kind}` needs {' and '.join(needed)}.")
    return dict(value)
