"""Plain JSON shapes that travel through the playground, and how Telegram counts the length of text."""

from typing import Any

Json = dict[str, Any]


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units: how Bot API entities measure text."""
    return len(text.encode("utf-16-le")) // 2


def cut_utf16(text: str, offset: int, length: int) -> str:
    """The part of `text` that an entity covers."""
    return text.encode("utf-16-le")[offset * 2 : (offset + length) * 2].decode("utf-16-le", "ignore")


def public(value: Json) -> Json:
    """`value` without our own notes, whose keys begin with an underscore."""
    return {
        key: public(item) if isinstance(item, dict) else item for key, item in value.items() if not key.startswith("_")
    }
