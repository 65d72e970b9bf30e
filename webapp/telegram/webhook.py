"""Telegram calls us: 200 only after an update was handled, so that a failure or a restart means a retry.

One that cannot be read is answered with 200 as well: sent again it would be no more readable.
"""

import hmac
import json
import logging
from typing import Any

from aiogram import Bot, Dispatcher
from aiohttp import web

from bot.errors import Forbidden
from bot.services import Services
from webapp.keys import services_of
from webapp.problems import Unreadable
from webapp.telegram.line import TelegramLine, handle_update, insist
from webapp.telegram.reading import note_unreadable, number_of, read_update

log = logging.getLogger("stario.line")
PATH = "/telegram/webhook"
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
DISPATCHER: web.AppKey[Dispatcher] = web.AppKey("dispatcher", Dispatcher)


def webhook_secret(services: Services) -> str:
    return services.settings.webhook_secret.get_secret_value() or services.secret("webhook")


async def set_webhook(services: Services, dispatcher: Dispatcher, line: TelegramLine) -> None:
    """Tells Telegram where we are, as often as it takes."""
    bot: Bot = services.telegram
    await insist(
        line,
        lambda: bot.set_webhook(
            services.settings.base_url + PATH,
            secret_token=webhook_secret(services),
            allowed_updates=dispatcher.resolve_used_update_types(),
            max_connections=100,
            drop_pending_updates=False,
        ),
    )
    line.report_alive(listens_always=True)


async def receive_update(request: web.Request) -> web.Response:
    services = services_of(request)
    claimed = request.headers.get(_SECRET_HEADER, "")
    if not hmac.compare_digest(claimed.encode("utf-8", "surrogateescape"), webhook_secret(services).encode()):
        raise Forbidden("site-foreign-origin")
    raw = _read_object(await request.read())
    update = read_update(services.telegram, raw)
    if update is None:
        note_unreadable(number_of(raw), raw)
    else:
        await handle_update(services.telegram, request.app[DISPATCHER], update)
    return web.Response()


def _read_object(body: bytes) -> dict[str, Any]:
    """Raises Unreadable for what is no JSON object, which Telegram never sends."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable("site-bad-json") from error
    if not isinstance(raw, dict):
        raise Unreadable("site-bad-json")
    return raw
