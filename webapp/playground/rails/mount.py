"""Adds the providers' pages and APIs to the playground, and keeps the line to the shop open while it runs."""

from collections.abc import AsyncIterator

from aiohttp import web

from webapp.playground.bot_api import WORLD
from webapp.playground.rails.click import api as click_api
from webapp.playground.rails.click import pages as click_pages
from webapp.playground.rails.payme import pages as payme_pages

PARTS = (click_api, click_pages, payme_pages)


def add_rails(app: web.Application) -> None:
    """Adds `/payme/…`, `/click/…`, `/stripe/…` and `/boxnow/…`."""
    for part in PARTS:
        app.add_routes(part.routes)
    app.cleanup_ctx.append(_keep_line)


async def _keep_line(app: web.Application) -> AsyncIterator[None]:
    rails = app[WORLD].rails
    rails.postman.open()
    yield
    await rails.postman.close()
