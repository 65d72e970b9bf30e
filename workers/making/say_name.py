"""Speaks a name in an artist's voice while the fan waits for it."""

import asyncio
from uuid import UUID

from bot.greetings.samples import note_key
from db.artists import Artist
from workers.engines.loaded import loaded
from workers.engines.speech.notes import encode_note
from workers.making.captions import spoken_language
from workers.making.voices import voice_of
from workers.rows import Bench


async def say_name(bench: Bench, item: str) -> dict[str, str]:
    """`<artist id>:<language>:<name>` → `{key}` of the note. Raises EngineError where the voice fails."""
    artist_id, language, name = item.split(":", 2)
    artist = await Artist.get(id=UUID(artist_id))
    spoken = spoken_language(language, artist)
    engine = loaded(bench.engines.speech)
    speech = await asyncio.to_thread(engine.speak, f"{name}!", spoken, voice_of(artist, spoken))
    key = note_key(artist, name, language)
    await bench.services.store.put(key, await asyncio.to_thread(encode_note, speech), "audio/ogg")
    return {"key": key}
