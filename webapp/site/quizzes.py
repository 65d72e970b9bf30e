"""What a shared quiz result shows to everybody: the card, and a page without anybody's photo."""

from aiohttp import web

from bot.artists.artists import artist_name
from bot.errors import NotFound
from bot.i18n import LANGUAGES
from bot.quiz.card_keys import SHAPES
from bot.quiz.cards import ensure_card, find_shared, first_match
from webapp.keys import services_of
from webapp.languages import LANGUAGE, request_language
from webapp.miniapp.stars import describe_star
from webapp.pages import render_page
from webapp.site.links import bot_link

_DAY = "public, max-age=86400"


async def show_shared(request: web.Request) -> web.Response:
    """Whom somebody looks like, by how much, and the way into the quiz."""
    request[LANGUAGE] = request_language(request)
    language, services = request[LANGUAGE], services_of(request)
    code = request.match_info["code"]
    artist, percent = await first_match(await find_shared(code))
    return render_page(
        request,
        "site/quiz.html",
        star=describe_star(artist, language),
        artist=artist_name(artist, language),
        percent=percent,
        card=f"/media/cards/{code}-{language}-chat.jpg",
        bot_url=await bot_link(services, f"match_{artist.slug}"),
    )


async def send_card(request: web.Request) -> web.Response:
    """The card as JPEG, drawn now where it is missing."""
    found = request.match_info
    shape = next((shape for shape in SHAPES if shape == found["shape"]), None)
    if shape is None or found["language"] not in LANGUAGES:
        raise NotFound("error-not-found")
    services, quiz = services_of(request), await find_shared(found["code"])
    body = await services.store.get(await ensure_card(services, quiz, found["language"], shape))
    headers = {"Cache-Control": _DAY, "Access-Control-Allow-Origin": "*"}
    return web.Response(body=body, content_type="image/jpeg", headers=headers)


def add_shared(app: web.Application) -> None:
    app.router.add_get("/q/{code:[A-Za-z0-9_-]{22}}", show_shared)
    app.router.add_get("/media/cards/{code:[A-Za-z0-9_-]{22}}-{language:[A-Za-z-]+}-{shape:[a-z]+}.jpg", send_card)
