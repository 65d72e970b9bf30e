"""Draws the files a print shop gets: PDF and PNG at 300 dpi, bleed on, signed."""

import asyncio
import hashlib
import time
from uuid import UUID

from bot.posters.posters import PrintFiles, fail_print, look_of, mark_printed
from bot.shop.fulfilment import order_print_failed, order_printed
from db.posters import Poster, PosterStatus
from workers.engines.loaded import loaded
from workers.engines.poster import Printed
from workers.making.poster_sheet import find_cutout, write_sheet
from workers.making.provenance import sign_poster
from workers.rows import Bench


async def print_poster(bench: Bench, poster_id: str) -> None:
    """Prints a paid poster, or one whose worker died; does nothing when it is already printed."""
    poster = await Poster.get(id=UUID(poster_id)).select_related("artist")
    if poster.status is PosterStatus.READY:  # printed before, but whoever waits may not have heard
        await order_printed(poster.id)
    if poster.status is not PosterStatus.PRINTING:
        return
    started = time.perf_counter()
    engine = loaded(bench.engines.posters)
    cutout, sheet = await find_cutout(bench, poster), await write_sheet(bench, poster)
    printed = await asyncio.to_thread(engine.print, sheet, cutout)
    drawn = time.perf_counter()
    png = await asyncio.to_thread(sign_poster, printed.png, poster, bench.services.settings)
    signed = time.perf_counter()
    keys = await _store(bench, poster, printed, png)
    done = time.perf_counter()
    stages = {**printed.stages, "sign": signed - drawn, "store": done - signed, "total": done - started}
    made = PrintFiles(
        pdf_key=keys[0],
        png_key=keys[1],
        sha256=hashlib.sha256(png).hexdigest(),
        engine_id=engine.card().engine_id,
        stages={**poster.stages, **{f"print.{name}": round(took, 3) for name, took in stages.items()}},
    )
    if await mark_printed(poster.id, made):
        await order_printed(poster.id)


async def bury_poster(bench: Bench, poster_id: str) -> None:
    """After the last try: a person of ours looks at every order that waits for it."""
    if await fail_print(UUID(poster_id), "poster-failed-print"):
        await order_print_failed(UUID(poster_id))


async def _store(bench: Bench, poster: Poster, printed: Printed, png: bytes) -> tuple[str, str]:
    base, store = f"posters/{poster.id}/{look_of(poster)}-print", bench.services.store
    await asyncio.gather(
        store.put(f"{base}.pdf", printed.pdf, "application/pdf"), store.put(f"{base}.png", png, "image/png")
    )
    return f"{base}.pdf", f"{base}.png"
