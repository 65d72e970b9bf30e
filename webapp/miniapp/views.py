"""Pages of the Mini App; each is a whole page at first and only its `<main>` when our own script asks for it."""

from typing import Any

from aiohttp import web

from bot.artists import artist_name, get_artist, limits_of, list_artists, list_categories, list_occasions
from bot.demo.catalogue import load_catalogue, text_key
from bot.i18n import LANGUAGES, text
from bot.orders import order_of
from bot.pricing import Quote, describe_quote, quote_video
from bot.sessions import SignInAgain
from bot.videos import find_video, list_videos
from db.artists import Artist
from db.users import User
from db.videos import Video, VideoStatus
from webapp.api.jobs import describe_job
from webapp.identity import find_caller
from webapp.keys import services_of
from webapp.languages import LANGUAGE, request_language
from webapp.media import sample_path
from webapp.miniapp.prompts import list_words, words_languages
from webapp.miniapp.session import start_session
from webapp.miniapp.steps import list_steps
from webapp.pages import FRAGMENT, render_page

_MINE = 40
_CATALOGUE = 60


async def show_catalogue(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    language = request[LANGUAGE]
    category, search = request.query.get("category", "")[:32], request.query.get("search", "")[:80]
    page = await list_artists(category if category.isidentifier() else "", search, 0, _CATALOGUE)
    values = {
        "stars": [describe_star(artist, language) for artist in page.items],
        "categories": [(one, text(language, text_key("category", one))) for one in await list_categories()],
        "category": category,
        "search": search,
    }
    return show_page(request, user, "catalogue", text(language, "miniapp-heading"), **values)


async def show_artist(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    language, artist = request[LANGUAGE], await get_artist(request.match_info["slug"])
    limits = await limits_of(artist)
    values = {
        "star": describe_star(artist, language),
        "sample": sample_path(artist, language),
        "about": artist.about.get(language, ""),
        "max_seconds": limits.max_seconds,
        "spoken": ", ".join(text(language, f"miniapp-speaks-{code}") for code in artist.languages),
        "unwelcome": ", ".join(text(language, text_key("topic", topic)) for topic in limits.blacklist),
        "approves": artist.asks_approval,
        "occasions": [describe_occasion(one, language) for one in await list_occasions(artist)],
    }
    return show_page(request, user, "artist", artist_name(artist, language), back="/app/", **values)


async def show_composer(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    language, artist = request[LANGUAGE], await get_artist(request.match_info["slug"])
    languages = words_languages(artist)
    spoken = language if language in languages else languages[0]
    values = {
        "star": describe_star(artist, language),
        "occasions": [describe_occasion(one, language) for one in await list_occasions(artist)],
        "occasion": request.query.get("occasion", ""),
        "words_languages": [(code, text(code, "miniapp-language-name")) for code in languages],
        "words_language": spoken,
        "prompts": await list_words(artist, languages),
        "max_seconds": (await limits_of(artist)).max_seconds,
        "approves": artist.asks_approval,
    }
    title = f"{artist_name(artist, language)} · Stario"
    return show_page(request, user, "composer", title, back=f"/app/artists/{artist.slug}", **values)


async def show_videos(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    language = request[LANGUAGE]
    title = text(language, "miniapp-mine")
    if user is None:
        return enter_first(request, title, "/app/")
    videos = [await describe_video(request, video) for video in await list_videos(user, 0, _MINE)]
    return show_page(request, user, "videos", title, back="/app/", videos=videos)


async def show_video(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    language = request[LANGUAGE]
    if user is None:
        return enter_first(request, text(language, "miniapp-mine"), "/app/videos")
    services = services_of(request)
    video = await find_video(user, request.match_info["video"])
    job = await describe_job(services, video, language)
    order = await order_of(video)
    download = f"stario-{video.code}.mp4"
    values = {
        "job": job,
        "video": video,
        "star": describe_star(video.artist, language),
        "occasion": text(language, text_key("occasion", video.occasion)),
        "price": describe_quote(Quote(order.total_uzs, order.total_xtr), language),
        "price_xtr": order.total_xtr,
        "steps": list_steps(video, job.stage, order.total_xtr > 0, language),
        "cancellable": video.status in (VideoStatus.IN_REVIEW, VideoStatus.AWAITING_PAYMENT),
        "download": await services.store.link(video.video_key, 3600, download) if job.video_url else "",
    }
    return show_page(
        request, user, "video", f"{job.artist_name} · {job.recipient}", back="/app/videos", **values
    )


async def meet_caller(request: web.Request) -> User | None:
    """Who opened the page, and the language it is shown in. Raises SignInAgain where our script named nobody."""
    user, _ = await find_caller(request)
    wish = request.query.get("lang")
    request[LANGUAGE] = user.language if user and wish not in LANGUAGES else request_language(request)
    return user


def enter_first(request: web.Request, title: str, back: str) -> web.Response:
    """A page of one's own before we know whose it is: a calm wait on the first load, a refusal after that."""
    if FRAGMENT in request.headers:
        raise SignInAgain("miniapp-reopen")
    return show_page(request, None, "entering", title, back=back, personal=True)


def show_page(
    request: web.Request,
    user: User | None,
    name: str,
    title: str,
    back: str = "",
    personal: bool = False,
    **values: Any,
) -> web.Response:
    settings = services_of(request).settings
    template = f"app/{name}.html" if FRAGMENT in request.headers else "app/shell.html"
    return render_page(
        request, template, page=name, page_template=f"app/{name}.html", title=title, back=back, personal=personal,
        user=user, telegram_script=settings.telegram_script_url, **values,
    )  # fmt: skip


def describe_star(artist: Artist, language: str) -> dict[str, Any]:
    return {
        "artist": artist,
        "id": str(artist.id),
        "slug": artist.slug,
        "name": artist_name(artist, language),
        "category": text(language, text_key("category", artist.category)),
        "price": describe_quote(quote_video(artist), language),
        "price_xtr": artist.price_xtr,
        "is_free": quote_video(artist).is_free,
    }


def describe_occasion(occasion: str, language: str) -> dict[str, str]:
    emoji = next((one.emoji for one in load_catalogue().occasions if one.id == occasion), "✨")
    return {"id": occasion, "emoji": emoji, "name": text(language, text_key("occasion", occasion))}


async def describe_video(request: web.Request, video: Video) -> dict[str, Any]:
    """A line of "my greetings"."""
    language = request[LANGUAGE]
    await video.fetch_related("user")
    return {
        "job": await describe_job(services_of(request), video, language),
        "star": describe_star(video.artist, language),
        "occasion": text(language, text_key("occasion", video.occasion)),
    }


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
