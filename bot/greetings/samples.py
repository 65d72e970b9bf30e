"""Hear the name first: an artist's voice saying a name, before anybody pays."""

import asyncio
import hashlib
import json
from uuid import uuid4

from bot.adapters.queue import sample_key
from bot.artists.consent import require_consent
from bot.errors import Unavailable
from bot.services import Services
from bot.words.moderation import Blocked, judge_name, tidy_name
from db.artists import Artist
from db.consents import Purpose

_WAIT_SECONDS = 15
_KEEP_SECONDS = 300


async def hear_name(services: Services, artist: Artist, recipient: str, language: str) -> str:
    """Object key of an Ogg/Opus voice note with the name. Raises Blocked for a bad name, Unavailable after 15 s."""
    await require_consent(artist, Purpose.GREETING)
    judgement = judge_name(recipient)
    if judgement.verdict == "blocked":
        raise Blocked(judgement)
    key = note_key(artist, recipient, language)
    if await services.store.exists(key):
        return key
    return await _ask_worker(services, artist, tidy_name(recipient), language, key)


def note_key(artist: Artist, recipient: str, language: str) -> str:
    """The same name by the same artist is spoken once; the key tells nobody the name."""
    voice = json.dumps(artist.voice, sort_keys=True)
    said = f"{artist.id}|{voice}|{language}|{recipient.strip().casefold()}"
    return f"names/{hashlib.sha256(said.encode()).hexdigest()}.ogg"


async def _ask_worker(services: Services, artist: Artist, recipient: str, language: str, key: str) -> str:
    sample_id = uuid4().hex
    order = {"artist_id": str(artist.id), "recipient": recipient, "language": language, "key": key}
    async with services.redis.pubsub() as channel:
        await channel.subscribe(sample_key(sample_id))
        await services.redis.set(sample_key(sample_id), json.dumps(order), ex=_KEEP_SECONDS)
        await services.queue.call("say_name", sample_id)
        try:
            async with asyncio.timeout(_WAIT_SECONDS):
                async for message in channel.listen():
                    if message["type"] == "message":
                        break
        except TimeoutError as error:
            raise Unavailable("error-voice-busy") from error
    if message["data"] != b"done":
        raise Unavailable("error-voice-busy")
    return key
