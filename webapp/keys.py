"""What hangs on the application, by typed key."""

import asyncio

from aiohttp import web

from bot.services import Services

SERVICES: web.AppKey[Services] = web.AppKey("services", Services)
CLOSING: web.AppKey[asyncio.Event] = web.AppKey("closing", asyncio.Event)  # set when open streams should end


def services_of(request: web.Request) -> Services:
    return request.app[SERVICES]
