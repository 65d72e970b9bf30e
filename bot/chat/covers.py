"""The picture that a video shows until it plays, as Telegram takes it."""

import asyncio
import io
from pathlib import PurePosixPath
from typing import TypedDict

from aiogram.types import BufferedInputFile
from PIL import Image

from bot.errors import NotFound
from bot.services import Services

_SIDE, _QUALITY = 320, 85  # Telegram takes JPEG thumbnails of at most 320 px a side and 200 kB


class Cover(TypedDict, total=False):
    """Arguments of `send_video`; none of them where there is no picture."""

    cover: BufferedInputFile
    thumbnail: BufferedInputFile


async def find_cover(services: Services, key: str) -> Cover:
    """The picture of the object `key` for a video that is uploaded beside it; empty where the store has none."""
    try:
        body = await services.store.get(key) if key else b""
    except NotFound:
        body = b""
    if not body:
        return {}
    small = await asyncio.to_thread(_shrink, body)
    return {"cover": BufferedInputFile(body, "cover.jpg"), "thumbnail": BufferedInputFile(small, "thumbnail.jpg")}


def sample_cover(key: str) -> str:
    """The key of the picture that stands for the sample `key`."""
    return str(PurePosixPath(key).with_suffix(".jpg"))


def _shrink(picture: bytes) -> bytes:
    with Image.open(io.BytesIO(picture)) as image:
        image.thumbnail((_SIDE, _SIDE))
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
