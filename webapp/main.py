"""The web process: what it serves, in the order it starts."""

import asyncio
import gc
import logging
import signal

from aiohttp import web

from bot.quiz.photo_sweep import keep_sweeping
from bot.services import Services, open_services
from bot.settings import Settings
from bot.words.moderation import warm_filter
from webapp.api.routes import add_api
from webapp.callbacks import add_callbacks
from webapp.errors import catch_errors
from webapp.health import add_health
from webapp.keys import CLOSING, SERVICES
from webapp.media import add_media
from webapp.metering import meter_requests
from webapp.miniapp.quiz import add_quiz
from webapp.miniapp.views import add_miniapp
from webapp.plain_text import refuse_unfit
from webapp.security import set_headers
from webapp.site.orders import add_order_page
from webapp.site.posters import add_poster_page
from webapp.site.quizzes import add_shared
from webapp.site.shop import add_shop_pages
from webapp.site.sitemap import add_sitemap
from webapp.site.views import add_site
from webapp.statics import add_static
from webapp.telegram.attach import add_telegram

log = logging.getLogger("stario.web")
_LARGEST_BODY = 1 << 20
_DRAIN = 15.0  # seconds requests in hand get when we stop


def create_app(services: Services) -> web.Application:
    """The whole web process around opened services."""
    app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[meter_requests, catch_errors, refuse_unfit])
    app[SERVICES] = services
    app[CLOSING] = asyncio.Event()
    app.on_response_prepare.append(set_headers)
    app.on_shutdown.append(close_streams)
    add_health(app)
    add_static(app)
    add_media(app)
    add_api(app)
    add_site(app)
    add_poster_page(app)
    add_shop_pages(app)
    add_order_page(app)
    add_sitemap(app)
    add_miniapp(app)
    add_quiz(app)
    add_shared(app)
    add_callbacks(app)
    add_telegram(app)
    return app


async def close_streams(app: web.Application) -> None:
    app[CLOSING].set()


async def serve(settings: Settings) -> None:
    """Serves on `settings.host:port` until SIGTERM or Ctrl-C. Raises OSError when the port is taken."""
    warming = asyncio.create_task(asyncio.to_thread(warm_filter))  # the first words to judge may wait, we do not
    async with open_services(settings) as services:
        sweeping = asyncio.create_task(keep_sweeping(services))
        runner = web.AppRunner(create_app(services), access_log=None, shutdown_timeout=_DRAIN)
        await runner.setup()
        try:
            await web.TCPSite(runner, settings.host, settings.port).start()
            calm_collector()
            log.info("web at %s", settings.base_url)
            await wait_for_stop()
        finally:
            sweeping.cancel()
            await warming
            await runner.cleanup()


def calm_collector() -> None:
    """Leaves what lives as long as the process out of garbage collection, whose pauses people would feel."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


async def wait_for_stop() -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
