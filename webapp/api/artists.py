"""The catalogue over REST."""

from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from bot.artists.artists import artist_name, get_artist, limits_of, list_artists, list_occasions, list_prompts
from bot.i18n import text, text_key
from db.artists import Artist
from webapp.api.endpoint import Answer, Call
from webapp.api.shapes import ArtistDetail, ArtistList, ArtistQuery, ArtistShape, PromptList, PromptQuery, PromptShape
from webapp.media import portrait_path, sample_path


async def list_page(call: Call, query: ArtistQuery) -> Answer:
    page = await list_artists(query.category, query.search, query.start, query.limit)
    items = [ArtistShape(**await describe_artist(call, artist)) for artist in page.items]
    headers = {"Vary": "Accept-Language"}
    if page.next is not None:
        headers["Link"] = f'<{_next_address(call.request, page.next)}>; rel="next"'
    return Answer(ArtistList(items=items, total=page.total, next=page.next), headers=headers)


def _next_address(request: web.Request, offset: int) -> str:
    query = {name: value for name, value in request.query.items() if name != "cursor"}
    return f"{request.path}?{urlencode(query | {'offset': str(offset)})}"


async def show_artist(call: Call) -> Answer:
    artist = await get_artist(call.path("artist"))
    return Answer(ArtistDetail(**await describe_artist(call, artist), occasions=await list_occasions(artist)))


async def show_prompts(call: Call, query: PromptQuery) -> Answer:
    artist = await get_artist(call.path("artist"))
    language = prompt_language(artist, query.language or call.language)
    occasions = [query.occasion] if query.occasion else await list_occasions(artist)
    found = [prompt for occasion in occasions for prompt in await list_prompts(artist, occasion, language)]
    items = [PromptShape(id=one.id, occasion=one.occasion, language=one.language, text=one.text) for one in found]
    return Answer(PromptList(items=items))


def prompt_language(artist: Artist, wish: str) -> str:
    """The wished-for language where the artist speaks it, else the artist's own."""
    return wish if wish.split("-")[0] in artist.languages else str(artist.languages[0])


async def describe_artist(call: Call, artist: Artist) -> dict[str, Any]:
    """The members of ArtistShape, in the caller's language."""
    base, limits = call.services.settings.base_url, await limits_of(artist)
    sample = sample_path(artist, call.language)
    return {
        "id": artist.id,
        "slug": artist.slug,
        "name": artist_name(artist, call.language),
        "category": artist.category,
        "category_name": text(call.language, text_key("category", artist.category)),
        "about": artist.about.get(call.language, ""),
        "languages": artist.languages,
        "price_uzs": artist.price_uzs,
        "price_xtr": artist.price_xtr,
        "portrait_url": base + portrait_path(artist),
        "sample_url": base + sample if sample else None,
        "max_seconds": limits.max_seconds,
        "unwelcome_topics": list(limits.blacklist),
        "total_videos": artist.total_videos,
        "page_url": f"{base}/app/artists/{artist.slug}",
    }
