"""BOX NOW's page, where a person moves parcels along."""

from aiohttp import web

from webapp.playground.rails.page import draw, read_language

routes = web.RouteTableDef()


@routes.get("/boxnow")
@routes.get("/boxnow/")
async def show_parcels(request: web.Request) -> web.Response:
    """All parcels; each event goes to the shop signed."""
    return draw(read_language(request), "parcels.html", provider="BOX NOW")
