"""Speaks a name in an artist's voice while the fan waits for it."""

import asyncio
import json
import logging
from typing import Any
from uuid import UUID

from bot.adapters.queue import sample_key
from db.artists import Artist
from workers.engines.speech.notes import encode_note
from workers.making.captions import spoken_language
from workers.making.make_video import voice_of
from workers.rows import Bench

log = logging.getLogger("stario.voice")


async def say_name(bench: Bench, sample_id: str) -> None:
    """Answers on the sample's own channel: `done` when the note is in the store, else `failed`."""
    services = bench.services
    asked = await services.redis.get(sample_key(sample_id))
    if asked is None:
        return
    try:
        await _speak(bench, json.loads(asked))
    except Exception:
        log.exception("a name could not be spoken")
        await services.redis.publish(sample_key(sample_id), "failed")
    else:
        await services.redis.publish(sample_key(sample_id), "done")


async def _speak(bench: Bench, asked: dict[str, Any]) -> None:
    artist = await Artist.get(id=UUID(asked["artist_id"]))
    language = spoken_language(asked["language"], artist)
    engine = bench.engines["speech"]
    speech = await asyncio.to_thread(engine.speak, f"{asked['recipient']}!", language, voice_of(artist, language))
    note = await asyncio.to_thread(encode_note, speech)
    await bench.services.store.put(asked["key"], note, "audio/ogg")
