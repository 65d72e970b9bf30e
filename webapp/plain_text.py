"""Addresses and queries with signs that no text of ours may hold are refused before anything reads them.

A body is JSON of a known shape: there `webapp.api.shapes.Input` does the same, field by field.
"""

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.errors import NotFound
from bot.words.cleaning import clean_text, is_clean
from webapp.problems import BadFields

UNFIT = "Control characters are no text."


@web.middleware
async def refuse_unfit(request: web.Request, handler: Handler) -> web.StreamResponse:
    """404 for an address that can name nothing, 422 for a query; each before anything is done."""
    if not is_clean(request.path):
        raise NotFound("site-no-page")
    unfit = [name for name, value in request.query.items() if not is_clean(name + value)]
    if unfit:
        raise BadFields([{"field": clean_text(name)[:64], "problem": UNFIT} for name in unfit])
    return await handler(request)
