"""Telegram's HTML: text with tags → plain text and entities, refusing what Telegram refuses.

Source: https://core.telegram.org/bots/api#html-style
"""

import html
import re
from dataclasses import dataclass, field

from webapp.playground.errors import ApiError, bad_request
from webapp.playground.shapes import Json, utf16_length

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)?([^<>]*)>?")
ATTRIBUTE = re.compile(r"([a-zA-Z][\w-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")  # the only ones Telegram knows


@dataclass
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """→ (plain text, entities). Raises ApiError "can't parse entities: …" with Telegram's reason."""
    plain: list[str] = []
    length = 0
    stack: list[_Open] = []
    entities: list[Json] = []
    position = 0
    while position < len(source):
        start = source.find("<", position)
        piece = _unescape(source[position : start if start >= 0 else len(source)])
        plain.append(piece)
        length += utf16_length(piece)
        if start < 0:
            break
        match = TAG.match(source, start)
        at = len(source[:start].encode())
        if match is None or not match.group().endswith(">") or not match.group(2):
            raise _refuse(f"Unclosed start tag at byte offset {at}")
        position = match.end()
        tag = match.group(2).lower()
        if match.group(1):
            opened = _close_tag(stack, tag, at)
            if length > opened.offset:
                entities += _make_entity(opened, length, stack)
        else:
            stack.append(_Open(tag, length, _read_attributes(tag, match.group(3), at)))
    if stack:
        raise _refuse(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    return "".join(plain), sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _refuse(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def _unescape(text: str) -> str:
    return REFERENCE.sub(lambda match: html.unescape(match.group()), text)


def _close_tag(stack: list[_Open], tag: str, at: int) -> _Open:
    if not stack:
        raise _refuse(f"Unexpected end tag at byte offset {at}")
    if stack[-1].tag != tag:
        raise _refuse(f'Unmatched end tag at byte offset {at}, expected "</{stack[-1].tag}>", found "</{tag}>"')
    return stack.pop()


def _read_attributes(tag: str, source: str, at: int) -> dict[str, str]:
    found = {m[0].lower(): html.unescape(m[1] or m[2] or m[3]) for m in ATTRIBUTE.findall(source)}
    if tag not in TAGS:
        raise _refuse(f'Unsupported start tag "{tag}" at byte offset {at}')
    if tag == "span" and found.get("class") != "tg-spoiler":
        raise _refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    if tag == "tg-emoji" and not found.get("emoji-id", "").isdigit():
        raise _refuse(f'Tag "tg-emoji" must have attribute "emoji-id" at byte offset {at}')
    return found


def _make_entity(opened: _Open, end: int, stack: list[_Open]) -> list[Json]:
    entity: Json = {"type": TAGS[opened.tag], "offset": opened.offset, "length": end - opened.offset}
    attributes = opened.attributes
    if opened.tag == "a":
        if not attributes.get("href"):
            return []
        entity["url"] = attributes["href"]
    elif opened.tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    elif opened.tag == "tg-emoji":
        entity["custom_emoji_id"] = attributes["emoji-id"]
    elif opened.tag == "tg-time":
        if not attributes.get("unix", "").isdigit():
            raise _refuse('Tag "tg-time" must have attribute "unix"')
        entity |= {"unix_time": int(attributes["unix"]), "date_time_format": attributes.get("format", "")}
    elif opened.tag == "code" and stack and stack[-1].tag == "pre" and attributes.get("class", "")[:9] == "language-":
        stack[-1].attributes["language"] = attributes["class"][9:]
        return []
    elif opened.tag == "pre" and attributes.get("language"):
        entity["language"] = attributes["language"]
    return [entity]
