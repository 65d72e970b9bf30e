"""Messages with files: photos, videos, voices, documents, albums; and getFile."""

import secrets
from typing import Any

from aiogram.methods import (
    GetFile,
    SendAnimation,
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVideoNote,
    SendVoice,
)

from webapp.playground.calls import Attached, Call
from webapp.playground.delivery import deliver, open_chat
from webapp.playground.errors import bad_request
from webapp.playground.formatting import format_caption
from webapp.playground.media_shapes import keep_media, keep_photo, keep_thumbnail
from webapp.playground.registry import plays
from webapp.playground.shapes import Json
from webapp.playground.uploads import find_source
from webapp.playground.world import World

LARGEST_DOWNLOAD = 20 << 20
KINDS = {
    "sendPhoto": "photo",
    "sendVideo": "video",
    "sendVideoNote": "video_note",
    "sendVoice": "voice",
    "sendAudio": "audio",
    "sendDocument": "document",
    "sendAnimation": "animation",
    "sendSticker": "sticker",
}


@plays(SendPhoto, SendVideo, SendVideoNote, SendVoice, SendAudio, SendDocument, SendAnimation, SendSticker)
async def send_media(world: World, call: Call) -> Json:
    chat_id, kind = open_chat(world, call), KINDS[call.method]
    check_voices(world, chat_id, kind)
    caption = format_caption(call.get("caption"), call.get("parse_mode"), call.get("caption_entities"))
    content = await take_media(world, call, kind, call.get(kind), call.values)
    return deliver(world, call, chat_id, **content, **caption, **read_looks(call.values))


def check_voices(world: World, chat_id: int, kind: str) -> None:
    """A person may close voice and video notes; audio files are another matter."""
    person = world.people.find(chat_id)
    if person and person.get("voices_closed") and kind in ("voice", "video_note"):
        raise bad_request("VOICE_MESSAGES_FORBIDDEN")


@plays(SendMediaGroup)
async def send_album(world: World, call: Call) -> list[Json]:
    chat_id, items = open_chat(world, call), call["media"]
    if not 2 <= len(items) <= 10:
        raise bad_request("group send failed: an album has 2-10 items")
    if len({_family(item["type"]) for item in items}) > 1:
        raise bad_request("group send failed: the types of media can't be mixed")
    prepared = []
    for item in items:
        content = await take_media(world, call, item["type"], item["media"], item)
        caption = format_caption(item.get("caption"), item.get("parse_mode"), item.get("caption_entities"))
        prepared.append(content | caption | read_looks(item))
    group_id = str(secrets.randbelow(1 << 53))
    return [deliver(world, call, chat_id, **content, media_group_id=group_id) for content in prepared]


@plays(GetFile)
async def get_file(world: World, call: Call) -> Json:
    record = world.files.records.get(call["file_id"])
    if record is None:
        raise bad_request("invalid file_id")
    if record["size"] > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**world.files.head(record), "file_path": record["path"]}


async def take_media(world: World, call: Call, kind: str, value: Any, about: Json) -> Json:
    """The part of a Message that holds the file, from an upload, an address or a file_id."""
    source = await find_source(world, call, value, kind)
    if source.record:
        shape = source.record["shape"]
        if about.get("cover") is not None and kind == "video":
            shape = {**shape, "cover": await _take_cover(world, call, about["cover"])}
    elif kind == "photo":
        assert source.upload
        shape = await keep_photo(world.files, source.upload.content)
    else:
        assert source.upload
        known = {key: about[key] for key in MEASURES if about.get(key) is not None}
        known |= {"name": source.upload.name, "mime": _known_mime(source.upload.mime)}
        known |= await _take_pictures(world, call, about)
        shape = await keep_media(world.files, kind, source.upload.content, known)
    # An animation is a document too, for clients that do not know animations.
    return {kind: shape, **({"document": _as_document(shape)} if kind == "animation" else {})}


MEASURES = ("duration", "width", "height", "length", "title", "performer", "start_timestamp")
LOOKS = {"has_spoiler": "has_media_spoiler", "show_caption_above_media": "show_caption_above_media"}


def read_looks(values: Json) -> Json:
    """How the media is shown, for the Message; `_streams` tells that a video plays while loading."""
    looks: Json = {name: True for key, name in LOOKS.items() if values.get(key)}
    return looks | ({"_streams": True} if values.get("supports_streaming") else {})


async def _take_pictures(world: World, call: Call, about: Json) -> Json:
    pictures: Json = {}
    if isinstance(about.get("thumbnail"), Attached):
        source = await find_source(world, call, about["thumbnail"], "photo")
        assert source.upload
        pictures["thumbnail"] = await keep_thumbnail(world.files, source.upload.content)
    if about.get("cover") is not None:
        pictures["cover"] = await _take_cover(world, call, about["cover"])
    return pictures


async def _take_cover(world: World, call: Call, value: Any) -> list[Json]:
    source = await find_source(world, call, value, "photo")
    if source.record:
        return list(source.record["shape"])
    assert source.upload
    return await keep_photo(world.files, source.upload.content)


def _family(kind: str) -> str:
    return "visual" if kind in ("photo", "video", "live_photo") else kind


def _known_mime(mime: str) -> str:
    return "" if mime == "application/octet-stream" else mime


def _as_document(shape: Json) -> Json:
    kept = ("file_id", "file_unique_id", "file_size", "file_name", "mime_type", "thumbnail")
    return {key: shape[key] for key in kept if key in shape}
