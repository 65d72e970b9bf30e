"""What is kept of an artist: the page, the consents, the portraits. A contract says how long, not a button."""

from typing import Any

from tortoise.models import Model

from bot.adapters.s3 import describe_files
from bot.errors import Conflict
from bot.services import Services
from db.artists import Artist, ArtistPrompt, ArtistRestriction
from db.consents import Consent
from db.faces import ArtistFace
from db.plain import plain_row
from db.users import User

KEEPS: tuple[type[Model], ...] = (Artist, ArtistPrompt, ArtistRestriction, ArtistFace, Consent)
_PAGE = ("slug", "name", "name_cyrl", "category", "about", "languages", "verification_status", "is_active")
_TERMS = ("price_uzs", "price_xtr", "asks_approval", "daily_capacity", "total_videos", "rating", "voice", "created_at")


async def refuse(user: User) -> None:
    """Raises Conflict for whoever is an artist of ours."""
    if await Artist.filter(user_id=user.id).exists():
        raise Conflict("settings-erase-contract")


async def forget(services: Services, user: User) -> None:
    """Nothing: an artist was refused, and nobody else has anything here."""


async def export(services: Services, user: User) -> list[dict[str, Any]]:
    return [await _describe(services, artist) for artist in await Artist.filter(user_id=user.id).order_by("position")]


async def _describe(services: Services, artist: Artist) -> dict[str, Any]:
    consents = await Consent.filter(artist_id=artist.id).order_by("granted_at")
    prompts = await ArtistPrompt.filter(artist_id=artist.id).order_by("occasion", "language", "position")
    limits = await ArtistRestriction.filter(artist_id=artist.id)
    faces = await ArtistFace.filter(artist_id=artist.id).order_by("engine_id")
    return {
        **plain_row(artist, *_PAGE, *_TERMS),
        "consents": [plain_row(row, "purpose", "version", "granted_at", "revoked_at") for row in consents],
        "prompts": [plain_row(row, "occasion", "language", "text") for row in prompts],
        "limits": [plain_row(row, "whitelist_topics", "blacklist_topics", "max_duration_seconds") for row in limits],
        "faces": [plain_row(row, "engine_id", "portraits", "made_at") for row in faces],
        "files": await describe_files(services.store, artist.portrait_key, *artist.sample_keys.values()),
    }
