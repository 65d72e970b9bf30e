"""How an artist sounds, as the row keeps it."""

from db.artists import Artist
from workers.engines.contracts import Voice


def voice_of(artist: Artist, language: str) -> Voice:
    """The artist's voice in a spoken language."""
    return Voice(**artist.voice.get(language, {}))
