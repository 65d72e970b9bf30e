"""What an artist has agreed to. Nothing is made with a face or a voice outside a consent in force."""

from datetime import UTC, datetime

from bot.errors import Forbidden
from db.artists import Artist
from db.consents import Consent, Purpose

CONSENT_VERSION = "2026-11"


async def covers_purpose(artist: Artist, purpose: Purpose) -> bool:
    return await Consent.filter(artist_id=artist.id, purpose=purpose, revoked_at=None).exists()


async def require_consent(artist: Artist, purpose: Purpose) -> None:
    """Raises Forbidden unless the artist's consent for `purpose` is in force."""
    if not await covers_purpose(artist, purpose):
        raise Forbidden("error-no-consent", artist=artist.name)


async def grant_consent(artist: Artist, purpose: Purpose) -> None:
    """Records a consent; one already in force stays as it is."""
    if not await covers_purpose(artist, purpose):
        await Consent.create(artist=artist, purpose=purpose, version=CONSENT_VERSION)


async def revoke_consent(artist: Artist, purpose: Purpose) -> None:
    await Consent.filter(artist_id=artist.id, purpose=purpose, revoked_at=None).update(revoked_at=datetime.now(UTC))
