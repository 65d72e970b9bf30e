"""What providers call: a file a provider, each with its `routes`."""

from aiohttp import web

from bot.rails.payme.merchant_api import Cashbox
from webapp.callbacks import boxnow, click, payme, stripe
from webapp.keys import SERVICES


def add_callbacks(app: web.Application) -> None:
    app[payme.CASHBOX] = Cashbox(app[SERVICES].settings)
    for callbacks in (payme, click, stripe, boxnow):
        app.add_routes(callbacks.routes)
