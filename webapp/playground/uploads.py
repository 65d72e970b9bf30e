"""Where the bytes of a sent file come from: an upload, a known file_id, or an address to fetch."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from webapp.playground.calls import Attached, Call, Upload
from webapp.playground.errors import bad_request
from webapp.playground.shapes import Json
from webapp.playground.world import World

LARGEST_FETCH = 20 << 20
FETCH_SECONDS = 20
NAMES = {"video_note": "VideoNote", "animation": "Animation", "photo": "Photo", "document": "Document"}


@dataclass
class Source:
    """Either bytes that just came, or the record of a file sent before."""

    upload: Upload | None = None
    record: Json | None = None


async def find_source(world: World, call: Call, value: Any, kind: str) -> Source:
    """The file behind a parameter. Raises ApiError in Telegram's words."""
    if isinstance(value, Attached):
        return Source(upload=_take_upload(call, value.name))
    text = str(value or "")
    if not text:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    if urlsplit(text).scheme in ("http", "https"):
        if kind == "video_note":
            raise bad_request("wrong file identifier/HTTP URL specified")
        return Source(upload=await fetch_file(text))
    return Source(record=_find_record(world, text, kind))


def _take_upload(call: Call, name: str) -> Upload:
    upload = call.uploads.get(name)
    if upload is None:
        raise bad_request(f'can\'t find file "{name}" in the request')
    if not upload.content:
        raise bad_request("file must be non-empty")
    return upload


def _find_record(world: World, file_id: str, kind: str) -> Json:
    record = world.files.records.get(file_id)
    if record is None:
        if len(file_id) < 20 or not file_id.replace("-", "").replace("_", "").isalnum():
            raise bad_request("wrong file identifier/HTTP URL specified")
        raise bad_request("wrong remote file identifier specified: Wrong padding in the string")
    if record["kind"] != kind:
        have, want = (NAMES.get(k, k.capitalize()) for k in (record["kind"], kind))
        raise bad_request(f"can't use file of type {have} as {want}")
    return record


async def fetch_file(url: str) -> Upload:
    """Downloads what an address names, as Telegram's servers would; at most 20 MB."""
    try:
        async with ClientSession(timeout=ClientTimeout(total=FETCH_SECONDS)) as session, session.get(url) as got:
            if got.status != 200:
                raise bad_request("failed to get HTTP URL content")
            content = await got.content.read(LARGEST_FETCH + 1)
            while len(content) <= LARGEST_FETCH and (more := await got.content.read(LARGEST_FETCH)):
                content += more
            mime = got.content_type
    except (ClientError, TimeoutError, ValueError):
        raise bad_request("failed to get HTTP URL content") from None
    if not content or len(content) > LARGEST_FETCH or mime == "text/html":
        raise bad_request("wrong type of the web page content")
    return Upload(urlsplit(url).path.rsplit("/", 1)[-1] or "file", content, mime)
