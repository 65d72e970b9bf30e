"""Adds the providers' pages and APIs to the playground, and keeps the line to the shop open while it runs."""

import asyncio
from collections.abc import AsyncIterator

from aiohttp import web

from bot.merchants import stripe_keys
from webapp.playground.rails import index
from webapp.playground.rails.boxnow import api as boxnow_api
from webapp.playground.rails.boxnow import pages as boxnow_pages
from webapp.playground.rails.click import api as click_api
from webapp.playground.rails.click import pages as click_pages
from webapp.playground.rails.payme import pages as payme_pages
from webapp.playground.rails.stripe import api as stripe_api
from webapp.playground.rails.stripe import pages as stripe_pages
from webapp.playground.rails.stripe.acts import expire_due
from webapp.playground.world import WORLD, World

EXPIRY_SECONDS = 2.0
PARTS = (click_api, click_pages, payme_pages, stripe_api, stripe_pages, boxnow_api, boxnow_pages, index)


def add_rails(app: web.Application) -> None:
    """Adds `/payme/…`, `/click/…`, `/stripe/…` and `/boxnow/…`."""
    for part in PARTS:
        app.add_routes(part.routes)
    app.cleanup_ctx.append(_keep_line)


async def _keep_line(app: web.Application) -> AsyncIterator[None]:
    rails = app[WORLD].rails
    rails.postman.open()
    clock = asyncio.create_task(_expire_sessions(app[WORLD]))
    yield
    clock.cancel()
    await asyncio.gather(clock, return_exceptions=True)
    await rails.stripe_line.close()
    await rails.boxnow_line.close()
    await rails.postman.close()


async def _expire_sessions(world: World) -> None:
    """Ends Stripe's sessions when their time comes."""
    while True:
        await asyncio.sleep(EXPIRY_SECONDS)
        keys = stripe_keys(world.settings)
        if keys is not None:
            await expire_due(world.rails.stripe_events, keys)
