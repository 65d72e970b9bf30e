"""Draws a poster for the screen while the fan waits."""

import asyncio
import time
from typing import Any
from uuid import UUID

from bot.posters.designs import printed_dpi
from bot.posters.posters import look_of
from db.posters import Poster
from workers.engines.loaded import loaded
from workers.making.poster_sheet import find_cutout, write_sheet
from workers.rows import Bench


async def preview_poster(bench: Bench, poster_id: str) -> dict[str, Any]:
    """`key` of the JPEG, `dpi` of the picture at its printed size, seconds by `stages`.

    Raises Invalid where there is no face in the picture, or it is too small.
    """
    engine = loaded(bench.engines.posters)
    poster = await Poster.get(id=UUID(poster_id)).select_related("artist")
    started = time.perf_counter()
    cutout = await find_cutout(bench, poster)
    found = time.perf_counter()
    sheet = await write_sheet(bench, poster)
    drawn = await asyncio.to_thread(engine.preview, sheet, cutout)
    done = time.perf_counter()
    key = f"posters/{poster.id}/{look_of(poster)}.jpg"
    await bench.services.store.put(key, drawn, "image/jpeg")
    rows, columns = cutout.picture.shape[:2]
    stages = {"picture": found - started, "draw": done - found, "store": time.perf_counter() - done}
    return {
        "key": key,
        "dpi": printed_dpi(columns, rows, poster.design, poster.size),
        "stages": {name: round(seconds, 3) for name, seconds in stages.items()},
    }
