"""Pages of the playground: the chat page, the pay page, and their files."""

from pathlib import Path

from aiohttp import web

from webapp.playground.control.invoices import find_invoice
from webapp.playground.policy import HEADERS, PAGE_HEADERS
from webapp.playground.world import WORLD

STATIC = Path(__file__).parent / "static"
routes = web.RouteTableDef()


@routes.get("/")
async def show_chats(request: web.Request) -> web.StreamResponse:
    return web.FileResponse(STATIC / "index.html", headers=PAGE_HEADERS)


@routes.get("/pay/{slug}")
async def show_invoice(request: web.Request) -> web.StreamResponse:
    find_invoice(request.app[WORLD], request.match_info["slug"])
    return web.FileResponse(STATIC / "pay.html", headers=PAGE_HEADERS)


@routes.get("/static/{name:[a-z][a-z0-9_./-]*}")
async def show_static(request: web.Request) -> web.StreamResponse:
    """A file of the page; Mini Apps of this machine may load our Telegram script from here."""
    path = (STATIC / request.match_info["name"]).resolve()
    if not path.is_relative_to(STATIC) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={**HEADERS, "Access-Control-Allow-Origin": "*"})
