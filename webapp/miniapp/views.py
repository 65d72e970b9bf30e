"""Pages of the Mini App."""

from aiohttp import web


def add_miniapp(app: web.Application) -> None:
    return
