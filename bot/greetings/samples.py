"""Hear the name first: an artist's voice saying a name, before anybody pays."""

import hashlib
import json

from bot.artists.consent import require_consent
from bot.errors import Unavailable
from bot.services import Services
from bot.words.moderation import Blocked, judge_name, tidy_name
from db.artists import Artist
from db.consents import Purpose

_WAIT_SECONDS = 15.0


async def hear_name(services: Services, artist: Artist, recipient: str, language: str) -> str:
    """Object key of an Ogg/Opus voice note with the name. Raises Blocked for a bad name, Unavailable after 15 s."""
    await require_consent(artist, Purpose.GREETING)
    judgement = judge_name(recipient)
    if judgement.verdict == "blocked":
        raise Blocked(judgement)
    key, name = note_key(artist, recipient, language), tidy_name(recipient)
    if not await services.store.exists(key):
        try:
            await services.queue.ask("say_name", f"{artist.id}:{language}:{name}", _WAIT_SECONDS)
        except Unavailable as error:
            raise Unavailable("error-voice-busy") from error
    return key


def note_key(artist: Artist, recipient: str, language: str) -> str:
    """The same name by the same artist is spoken once; the key tells nobody the name."""
    voice = json.dumps(artist.voice, sort_keys=True)
    said = f"{artist.id}|{voice}|{language}|{tidy_name(recipient).casefold()}"
    return f"names/{hashlib.sha256(said.encode()).hexdigest()}.ogg"
