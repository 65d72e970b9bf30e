"""The API for reading: the description itself, and a light page made from it."""

from typing import Any

import orjson
from aiohttp import web

from webapp.pages import render_page

OPENAPI: web.AppKey[dict[str, Any]] = web.AppKey("openapi", dict)


async def show_openapi(request: web.Request) -> web.Response:
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=60"}
    body = orjson.dumps(request.app[OPENAPI], option=orjson.OPT_INDENT_2)
    return web.Response(body=body, content_type="application/json", headers=headers)


async def show_docs(request: web.Request) -> web.Response:
    return render_page(request, "docs.html", api=request.app[OPENAPI])
