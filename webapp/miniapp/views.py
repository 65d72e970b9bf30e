"""Choosing a star and composing: pages that anybody may look at."""

from aiohttp import web

from bot.artists.artists import artist_name, get_artist, limits_of, list_artists, list_categories, list_occasions
from bot.chat.covers import sample_cover
from bot.i18n import text
from webapp.languages import LANGUAGE
from webapp.media import sample_path
from webapp.miniapp.page import meet_caller, show_page
from webapp.miniapp.prompts import list_words, words_languages
from webapp.miniapp.session import start_session
from webapp.miniapp.shop import add_shop
from webapp.miniapp.stars import describe_occasion, describe_star, name_category, name_topics
from webapp.miniapp.trivia import add_trivia
from webapp.miniapp.videos import show_video, show_videos

_SHOWN = 60


async def show_catalogue(request: web.Request) -> web.Response:
    await meet_caller(request)
    language = request[LANGUAGE]
    category, search = request.query.get("category", "")[:32], request.query.get("search", "")[:80]
    page = await list_artists(category if category.isidentifier() else "", search, 0, _SHOWN)
    values = {
        "stars": [describe_star(artist, language) for artist in page.items],
        "categories": [(one, name_category(one, language)) for one in await list_categories()],
        "category": category,
        "search": search,
    }
    return show_page(request, "catalogue", text(language, "miniapp-heading"), "", values)


async def show_artist(request: web.Request) -> web.Response:
    await meet_caller(request)
    language, artist = request[LANGUAGE], await get_artist(request.match_info["slug"])
    limits, sample = await limits_of(artist), sample_path(artist, language)
    values = {
        "star": describe_star(artist, language),
        "sample": sample,
        "sample_cover": sample and sample_cover(sample),
        "about": artist.about.get(language, ""),
        "max_seconds": limits.max_seconds,
        "spoken": ", ".join(text(language, f"miniapp-speaks-{code}") for code in artist.languages),
        "unwelcome": name_topics(limits.blacklist, language),
        "approves": artist.asks_approval,
        "occasions": [describe_occasion(one, language) for one in await list_occasions(artist)],
    }
    return show_page(request, "artist", artist_name(artist, language), "/app/", values)


async def show_composer(request: web.Request) -> web.Response:
    await meet_caller(request)
    language, artist = request[LANGUAGE], await get_artist(request.match_info["slug"])
    languages = words_languages(artist)
    values = {
        "star": describe_star(artist, language),
        "occasions": [describe_occasion(one, language) for one in await list_occasions(artist)],
        "occasion": request.query.get("occasion", ""),
        "words_languages": [(code, text(code, "miniapp-language-name")) for code in languages],
        "words_language": language if language in languages else languages[0],
        "prompts": await list_words(artist, languages),
        "max_seconds": (await limits_of(artist)).max_seconds,
        "approves": artist.asks_approval,
    }
    title = f"{artist_name(artist, language)} · Stario"
    return show_page(request, "composer", title, f"/app/artists/{artist.slug}", values)


async def lead_home(_: web.Request) -> web.Response:
    raise web.HTTPMovedPermanently("/app/")


def add_miniapp(app: web.Application) -> None:
    app.router.add_get("/app", lead_home)
    app.router.add_get("/app/", show_catalogue)
    app.router.add_get("/app/artists/{slug:[a-z0-9-]+}", show_artist)
    app.router.add_get("/app/artists/{slug:[a-z0-9-]+}/greeting", show_composer)
    app.router.add_get("/app/videos", show_videos)
    app.router.add_get("/app/videos/{video:[0-9a-f-]+}", show_video)
    app.router.add_post("/app/session", start_session)
    add_trivia(app)
    add_shop(app)
