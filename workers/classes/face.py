"""Faces are looked at: quiz photos while somebody waits, artists' portraits when they change."""

import asyncio
import contextlib
from functools import partial

from bot.quiz.photo_sweep import keep_sweeping
from workers.classes.contents import Chore, Contents
from workers.engines.face.gallery import LoadedGallery
from workers.engines.face.opening import open_selfies
from workers.engines.loaded import Engines
from workers.making.analyse_quiz import analyse_quiz
from workers.making.embed_artist import embed_artist
from workers.making.gallery import GalleryKeeper
from workers.rows import Bench

_PATIENCE = 30.0  # seconds; a worker without a gallery still answers that the stars are not ready


def load(bench: Bench) -> Contents:
    reader, gallery = open_selfies(), LoadedGallery()
    bench.engines = Engines(selfies=reader, gallery=gallery)

    async def warm() -> None:  # the slow start of a network is not theirs who wait
        await asyncio.gather(*(asyncio.to_thread(reader.warm) for _ in range(2)))

    async def have_faces() -> None:  # ten artists of a new house take seconds; later starts find them made
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(gallery.ready.wait(), _PATIENCE)

    chores: list[Chore] = [
        warm,
        GalleryKeeper(bench, reader, gallery).keep,
        partial(keep_sweeping, bench.services, 0.2),
    ]
    return Contents(
        {"embed_artist": embed_artist}, calls={"analyse_quiz": analyse_quiz}, chores=chores, ready=have_faces
    )
