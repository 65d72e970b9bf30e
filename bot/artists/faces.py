"""Artists' faces: who may be matched in a quiz, and the vectors an engine made of their portraits.

Nobody is compared outside a consent for quizzes in force: it is asked for when the gallery is loaded, and once more
for the artists of each answer. A face whose consent has ended is forgotten.
"""

import hashlib
from collections.abc import AsyncIterator, Iterable
from typing import Any
from uuid import UUID, uuid4

from tortoise.connection import get_connection
from tortoise.expressions import Subquery
from tortoise.queryset import QuerySet

from bot.adapters.s3 import ObjectStore
from bot.outbox import write_job
from db.artists import Artist, Verification
from db.consents import Consent, Purpose
from db.faces import ArtistFace

GALLERY_CHANNEL = "stario_gallery"
_PAGE = 5_000
_AGREED = (
    "a.is_active AND a.verification_status = 'verified' AND EXISTS (SELECT 1 FROM consents c"
    " WHERE c.artist_id = a.id AND c.purpose = 'quiz' AND c.revoked_at IS NULL)"
)


def matchable_artists() -> QuerySet[Artist]:
    """Active, verified artists with a consent for quizzes in force."""
    agreed = Subquery(Consent.filter(purpose=Purpose.QUIZ, revoked_at=None).values("artist_id"))
    return Artist.filter(is_active=True, verification_status=Verification.VERIFIED, id__in=agreed)


async def still_matchable(artists: Iterable[UUID]) -> set[UUID]:
    """Those of `artists` who may be matched at this moment."""
    rows = await get_connection("default").execute_query_dict(
        f"SELECT a.id FROM artists a WHERE a.id = ANY($1) AND {_AGREED}", [list(artists)]
    )
    return {row["id"] for row in rows}


async def read_faces(engine_id: str) -> AsyncIterator[list[tuple[UUID, bytes]]]:
    """Pages of (artist, vector) of everybody who may be matched, vectors of `engine_id` only."""
    after = UUID(int=0)
    while True:
        rows: list[dict[str, Any]] = await get_connection("default").execute_query_dict(
            f"SELECT f.artist_id, f.vector FROM artist_faces f JOIN artists a ON a.id = f.artist_id"
            f" WHERE f.engine_id = $1 AND f.artist_id > $2 AND {_AGREED} ORDER BY f.artist_id LIMIT {_PAGE}",
            [engine_id, after],
        )
        if not rows:
            return
        yield [(row["artist_id"], bytes(row["vector"])) for row in rows]
        after = rows[-1]["artist_id"]


async def artists_without_face(engine_id: str) -> list[Artist]:
    """Artists who may be matched and have a portrait that `engine_id` has not looked at."""
    known = Subquery(ArtistFace.filter(engine_id=engine_id).values("artist_id"))
    return await matchable_artists().exclude(portrait_key="").exclude(id__in=known).order_by("position")


async def read_portraits(store: ObjectStore, artist: Artist) -> list[bytes]:
    """The portraits an artist's face is made of. Raises NotFound."""
    return [await store.get(artist.portrait_key)]


def hash_portraits(portraits: list[bytes]) -> str:
    """What a vector was made of, so that the same portraits are not looked at again."""
    return hashlib.sha256(b"".join(hashlib.sha256(body).digest() for body in portraits)).hexdigest()


async def keep_face(artist: Artist, engine_id: str, vector: bytes, portraits: int, source_sha256: str) -> None:
    """Writes an artist's vector of one engine, in place of an older one, and tells those who hold a gallery."""
    connection = get_connection("default")
    await connection.execute_query(
        "INSERT INTO artist_faces (id, artist_id, engine_id, vector, portraits, source_sha256, made_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, now()) ON CONFLICT (artist_id, engine_id) DO UPDATE"
        " SET vector = excluded.vector, portraits = excluded.portraits,"
        " source_sha256 = excluded.source_sha256, made_at = now()",
        [uuid4(), artist.id, engine_id, vector, portraits, source_sha256],
    )
    await connection.execute_query("SELECT pg_notify($1, '')", [GALLERY_CHANNEL])


async def forget_faces() -> None:
    """Deletes the vectors of artists who have taken back their consent for quizzes."""
    await get_connection("default").execute_query(
        "DELETE FROM artist_faces f WHERE NOT EXISTS (SELECT 1 FROM consents c WHERE c.artist_id = f.artist_id"
        " AND c.purpose = 'quiz' AND c.revoked_at IS NULL)"
    )


async def refresh_face(artist: Artist) -> None:
    """Asks for an artist's portraits to be looked at (anew), in the caller's transaction."""
    await write_job("embed_artist", f"embed:{artist.id}:{uuid4().hex}", artist_id=artist.id)


async def gallery_mark() -> str:
    """Changes whenever a face, an artist or a consent has; cheap, because Postgres counts changes itself."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT string_agg(concat_ws(':', relname, n_tup_ins, n_tup_upd, n_tup_del), ' ' ORDER BY relname) AS mark"
        " FROM pg_stat_user_tables WHERE relname IN ('artist_faces', 'artists', 'consents')"
    )
    return str(rows[0]["mark"])
