"""Pages of the playground: the chat page, the pay page, and their files."""

from pathlib import Path

from aiohttp import web

from webapp.playground.bot_api import WORLD
from webapp.playground.control.invoices import find_invoice

STATIC = Path(__file__).parent / "static"
HEADERS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
# Pictures of inline results and Mini Apps come from elsewhere; code never does.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; media-src 'self' blob:; "
    "frame-src http: https:; frame-ancestors 'none'; base-uri 'none'"
)
PAGE_HEADERS = {**HEADERS, "Content-Security-Policy": POLICY}
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
