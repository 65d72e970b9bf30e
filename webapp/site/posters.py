"""The public page of a poster: who approved it, and what its print file looks like."""

from typing import Any

from aiohttp import web

from bot.artists.artists import artist_name
from bot.i18n import text
from bot.posters.posters import find_by_code
from bot.services import Services
from db.posters import Poster
from webapp.keys import services_of
from webapp.languages import LANGUAGE, request_language
from webapp.miniapp.stars import describe_star
from webapp.pages import render_page
from webapp.site.links import bot_link
from webapp.site.views import say_time


async def show_poster(request: web.Request) -> web.Response:
    """Never the name, the words or the picture itself: those belong to whoever has it on the wall."""
    language = request[LANGUAGE] = request_language(request)
    poster = await find_by_code(request.match_info["code"])
    services = services_of(request)
    return render_page(
        request,
        "site/poster.html",
        poster=poster,
        star=describe_star(poster.artist, language),
        artist=artist_name(poster.artist, language),
        design=text(language, f"poster-design-{poster.design}"),
        made=say_time(poster.printed_at or poster.created_at, language),
        approved=poster.reviewed_by or text(language, "poster-page-filter", rules=poster.rules_version),
        bot_url=await bot_link(services, f"artist_{poster.artist.slug}"),
        data=describe_for_machines(poster, services),
    )


def describe_for_machines(poster: Poster, services: Services) -> dict[str, Any]:
    """schema.org for verifiers: what the picture is, that it is synthetic, its fingerprint."""
    return {
        "@context": "https://schema.org",
        "@type": "ImageObject",
        "identifier": poster.code,
        "url": f"{services.settings.base_url}/p/{poster.code}",
        "digitalSourceType": "https://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
        "sha256": poster.sha256,
        "creator": {"@type": "Person", "name": poster.artist.name},
        "dateCreated": (poster.printed_at or poster.created_at).isoformat(),
    }


def add_poster_page(app: web.Application) -> None:
    app.router.add_get("/p/{code:[0-9A-Za-z]{6,16}}", show_poster)
