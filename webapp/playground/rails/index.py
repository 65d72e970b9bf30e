"""The page that lists the stand-ins of providers, their books and their official checks."""

from aiohttp import web

from webapp.playground.rails.click.pages import LINKS as CLICK
from webapp.playground.rails.page import draw, read_language
from webapp.playground.rails.payme.pages import LINKS as PAYME
from webapp.playground.rails.stripe.pages import LINKS as STRIPE

routes = web.RouteTableDef()
RAILS = (("Payme", PAYME), ("Click", CLICK), ("Stripe", STRIPE), ("BOX NOW", (("/boxnow", "parcels"),)))


@routes.get("/rails")
async def show_rails(request: web.Request) -> web.Response:
    return draw(read_language(request), "rails.html", provider="Stario", rails=RAILS)
