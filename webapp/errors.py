"""The outermost net: whatever a view raises becomes a problem document or a page the visitor can read."""

import asyncio
import logging

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.errors import Refusal, Unavailable
from bot.outages import OUTAGES
from webapp.pages import FRAGMENT, render_page
from webapp.problems import answer_problem, as_refusal, language_of, speak

log = logging.getLogger("stario.web")
_BREATH = 0.3  # seconds
_PAGES = ("/app", "/v/")  # pages even for a program that does not say what it reads


@web.middleware
async def catch_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await _try_twice(request, handler)
    except web.HTTPException as answer:
        if answer.status < 400:
            raise
        refusal = as_refusal(answer)
    except Refusal as error:
        refusal = error
    except OUTAGES as error:
        log.warning("%s %s: a part is away: %r", request.method, request.path, error)
        refusal = Unavailable("site-away")
    except Exception:
        log.exception("%s %s failed", request.method, request.path)
        refusal = Refusal("error-unexpected")
        refusal.status = 500
    return answer_refusal(request, refusal)


async def _try_twice(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A server that was restarted costs a reader nothing: looking is asked again, doing is not."""
    try:
        return await handler(request)
    except OUTAGES as error:
        if request.method != "GET" or request.path.endswith("/events"):
            raise
        log.info("%s is asked again: %r", request.path, error)
    await asyncio.sleep(_BREATH)
    return await handler(request)


def answer_refusal(request: web.Request, refusal: Refusal) -> web.StreamResponse:
    language = language_of(request)
    if not _wants_page(request):
        return answer_problem(request, refusal, language)
    words = speak(language, refusal)
    return render_page(request, "error.html", refusal.status, words=words, code=refusal.status)


def _wants_page(request: web.Request) -> bool:
    """True for a browser that goes somewhere; our own scripts and other programs read problem documents."""
    if request.method != "GET" or FRAGMENT in request.headers or request.path.startswith("/api/"):
        return False
    return request.path.startswith(_PAGES) or "text/html" in request.headers.get("Accept", "")
