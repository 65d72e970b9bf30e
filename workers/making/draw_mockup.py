"""Draws a product with a design on it while somebody looks at the shop."""

import asyncio
from typing import Any
from uuid import UUID

import cv2
import numpy as np

from bot.artists.artists import artist_name, greeting_artists
from bot.errors import NotFound
from bot.i18n import DEFAULT_LANGUAGE, text
from bot.posters.mockups import BLANK, COLOURS, blank_key, mockup_key, read_item
from db.artists import Artist
from db.consents import Consent, Purpose
from db.posters import Poster
from db.products import ProductKind
from workers.engines.loaded import loaded
from workers.engines.mockup.art import Art
from workers.engines.poster import Cutout, Sheet
from workers.making.poster_sheet import find_cutout, portrait_cutout, write_sheet
from workers.rows import Bench

_SAMPLES = {  # what a product shows before anybody has made a poster: whose, and in which look
    ProductKind.POSTER: (0, "bill", "saffron"),
    ProductKind.TSHIRT: (1, "riso", "pomegranate"),
    ProductKind.MUG: (2, "spotlight", "garnet"),
    ProductKind.STICKERS: (3, "ikat", "margilan"),
    ProductKind.PHONE_CASE: (4, "spotlight", "midnight"),
}


async def draw_mockup(bench: Bench, item: str) -> dict[str, Any]:
    """`<kind>:<colour>:<poster id, BLANK or nothing>` → `{key}` of the JPEG. Raises NotFound."""
    kind, colour, poster_id = read_item(item)
    if colour not in COLOURS[kind]:
        raise NotFound("error-not-found")
    if poster_id == BLANK:
        return await _keep(bench, blank_key(kind, colour), await asyncio.to_thread(_draw_blank, bench, kind, colour))
    poster = await Poster.get_or_none(id=UUID(poster_id)).select_related("artist") if poster_id else None
    if poster is None:
        sheet, cutout = await _sample(bench, kind)
    else:
        sheet, cutout = await write_sheet(bench, poster), await find_cutout(bench, poster)
    drawn = await asyncio.to_thread(_draw, bench, kind, COLOURS[kind][colour], sheet, cutout)
    return await _keep(bench, mockup_key(kind, colour, poster), drawn)


async def _keep(bench: Bench, key: str, drawn: bytes) -> dict[str, Any]:
    await bench.services.store.put(key, drawn, "image/jpeg")
    return {"key": key}


def _draw_blank(bench: Bench, kind: ProductKind, colour: str) -> bytes:
    return loaded(bench.engines.mockups).draw(kind, COLOURS[kind][colour], None)


def _draw(bench: Bench, kind: ProductKind, colour: str, sheet: Sheet, cutout: Cutout) -> bytes:
    engine, mockups = loaded(bench.engines.posters), loaded(bench.engines.mockups)
    picture = cv2.imdecode(np.frombuffer(engine.preview(sheet, cutout), np.uint8), cv2.IMREAD_COLOR)
    art = Art(np.asarray(picture, np.uint8), cutout, sheet.colours, sheet.recipient, sheet.design)
    return mockups.draw(kind, colour, art)


async def _sample(bench: Bench, kind: ProductKind) -> tuple[Sheet, Cutout]:
    """A design of ours around one of the artists who agreed to merchandise. Raises NotFound without any."""
    place, design, palette = _SAMPLES[kind]
    agreed = await Consent.filter(purpose=Purpose.MERCH, revoked_at=None).values_list("artist_id", flat=True)
    artists = await greeting_artists().filter(id__in=agreed).exclude(portrait_key="")
    if not artists:
        raise NotFound("error-not-found")
    artist: Artist = artists[place % len(artists)]
    language, name = DEFAULT_LANGUAGE, artist_name(artist, DEFAULT_LANGUAGE)
    sheet = Sheet(
        design=design,
        palette=palette,
        size="a4",
        recipient=text(language, "poster-sample-name"),
        words=text(language, "poster-sample-words"),
        artist=name,
        line=text(language, "poster-line"),
        mark=text(language, "poster-mark"),
        origin=text(language, "poster-origin", artist=name),
        page=bench.services.settings.base_url,
    )
    return sheet, await portrait_cutout(bench, artist)
