"""Starts the bot inside the web process: by polling, or by webhook where the world can reach us."""

import asyncio
import logging
from collections.abc import AsyncIterator

from aiohttp import web

from admin import chat
from bot.services import Services
from handlers import build_dispatcher, set_up_bot
from webapp.keys import SERVICES
from webapp.telegram.line import LINE, TelegramLine, insist
from webapp.telegram.polling import Poller
from webapp.telegram.webhook import DISPATCHER, PATH, receive_update, set_webhook

log = logging.getLogger("stario.line")


def uses_webhook(services: Services) -> bool:
    """By webhook where a public https address is set and Telegram itself is on the other side."""
    return services.settings.public_url.startswith("https://") and not services.settings.playground


def add_telegram(app: web.Application) -> None:
    services = app[SERVICES]
    app[LINE] = TelegramLine()
    app[DISPATCHER] = build_dispatcher(services, (chat.build_router(),))
    if uses_webhook(services):
        app.router.add_post(PATH, receive_update)
    app.cleanup_ctx.append(run_line)


async def run_line(app: web.Application) -> AsyncIterator[None]:
    """Listens to Telegram as long as the application runs; a Telegram that is away does not stop the rest."""
    tasks = [asyncio.create_task(_listen(app)), asyncio.create_task(_introduce(app[SERVICES]))]
    yield
    for task in tasks:
        task.cancel()
    for ended in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(ended, Exception):
            log.error("the line to Telegram ended early", exc_info=ended)


async def _introduce(services: Services) -> None:
    """Tells Telegram our commands and menu; people are answered even while this has not worked yet."""
    await insist(TelegramLine(), lambda: set_up_bot(services))


async def _listen(app: web.Application) -> None:
    services, line, dispatcher = app[SERVICES], app[LINE], app[DISPATCHER]
    try:
        if uses_webhook(services):
            await set_webhook(services, dispatcher, line)
        else:
            await Poller(services.telegram, dispatcher, line).run()
    except Exception as error:
        line.report_down(error)
        raise
