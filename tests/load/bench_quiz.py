"""How fast a face quiz is answered: from the request for an analysis to its response, over REST.

Method. The whole product runs in its own processes, as in production; its gallery is filled with synthetic artists –
random unit vectors with consents, in the database of this run only. A fan asks for one quiz after another: start, plain
PUT of a JPEG of 3 megapixels, analyze. Only the last request is timed, from its first byte to the last of the answer;
the first few warm up. Stages are the worker's own clock; what is left is the way there and back. The photo shows a
demo artist, who must come first.
"""

import asyncio
import io
import time
from typing import Any

import aiohttp
import asyncpg
import numpy as np
import orjson
from PIL import Image

from bot.demo.catalogue import load_catalogue
from tests.answers import expect_status
from tests.conftest import Stack
from tests.control import Control
from tests.rest import RestFan, new_rest_fan
from tests.waiting import until

WARM_UP = 5
QUIZZES_A_FAN = 40  # below the limit of a minute


def make_photo() -> bytes:
    """A demo portrait at the size of a telephone's photo."""
    portrait = load_catalogue().artists[0].portrait
    with Image.open(portrait) as picture:
        out = io.BytesIO()
        picture.convert("RGB").resize((1732, 1732)).save(out, "JPEG", quality=90)
    return out.getvalue()


async def add_artists(database_url: str, wanted: int) -> None:
    """Fills the gallery up to `wanted` artists."""
    connection = await asyncpg.connect(database_url)
    try:
        missing = wanted - await connection.fetchval("SELECT count(*) FROM artist_faces")
        vectors = np.random.default_rng(wanted).normal(size=(missing, 128)).astype("<f4")
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        await connection.execute(
            "CREATE TEMPORARY TABLE synthetic (id uuid DEFAULT gen_random_uuid(), place serial, vector bytea)"
        )
        records = [(vector.tobytes(),) for vector in vectors]
        await connection.copy_records_to_table("synthetic", records=records, columns=["vector"])
        await connection.execute(_INSERT.replace("%", f"{wanted}"))
        await connection.execute("ANALYZE artists; ANALYZE consents; ANALYZE artist_faces")
        await connection.execute("NOTIFY stario_gallery")
    finally:
        await connection.close()


# Every column of an artist is taken from a demo one, so that the bench keeps up with the schema by itself.
_INSERT = """
CREATE TEMPORARY TABLE copies AS SELECT a.* FROM (SELECT * FROM artists ORDER BY position LIMIT 1) a, synthetic;
WITH numbered AS (SELECT ctid, row_number() OVER () AS place FROM copies)
UPDATE copies SET id = s.id, slug = 'synthetic-%-' || s.place, user_id = NULL, is_active = true,
  verification_status = 'verified', portrait_key = '', position = 1000
  FROM numbered n JOIN synthetic s ON s.place = n.place WHERE copies.ctid = n.ctid;
INSERT INTO artists SELECT * FROM copies;
INSERT INTO consents (id, artist_id, purpose, version, granted_at)
  SELECT gen_random_uuid(), id, 'quiz', 'bench', now() FROM synthetic;
INSERT INTO artist_faces (id, artist_id, engine_id, vector, portraits, source_sha256, made_at)
  SELECT gen_random_uuid(), s.id, f.engine_id, s.vector, 1, repeat('0', 64), now()
  FROM synthetic s, (SELECT DISTINCT engine_id FROM artist_faces) f;
DROP TABLE copies; DROP TABLE synthetic
"""


async def gallery_holds(stack: Stack, artists: int) -> None:
    """Waits until the face worker says so."""
    log = stack.folder / "logs" / "worker-face.log"
    await until(log.read_text, lambda words: f"the gallery holds {artists} artists" in words, 120, lambda _: log)
    await asyncio.sleep(1)  # clock: what loaded the gallery comes to rest before anything is timed


async def ask_once(http: aiohttp.ClientSession, fan: RestFan, photo: bytes) -> tuple[str, float]:
    """One whole quiz: its id and the milliseconds of the analysis."""
    body = {"consent": True, "content_type": "image/jpeg", "content_length": len(photo)}
    started = await fan.call("POST", "/face-quiz/start", body)
    async with http.put(started["upload_url"], data=photo, headers={"Content-Type": "image/jpeg"}) as answer:
        await expect_status(answer, 200)
    began = time.perf_counter()
    told = await fan.call("POST", f"/face-quiz/{started['quiz_id']}/analyze", {})
    took = (time.perf_counter() - began) * 1000
    expect_demo_artist(told)
    return started["quiz_id"], took


def expect_demo_artist(told: dict[str, Any]) -> None:
    assert told["matches"][0]["slug"] == load_catalogue().artists[0].slug and told["similarity"] > 90, told


async def bench_quiz(stack: Stack, artists: int, count: int) -> list[dict[str, Any]]:
    """`count` timed analyses among `artists`: each with `ms` and its `stages`."""
    database_url, photo, rows = stack.addresses["database_url"], make_photo(), []
    await gallery_holds(stack, len(load_catalogue().artists))
    await add_artists(database_url, artists)
    await gallery_holds(stack, artists)
    connection = await asyncpg.connect(database_url)
    try:
        async with Control(stack.playground) as control, aiohttp.ClientSession() as http:
            for number in range(count + WARM_UP):
                if number % QUIZZES_A_FAN == 0:
                    fan = await new_rest_fan(http, stack.web, control, "Bahor")
                quiz_id, took = await ask_once(http, fan, photo)
                stages = await connection.fetchval("SELECT stages FROM face_quiz_results WHERE id = $1::uuid", quiz_id)
                rows.append({"ms": took, "stages": orjson.loads(stages)})
    finally:
        await connection.close()
    return rows[WARM_UP:]


def print_quiz(rows: list[dict[str, Any]], artists: int) -> None:
    took = sorted(row["ms"] for row in rows)
    print(f"\nface quiz, analyze: request → response over REST, {artists} artists, {len(rows)} quizzes")
    for share in (0.5, 0.95, 0.99):
        print(f"  p{share * 100:<3.0f} {took[min(len(took) - 1, int(len(took) * share))]:6.1f} ms")
    whole = sum(took) / len(took)
    names = list(rows[0]["stages"])
    means = {name: sum(row["stages"].get(name, 0.0) for row in rows) / len(rows) for name in names}
    means["web, write, way back"] = whole - sum(means.values())
    print("  share of each stage (mean; decency runs beside the face and shows only what it adds)")
    for name, mean in means.items():
        print(f"    {name:22} {mean:6.1f} ms  {mean / whole:5.0%}")
