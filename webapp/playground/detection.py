"""Entities that Telegram finds by itself in plain text: commands, mentions, links, tags, addresses."""

import re
from collections.abc import Iterator

from webapp.playground.shapes import Json, utf16_length

PATTERNS = (
    ("url", re.compile(r"(?<![\w@./])(?:https?://|tg://)[^\s<>\"']+[^\s<>\"'.,!?;:)\]]", re.I)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[a-z]{2,}(?![\w-])", re.I)),
    ("url", re.compile(r"(?<![\w@./-])(?:[\w-]+\.)+(?:com|org|net|io|me|uz|ru|dev|app)(?:/[^\s<>\"']*)?(?!\w)", re.I)),
    ("mention", re.compile(r"(?<![\w@/])@[a-z]\w{3,31}\b", re.I)),
    ("bot_command", re.compile(r"(?<![\w/<>.])/[a-z0-9_]{1,32}(?:@\w{3,32})?(?![\w/@])", re.I)),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{3,8}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}")),
)
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "url", "email", "custom_emoji"})


def detect_entities(text: str, known: list[Json]) -> list[Json]:
    """`known` entities and those found in `text`, in order; nothing is found inside code or links."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in known if e["type"] in OPAQUE]
    found = list(known)
    for entity in _find_all(text):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if all(end <= left or start >= right for left, right in taken):
            found.append(entity)
            taken.append((start, end))
    return sorted(found, key=lambda e: (e["offset"], -e["length"]))


def _find_all(text: str) -> Iterator[Json]:
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            yield {"type": kind, "offset": start, "length": utf16_length(match.group())}
