"""Keeps the face worker's gallery true: faces that are missing are made, the matrix is loaded anew on every change."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import asyncpg
import numpy as np

from bot.artists.faces import GALLERY_CHANNEL, artists_without_face, forget_faces, gallery_mark, read_faces
from workers.engines.contracts import EngineError
from workers.engines.face.gallery import Gallery, LoadedGallery
from workers.engines.face.selfies import SelfieReader
from workers.making.embed_artist import embed_face
from workers.rows import Bench

log = logging.getLogger("stario.gallery")
_LOOK_SECONDS = 2.0


class GalleryKeeper:
    """Loads `gallery` with the vectors that `reader`'s engine made."""

    def __init__(self, bench: Bench, reader: SelfieReader, gallery: LoadedGallery) -> None:
        self._bench, self._reader, self._loaded = bench, reader, gallery
        self._faceless: set[UUID] = set()  # artists whose portrait shows no face: not tried at every change

    async def keep(self) -> None:
        """Runs until cancelled; Postgres going away for a while only delays it."""
        while True:
            try:
                async with _listen(self._bench.services.settings.database_url.get_secret_value()) as told:
                    await self._keep_loaded(told)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                log.exception("the gallery lost its connection")
                await asyncio.sleep(0.5)

    async def _keep_loaded(self, told: asyncio.Event) -> None:
        seen = ""
        while True:
            told.clear()
            mark = await gallery_mark()
            if mark != seen or not self._loaded.ready.is_set():
                seen = mark
                await forget_faces()
                await self._load()
                if await self._make_missing():
                    await self._load()
                self._loaded.ready.set()
            try:
                await asyncio.wait_for(told.wait(), _LOOK_SECONDS)
                seen = ""
            except TimeoutError:
                continue

    async def _load(self) -> None:
        artists: list[UUID] = []
        parts: list[bytes] = []
        async for page in read_faces(self._reader.engine_id):
            artists += [artist for artist, _ in page]
            parts += [vector for _, vector in page]
            await asyncio.sleep(0)
        vectors = np.frombuffer(b"".join(parts), "<f4").reshape(len(artists), self._reader.vector_size)
        self._loaded.gallery = Gallery(artists, vectors)
        if artists:
            self._loaded.ready.set()
        log.info("the gallery holds %d artists", len(artists))

    async def _make_missing(self) -> int:
        """Embeds everybody who may be matched and has no face yet, so that a new house is ready in seconds."""
        made = 0
        for artist in await artists_without_face(self._reader.engine_id):
            if artist.id in self._faceless:
                continue
            try:
                await embed_face(self._bench, artist)
                made += 1
            except EngineError as error:
                self._faceless.add(artist.id)
                log.warning("artist %s cannot be matched: %s", artist.slug, error)
        return made


@asynccontextmanager
async def _listen(database_url: str) -> AsyncIterator[asyncio.Event]:
    told = asyncio.Event()
    listener = await asyncpg.connect(database_url)
    try:
        await listener.add_listener(GALLERY_CHANNEL, lambda *_: told.set())
        yield told
    finally:
        await listener.close(timeout=2)
