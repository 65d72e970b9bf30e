"""Text of a message as the bot gives it → text and entities as Telegram keeps them, within the limits."""

from webapp.playground.detection import detect_entities
from webapp.playground.errors import bad_request
from webapp.playground.html_text import parse_html
from webapp.playground.markdown_text import parse_markdown
from webapp.playground.shapes import Json, utf16_length

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def format_text(source: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """→ (text without white space around it, its entities). Raises ApiError for bad markup."""
    mode = (parse_mode or "").lower()
    if entities is not None and entities != []:
        plain, found = source, [dict(entity) for entity in entities]
    elif mode == "html":
        plain, found = parse_html(source)
    elif mode in ("markdown", "markdownv2"):
        plain, found = parse_markdown(source, mode == "markdown")
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        plain, found = source, []
    plain, found = _strip_ends(plain, found)
    return plain, detect_entities(plain, found)


def format_message(source: str, parse_mode: str | None, entities: list[Json] | None) -> Json:
    """`{text, entities?}` of a text message. Raises ApiError when empty or too long."""
    text, found = format_text(source, parse_mode, entities)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": found} if found else {})}


def format_caption(source: str | None, parse_mode: str | None, entities: list[Json] | None) -> Json:
    """`{caption?, caption_entities?}` of a media message. Raises ApiError when too long."""
    text, found = format_text(source or "", parse_mode, entities)
    if utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": found} if found else {})}


def _strip_ends(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    kept = text.strip(" \t\r\n")
    before = utf16_length(text[: len(text) - len(text.lstrip(" \t\r\n"))])
    end = utf16_length(kept)
    result = []
    for entity in entities:
        start = max(entity["offset"] - before, 0)
        stop = min(entity["offset"] + entity["length"] - before, end)
        if stop > start:
            result.append({**entity, "offset": start, "length": stop - start})
    return kept, result
