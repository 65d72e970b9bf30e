"""The front page, and the public page of a greeting."""

from datetime import datetime
from typing import Any

from aiohttp import web
from babel.dates import format_datetime

from bot.artists.artists import artist_name, list_artists
from bot.i18n import TASHKENT, babel_locale
from bot.provenance.codes import find_greeting
from bot.services import Services
from bot.shelf.products import list_products
from db.videos import Video
from webapp.keys import services_of
from webapp.languages import LANGUAGE, request_language
from webapp.miniapp.stars import describe_star
from webapp.pages import render_page
from webapp.site.links import app_link, bot_link, keep_language
from webapp.site.shop import describe_goods

_SHOWN = 12


async def show_front(request: web.Request) -> web.Response:
    language = request_language(request)
    request[LANGUAGE] = language
    found = await list_artists("", "", 0, _SHOWN)
    stars = [describe_star(artist, language) for artist in found.items]
    services = services_of(request)
    page = render_page(
        request,
        "site/front.html",
        stars=stars,
        shelf=[describe_goods(goods, language) for goods in await list_products()],
        bot_url=await bot_link(services),
        quiz_url="/app/quiz" if services.settings.playground else await app_link(services, "quiz"),
    )
    return keep_language(request, page)


async def show_greeting(request: web.Request) -> web.Response:
    """Who approved a greeting and what its file looks like; never the words, the name, or the video itself."""
    request[LANGUAGE] = request_language(request)
    video = await find_greeting(request.match_info["code"])
    services = services_of(request)
    return render_page(
        request,
        "site/greeting.html",
        video=video,
        star=describe_star(video.artist, request[LANGUAGE]),
        artist=artist_name(video.artist, request[LANGUAGE]),
        made=say_time(video.rendered_at or video.created_at, request[LANGUAGE]),
        bot_url=await bot_link(services, f"artist_{video.artist.slug}"),
        data=describe_for_machines(video, services),
    )


def say_time(moment: datetime, language: str) -> str:
    """`22 November 2026, 18:35`, in Tashkent's time."""
    return str(format_datetime(moment.astimezone(TASHKENT), "d MMMM y, HH:mm", locale=babel_locale(language)))


def describe_for_machines(video: Video, services: Services) -> dict[str, Any]:
    """schema.org for search engines and verifiers: what the file is, that it is synthetic, its fingerprint."""
    return {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "identifier": video.code,
        "url": f"{services.settings.base_url}/v/{video.code}",
        "digitalSourceType": "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        "sha256": video.sha256,
        "creator": {"@type": "Person", "name": video.artist.name},
        "dateCreated": (video.rendered_at or video.created_at).isoformat(),
    }


def add_site(app: web.Application) -> None:
    app.router.add_get("/", show_front)
    app.router.add_get("/v/{code:[0-9A-Za-z]{6,16}}", show_greeting)
