"""Telegram's Markdown and MarkdownV2 → plain text and entities.

Source: https://core.telegram.org/bots/api#markdownv2-style
"""

from dataclasses import dataclass

from webapp.playground.errors import ApiError, bad_request
from webapp.playground.shapes import Json, utf16_length

RESERVED = "_*[]()~`>#+-=|{}.!"
MARKS = {
    "*": "bold",
    "__": "underline",
    "_": "italic",
    "~": "strikethrough",
    "||": "spoiler",
    "```": "pre",
    "`": "code",
}
OLD_MARKS = {"*": "bold", "_": "italic", "```": "pre", "`": "code"}


@dataclass
class _Open:
    mark: str
    offset: int
    at: int


class _Reader:
    """Walks the source once; `old` reads legacy Markdown, which nests nothing and reserves little."""

    def __init__(self, source: str, old: bool) -> None:
        self.source = source
        self.old = old
        self.marks = OLD_MARKS if old else MARKS
        self.plain = ""
        self.entities: list[Json] = []
        self.stack: list[_Open] = []
        self.position = 0

    def read(self) -> tuple[str, list[Json]]:
        while self.position < len(self.source):
            self.step()
        if self.stack:
            top = self.stack[-1]
            name = "the entity starting" if self.old else f"{_name(self.marks.get(top.mark, 'text_link'))} entity"
            raise _refuse(f"Can't find end of {name} at byte offset {top.at}")
        return self.plain, sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def step(self) -> None:
        rest = self.source[self.position :]
        inside = self.stack[-1].mark if self.stack else ""
        if rest[0] == "\\" and len(rest) > 1 and (rest[1] in RESERVED or rest[1] == "\\"):
            self.take(rest[1], 2)
        elif inside in ("`", "```"):
            self.close(inside) if rest.startswith(inside) else self.take(rest[0], 1)
        elif mark := self.mark_at(rest, inside):
            self.close(mark) if any(o.mark == mark for o in self.stack) else self.open(mark)
        elif rest[0] == "[" and "[" not in (o.mark for o in self.stack):
            self.open("[")
        elif rest.startswith("](") and inside == "[":
            self.link(rest)
        elif rest[0] == ">" and not self.old and (not self.plain or self.plain.endswith("\n")):
            self.quote(rest)
        elif not self.old and rest[0] in RESERVED:
            raise _refuse(f"Character '{rest[0]}' is reserved and must be escaped with the preceding '\\'")
        else:
            self.take(rest[0], 1)

    def mark_at(self, rest: str, inside: str) -> str:
        found = [mark for mark in self.marks if rest.startswith(mark)]
        if inside in found:
            return inside if inside != "_" or "__" not in found else "__"
        return max(found, key=len, default="")

    def take(self, text: str, width: int) -> None:
        self.plain += text
        self.position += width

    def open(self, mark: str) -> None:
        self.stack.append(_Open(mark, utf16_length(self.plain), len(self.source[: self.position].encode())))
        self.position += len(mark)

    def close(self, mark: str) -> None:
        opened = self.stack.pop()
        if opened.mark != mark:
            raise _refuse(
                f"Can't find end of {_name(self.marks.get(opened.mark, 'text_link'))} entity at byte offset {opened.at}"
            )
        self.position += len(mark)
        self.entity(self.marks[mark], opened.offset)

    def link(self, rest: str) -> None:
        end = rest.find(")")
        if end < 0:
            raise _refuse(f"Can't find end of a URL at byte offset {len(self.source[: self.position].encode())}")
        opened = self.stack.pop()
        self.entity("text_link", opened.offset, url=rest[2:end].replace("\\", ""))
        self.position += end + 1

    def quote(self, rest: str) -> None:
        lines = []
        for line in rest.split("\n"):
            if not line.startswith(">"):
                break
            lines.append(line[1:])
        self.position += sum(len(line) + 2 for line in lines) - 1
        text, entities = parse_markdown("\n".join(lines), False)
        start = utf16_length(self.plain)
        self.entities += [{**e, "offset": e["offset"] + start} for e in entities]
        self.plain += text
        self.entity("blockquote", start)

    def entity(self, kind: str, offset: int, **extra: str) -> None:
        length = utf16_length(self.plain) - offset
        if length:
            self.entities.append({"type": kind, "offset": offset, "length": length, **extra})


def parse_markdown(source: str, old: bool) -> tuple[str, list[Json]]:
    """→ (plain text, entities). Raises ApiError "can't parse entities: …"."""
    return _Reader(source, old).read()


def _name(kind: str) -> str:
    return {"text_link": "TextUrl", "pre": "Pre", "code": "Code"}.get(kind, kind.capitalize())


def _refuse(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
