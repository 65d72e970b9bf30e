"""The catalogue: who can be asked for a greeting, found by category, language and name."""

from dataclasses import dataclass
from uuid import UUID

from alifbo import fold_search_key
from tortoise.expressions import Subquery
from tortoise.queryset import QuerySet

from bot.errors import NotFound
from bot.i18n import DEFAULT_LANGUAGE
from bot.ids import SLUG, read_name
from bot.words.moderation import Limits
from db.artists import Artist, ArtistPrompt, ArtistRestriction, Verification
from db.consents import Consent, Purpose

PAGE = 6


@dataclass(frozen=True)
class ArtistPage:
    """One page of the catalogue; `next` is the offset of the next one, None at the end."""

    items: list[Artist]
    total: int
    next: int | None


def greeting_artists() -> QuerySet[Artist]:
    """Artists who can be asked: active, verified, and with a consent for greetings in force."""
    agreed = Subquery(Consent.filter(purpose=Purpose.GREETING, revoked_at=None).values("artist_id"))
    return Artist.filter(is_active=True, verification_status=Verification.VERIFIED, id__in=agreed).order_by(
        "position", "name"
    )


async def list_artists(category: str = "", search: str = "", offset: int = 0, limit: int = PAGE) -> ArtistPage:
    """Artists of a category whose name holds `search`, in either script and with any apostrophe."""
    query = greeting_artists()
    if category:
        query = query.filter(category=category)
    found = [artist for artist in await query if _matches(artist, search)]
    end = offset + limit
    return ArtistPage(found[offset:end], len(found), end if end < len(found) else None)


def _matches(artist: Artist, search: str) -> bool:
    # The catalogue is small and people mix scripts, so names are folded to one spelling here, not in SQL.
    wanted = fold_search_key(search.strip())
    return not wanted or any(wanted in fold_search_key(name) for name in (artist.name, artist.name_cyrl, artist.slug))


async def list_categories() -> list[str]:
    """Categories that have somebody in them, in catalogue order."""
    return list(dict.fromkeys([artist.category for artist in await greeting_artists()]))


async def get_artist(reference: str | UUID) -> Artist:
    """An artist who can be asked, by id or slug. Raises NotFound."""
    try:
        chosen: dict[str, UUID | str] = {"id": reference if isinstance(reference, UUID) else UUID(reference)}
    except ValueError:
        chosen = {"slug": read_name(str(reference), SLUG, "error-artist-gone")}
    artist = await greeting_artists().get_or_none(**chosen)
    if artist is None:
        raise NotFound("error-artist-gone")
    return artist


async def limits_of(artist: Artist) -> Limits:
    """What the artist will and will not speak about, and for how long."""
    restriction = await ArtistRestriction.get_or_none(artist_id=artist.id)
    if restriction is None:
        return Limits()
    return Limits(
        tuple(restriction.whitelist_topics), tuple(restriction.blacklist_topics), restriction.max_duration_seconds
    )


async def list_occasions(artist: Artist) -> list[str]:
    """Occasions the artist has words for, in the artist's own order."""
    rows = await ArtistPrompt.filter(artist_id=artist.id).order_by("position").values_list("occasion", flat=True)
    return list(dict.fromkeys(str(row) for row in rows))


async def list_prompts(artist: Artist, occasion: str, language: str) -> list[ArtistPrompt]:
    """The artist's own words for an occasion in `language`, or in Uzbek where there are none."""
    prompts = await ArtistPrompt.filter(artist_id=artist.id, occasion=occasion, language=language).order_by("position")
    if prompts or language == DEFAULT_LANGUAGE:
        return prompts
    return await list_prompts(artist, occasion, DEFAULT_LANGUAGE)


def fill_prompt(prompt: ArtistPrompt, name: str) -> str:
    return prompt.text.replace("{name}", name.strip())


def artist_name(artist: Artist, language: str) -> str:
    """The name in the script of `language`."""
    return artist.name_cyrl if language in ("ru", "uz-Cyrl") else artist.name
