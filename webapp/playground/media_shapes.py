"""From bytes to the Bot API object a message carries: photo sizes, videos, voices, documents."""

import asyncio

from webapp.playground.errors import bad_request
from webapp.playground.files import Files
from webapp.playground.mp4 import probe_mp4
from webapp.playground.pictures import scale_photo
from webapp.playground.shapes import Json

DEFAULT_MIMES = {"video": "video/mp4", "video_note": "video/mp4", "animation": "video/mp4", "voice": "audio/ogg"}
NAMED = ("video", "audio", "document", "animation")  # kinds whose object tells file_name
NAMES = {"photo": "photo.jpg", "voice": "voice.ogg", "video": "video.mp4", "video_note": "note.mp4"}


async def keep_photo(files: Files, content: bytes) -> list[Json]:
    """Stores a photo in all its sizes → list of PhotoSize, smallest first."""
    sizes = []
    records = []
    for width, height, jpeg in await asyncio.to_thread(scale_photo, content):
        record = files.keep("photo", jpeg, "photo.jpg", "image/jpeg")
        records.append(record)
        sizes.append({**files.head(record), "width": width, "height": height})
    for record in records:
        files.save(record, shape=sizes)
    return sizes


async def keep_thumbnail(files: Files, content: bytes) -> Json:
    """Stores a picture of at most 320 px → PhotoSize."""
    width, height, jpeg = (await asyncio.to_thread(scale_photo, content))[:2][-1]
    record = files.keep("thumbnail", jpeg, "thumb.jpg", "image/jpeg")
    return {**files.head(record), "width": width, "height": height}


async def keep_media(files: Files, kind: str, content: bytes, about: Json) -> Json:
    """Stores anything but a photo → its Bot API object.

    `about` may tell name, mime, duration, width, height, length, title, performer, thumbnail (PhotoSize),
    cover (list of PhotoSize); what it does not tell is read from the file.
    """
    mime = about.get("mime") or DEFAULT_MIMES.get(kind, "")
    record = files.keep(kind, content, about.get("name") or NAMES.get(kind, "file"), mime)
    shape = {**files.head(record), "mime_type": record["mime"]}
    if kind in NAMED and about.get("name"):
        shape["file_name"] = about["name"]
    shape |= _measure(kind, content, about)
    for key in ("thumbnail", "cover", "title", "performer", "start_timestamp"):
        if about.get(key) is not None:
            shape[key] = about[key]
    files.save(record, shape=shape)
    return shape


def _measure(kind: str, content: bytes, about: Json) -> Json:
    if kind in ("document", "sticker"):
        return {"width": 512, "height": 512, **_STICKER} if kind == "sticker" else {}
    clip = probe_mp4(content) if kind in ("video", "video_note", "animation") else None
    duration = about.get("duration") or (round(clip.seconds) if clip else 0)
    if kind in ("voice", "audio"):
        return {"duration": duration}
    width = about.get("width") or (clip.width if clip else 0)
    height = about.get("height") or (clip.height if clip else 0)
    if kind == "video_note":
        if clip and clip.width != clip.height:
            raise bad_request("VIDEO_NOTE_INVALID: the video must be square")
        if duration > 60:
            raise bad_request("VIDEO_NOTE_TOO_LONG: at most 60 seconds")
        return {"length": about.get("length") or width or 240, "duration": duration}
    return {"width": width, "height": height, "duration": duration}


_STICKER = {"type": "regular", "is_animated": False, "is_video": False}
