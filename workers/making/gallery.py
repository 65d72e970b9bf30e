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
from workers.engines.face.gallery import Gallery
from workers.engines.face.identity import ENGINE_ID, SIZE
from workers.making.embed_artist import embed_face
from workers.rows import Bench

log = logging.getLogger("stario.gallery")
_LOOK_SECONDS = 2.0


class GalleryKeeper:
    """The gallery of this process. `ready` is set once it has been loaded."""

    def __init__(self) -> None:
        self.gallery = Gallery.empty()
        self.ready = asyncio.Event()
        self._faceless: set[UUID] = set()  # artists whose portrait shows no face: not tried at every change

    async def keep(self, bench: Bench) -> None:
        """Runs until cancelled; Postgres going away for a while only delays it."""
        while True:
            try:
                async with _listen(bench.services.settings.database_url.get_secret_value()) as told:
                    await self._keep_loaded(bench, told)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                log.exception("the gallery lost its connection")
                await asyncio.sleep(0.5)

    async def _keep_loaded(self, bench: Bench, told: asyncio.Event) -> None:
        seen = ""
        while True:
            told.clear()
            mark = await gallery_mark()
            if mark != seen or not self.ready.is_set():
                seen = mark
                await forget_faces()
                await self._load()
                if await self._make_missing(bench):
                    await self._load()
                self.ready.set()
            try:
                await asyncio.wait_for(told.wait(), _LOOK_SECONDS)
                seen = ""
            except TimeoutError:
                continue

    async def _load(self) -> None:
        artists: list[UUID] = []
        parts: list[bytes] = []
        async for page in read_faces(ENGINE_ID):
            artists += [artist for artist, _ in page]
            parts += [vector for _, vector in page]
            await asyncio.sleep(0)
        vectors = np.frombuffer(b"".join(parts), "<f4").reshape(len(artists), SIZE)
        self.gallery = Gallery(artists, vectors)
        if self.gallery.artists:
            self.ready.set()
        log.info("the gallery holds %d artists", len(artists))

    async def _make_missing(self, bench: Bench) -> int:
        """Embeds everybody who may be matched and has no face yet, so that a new house is ready in seconds."""
        made = 0
        for artist in await artists_without_face(ENGINE_ID):
            if artist.id in self._faceless:
                continue
            try:
                await embed_face(bench, artist)
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
