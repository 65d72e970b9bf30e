"""Pictures and samples of artists under stable addresses, so that browsers keep them.

A portrait stands at `/media/portraits/<slug>.jpg`, smaller ones at `<slug>-<width>.webp`; a sample at
`/media/samples/<slug>/<language>.mp4` leads to a link of the object store that plays; its picture stands beside it
as `<language>.jpg`.
"""

import asyncio
import hashlib
import io
from collections import OrderedDict
from dataclasses import dataclass

from aiohttp import web
from PIL import Image

from bot.artists.artists import get_artist
from bot.chat.covers import sample_cover
from bot.errors import NotFound
from bot.services import Services
from db.artists import Artist
from webapp.keys import services_of

WIDTHS = (240, 480, 768)
_KEPT = 120
_DAY = "public, max-age=86400, stale-while-revalidate=604800"


@dataclass(frozen=True)
class Picture:
    """Encoded bytes, ready to be sent."""

    body: bytes
    content_type: str
    etag: str


class PictureShelf:
    """The last pictures that were asked for, by object key and width."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], Picture] = OrderedDict()

    async def find(self, services: Services, key: str, width: int) -> Picture:
        """The picture at `width` pixels, 0 for the original. Raises NotFound."""
        known = self._kept.get((key, width))
        if known is None:
            body = await services.store.get(key)
            known = await asyncio.to_thread(_encode_picture, body, width)
            self._kept[key, width] = known
        self._kept.move_to_end((key, width))
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return known


def _encode_picture(body: bytes, width: int) -> Picture:
    if width:
        with Image.open(io.BytesIO(body), formats=("JPEG", "PNG", "WEBP")) as image:
            image.thumbnail((width, width * 2), Image.Resampling.LANCZOS)
            output = io.BytesIO()
            image.convert("RGB").save(output, "WEBP", quality=82, method=4)
            body = output.getvalue()
    return Picture(body, "image/webp" if width else "image/jpeg", hashlib.sha256(body).hexdigest()[:20])


SHELF: web.AppKey[PictureShelf] = web.AppKey("pictures", PictureShelf)


def portrait_path(artist: Artist, width: int = 0) -> str:
    name = f"{artist.slug}-{width}.webp" if width else f"{artist.slug}.jpg"
    return f"/media/portraits/{name}"


def sample_path(artist: Artist, language: str) -> str | None:
    """The sample in `language`, or in the first language there is one; None where there is none yet."""
    keys = artist.sample_keys
    spoken = next((code for code in (language, language.split("-")[0], *artist.languages, *keys) if code in keys), None)
    return f"/media/samples/{artist.slug}/{spoken}.mp4" if spoken else None


async def show_portrait(request: web.Request) -> web.Response:
    artist = await get_artist(request.match_info["slug"])
    width = int(request.match_info.get("width") or 0)
    if (width and width not in WIDTHS) or not artist.portrait_key:
        raise NotFound("error-not-found")
    picture = await request.app[SHELF].find(services_of(request), artist.portrait_key, width)
    headers = {"ETag": f'"{picture.etag}"', "Cache-Control": _DAY, "Access-Control-Allow-Origin": "*"}
    if picture.etag in request.headers.get("If-None-Match", ""):
        return web.Response(status=304, headers=headers)
    return web.Response(body=picture.body, content_type=picture.content_type, headers=headers)


async def show_sample(request: web.Request) -> web.Response:
    artist = await get_artist(request.match_info["slug"])
    key = artist.sample_keys.get(request.match_info["language"])
    if key is None:
        raise NotFound("error-not-found")
    if request.match_info["kind"] == "jpg":
        key = sample_cover(key)
    link = await services_of(request).store.link(key, 3600)
    raise web.HTTPFound(link, headers={"Cache-Control": "private, max-age=1800"})


def add_media(app: web.Application) -> None:
    app[SHELF] = PictureShelf()
    app.router.add_get("/media/portraits/{slug:[a-z0-9-]+}-{width:[0-9]{2,4}}.webp", show_portrait)
    app.router.add_get("/media/portraits/{slug:[a-z0-9-]+}.jpg", show_portrait)
    app.router.add_get("/media/samples/{slug:[a-z0-9-]+}/{language:[A-Za-z-]+}.{kind:mp4|jpg}", show_sample)
