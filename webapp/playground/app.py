"""The playground as one aiohttp application: Bot API, providers, control API and pages, on this machine only."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator

from aiohttp import web

from bot.settings import Settings
from webapp.playground import page
from webapp.playground.bot_api import answer_method, play_replies, send_file
from webapp.playground.control import add_control
from webapp.playground.guard import admit_local, explain_errors
from webapp.playground.rails.mount import add_rails
from webapp.playground.world import WORLD, World

log = logging.getLogger(__name__)
LARGEST_BODY = 72 << 20  # a 50 MB file in base64, and its words
HOST = "127.0.0.1"
GOODBYE_SECONDS = 0.1  # long polls are cut when the playground stops


def create_app(settings: Settings) -> web.Application:
    """The playground for these settings; it keeps its state under `data_dir/playground`."""
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[admit_local, explain_errors])
    app[WORLD] = World(settings)
    app.router.add_route("*", r"/bot{token:[^/]+}/{method}", answer_method)
    app.router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", send_file)
    add_control(app)
    add_rails(app)
    app.add_routes(page.routes)
    app.cleanup_ctx.append(_run_courier)
    return app


async def serve(settings: Settings) -> None:
    """Serves on 127.0.0.1 until cancelled or told to stop by SIGTERM or SIGINT.

    Raises OSError when the port is taken.
    """
    runner = web.AppRunner(create_app(settings), access_log=None, shutdown_timeout=GOODBYE_SECONDS)
    await runner.setup()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    try:
        await web.TCPSite(runner, HOST, settings.playground_port).start()
        # Only the main thread may listen to signals; elsewhere cancelling is enough.
        with contextlib.suppress(RuntimeError, ValueError):
            for number in signals:
                loop.add_signal_handler(number, stop.set)
        log.info("playground at %s", settings.playground_url)
        await stop.wait()
    finally:
        with contextlib.suppress(RuntimeError, ValueError):
            for number in signals:
                loop.remove_signal_handler(number)
        await runner.cleanup()


async def _run_courier(app: web.Application) -> AsyncIterator[None]:
    """Carries updates to a webhook while the playground runs."""
    world = app[WORLD]
    tasks = [asyncio.create_task(world.webhook.run()), asyncio.create_task(play_replies(world))]
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    world.close()
