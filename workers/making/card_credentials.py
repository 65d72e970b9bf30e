"""Content credentials of a card: a composite, whose likeness was judged by a machine, for fun."""

from bot.settings import Settings
from workers.making.provenance import sign_picture, write_manifest

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"


def sign_card(picture: bytes, artist: str, settings: Settings) -> bytes:
    """The JPEG with its signed manifest. Raises C2paError."""
    return sign_picture(picture, describe_card(artist), settings)


def describe_card(artist: str) -> dict[str, object]:
    """The manifest: what made the card, from what."""
    made = f"A quiz result laid over a picture of {artist}, with the artist's consent"
    return write_manifest("Which star do I look like", "image/jpeg", SOURCE_TYPE, made)
