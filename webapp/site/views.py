"""The front page."""

from aiohttp import web


async def show_front(request: web.Request) -> web.Response:
    raise web.HTTPFound("/app/")


def add_site(app: web.Application) -> None:
    app.router.add_get("/", show_front)
