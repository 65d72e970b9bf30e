"""From a poster's row to what its engine draws from: the words in their language, the picture and who is in it."""

import asyncio
import hashlib

import cv2
import numpy as np

from bot.artists.artists import artist_name
from bot.errors import Invalid
from bot.i18n import text
from bot.posters.sources import quiz_percent
from db.artists import Artist
from db.posters import Poster
from db.videos import Video
from workers.engines.contracts import Picture, PortraitRefused
from workers.engines.loaded import loaded
from workers.engines.poster import Cutout, Sheet
from workers.engines.poster.still import take_still
from workers.rows import Bench


async def write_sheet(bench: Bench, poster: Poster) -> Sheet:
    """Everything that stands on the poster."""
    language, artist = poster.language, artist_name(poster.artist, poster.language)
    return Sheet(
        design=poster.design,
        palette=poster.palette,
        size=poster.size,
        recipient=poster.recipient,
        words=poster.words,
        artist=artist,
        line=await _line(poster),
        mark=text(language, "poster-mark"),
        origin=text(language, "poster-origin", artist=artist),
        page=f"{bench.services.settings.base_url}/p/{poster.code}",
    )


async def _line(poster: Poster) -> str:
    percent = await quiz_percent(poster) if poster.source == "quiz" else None
    if percent is not None:
        return text(poster.language, "poster-line-quiz", percent=percent)
    return text(poster.language, "poster-line-video" if poster.source == "video" else "poster-line")


async def find_cutout(bench: Bench, poster: Poster) -> Cutout:
    """The poster's picture with the person found in it. Raises Invalid with why the picture will not do."""
    if poster.source == "video":
        return await _cut(bench, await _still(bench, poster))
    return await portrait_cutout(bench, poster.artist)


async def portrait_cutout(bench: Bench, artist: Artist) -> Cutout:
    body = await bench.services.store.get(artist.portrait_key)
    return await _cut(bench, await asyncio.to_thread(_decode, body))


async def _still(bench: Bench, poster: Poster) -> Picture:
    video = await Video.get(id=poster.video_id)
    clip = await bench.services.store.get(video.video_key)
    portrait = await bench.services.store.get(poster.artist.portrait_key)
    return await asyncio.to_thread(lambda: take_still(clip, poster.second, _decode(portrait)))


def _decode(body: bytes) -> Picture:
    picture = cv2.imdecode(np.frombuffer(body, np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        raise Invalid("portrait-unreadable")
    return np.asarray(picture, np.uint8)


async def _cut(bench: Bench, picture: Picture) -> Cutout:
    engine = loaded(bench.engines.posters)
    key = hashlib.sha256(picture.tobytes()).hexdigest()[:20]
    try:
        return await asyncio.to_thread(engine.cut, picture, key)
    except PortraitRefused as refused:
        raise Invalid(refused.key, **refused.values) from refused
