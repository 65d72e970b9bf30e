"""Inline results: judged as Telegram judges them, and turned into a message when somebody picks one."""

import secrets

from webapp.playground.calls import Call, Upload
from webapp.playground.errors import bad_request
from webapp.playground.formatting import format_caption, format_message
from webapp.playground.keyboards import check_inline
from webapp.playground.media_shapes import keep_media, keep_photo
from webapp.playground.shapes import Json
from webapp.playground.uploads import find_source
from webapp.playground.world import World

# Where a result of each type keeps its file: by address, or by file_id.
SOURCES = {
    "photo": ("photo_url", "photo_file_id"),
    "video": ("video_url", "video_file_id"),
    "voice": ("voice_url", "voice_file_id"),
    "audio": ("audio_url", "audio_file_id"),
    "document": ("document_url", "document_file_id"),
    "gif": ("gif_url", "gif_file_id"),
    "mpeg4_gif": ("mpeg4_url", "mpeg4_file_id"),
}
KINDS = {"gif": "animation", "mpeg4_gif": "animation"}


def check_result(result: Json) -> None:
    """Raises ApiError when Telegram would refuse this result."""
    if not 1 <= len(str(result["id"]).encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] == "article" and not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    if result.get("reply_markup"):
        check_inline(result["reply_markup"], private=False)
    body = result.get("input_message_content")
    if body and "message_text" in body:
        format_message(body["message_text"], body.get("parse_mode"), body.get("entities"))
    else:
        format_caption(result.get("caption"), result.get("parse_mode"), result.get("caption_entities"))


async def post_result(world: World, person: Json, chat_id: int, result: Json) -> Json:
    """Writes a picked result into a chat in the person's name, `via_bot`; returns the message."""
    content = await _make_content(world, result)
    if result.get("reply_markup"):
        content["reply_markup"] = check_inline(result["reply_markup"], private=False)
    inline_id = "AQ" + secrets.token_urlsafe(18)
    message = world.messages.add(
        chat_id, person["user"], via_bot=world.bot.user, _inline_message_id=inline_id, **content
    )
    world.inline.places[inline_id] = (chat_id, message["message_id"])
    return message


async def _make_content(world: World, result: Json) -> Json:
    body = result.get("input_message_content")
    if body and "message_text" in body:
        return format_message(body["message_text"], body.get("parse_mode"), body.get("entities"))
    if body and "latitude" in body:
        return {"location": {"latitude": body["latitude"], "longitude": body["longitude"]}}
    if result["type"] not in SOURCES:
        raise bad_request("MESSAGE_EMPTY")
    caption = format_caption(result.get("caption"), result.get("parse_mode"), result.get("caption_entities"))
    return {**await _take_file(world, result), **caption}


async def _take_file(world: World, result: Json) -> Json:
    kind = KINDS.get(result["type"]) or str(result["type"])
    value = next((result[key] for key in SOURCES[result["type"]] if result.get(key)), "")
    source = await find_source(world, Call("inline", {}), value, kind)
    if source.record:
        return {kind: source.record["shape"]}
    upload = source.upload or Upload("", b"", "")
    if kind == "photo":
        return {"photo": await keep_photo(world.files, upload.content)}
    about = {"name": upload.name, "mime": upload.mime, "width": result.get("video_width")}
    about |= {"height": result.get("video_height"), "duration": result.get("video_duration")}
    return {kind: await keep_media(world.files, kind, upload.content, about)}
