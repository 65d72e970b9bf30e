"""An artist's portraits become the vector that quiz photos are compared with."""

import asyncio
import logging
from uuid import UUID

from bot.artists.faces import hash_portraits, keep_face, matchable_artists, read_portraits
from bot.errors import NotFound
from db.artists import Artist
from db.faces import ArtistFace
from workers.engines.contracts import EngineError
from workers.engines.face.enrolment import enrol_portraits
from workers.engines.loaded import loaded
from workers.rows import Bench

log = logging.getLogger("stario.gallery")


async def embed_artist(bench: Bench, artist_id: str) -> None:
    """Embeds one artist, unless they may not be matched (any more). A portrait without a face is only logged."""
    artist = await matchable_artists().get_or_none(id=UUID(artist_id))
    if artist is None or not artist.portrait_key:
        return
    try:
        await embed_face(bench, artist)
    except EngineError as error:
        log.warning("artist %s cannot be matched: %s", artist.slug, error)


async def embed_face(bench: Bench, artist: Artist) -> None:
    """Writes the artist's vector; the same portraits are not looked at twice. Raises EngineError without a face."""
    try:
        portraits = await read_portraits(bench.services.store, artist)
    except NotFound as error:
        raise EngineError("the portrait is not in the store") from error
    source, reader = hash_portraits(portraits), loaded(bench.engines.selfies)
    if await ArtistFace.filter(artist_id=artist.id, engine_id=reader.engine_id, source_sha256=source).exists():
        return
    vector = await asyncio.to_thread(enrol_portraits, reader, portraits)
    await keep_face(artist, reader.engine_id, vector.astype("<f4").tobytes(), len(portraits), source)
