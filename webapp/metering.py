"""Counts and times every answer, by route and never by address, so that series stay few."""

import time

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.metrics import REQUEST_SECONDS, REQUESTS


@web.middleware
async def meter_requests(request: web.Request, handler: Handler) -> web.StreamResponse:
    started, status = time.perf_counter(), 500
    try:
        answer = await handler(request)
        status = answer.status
        return answer
    except web.HTTPException as error:
        status = error.status
        raise
    finally:
        resource = request.match_info.route.resource
        route = resource.canonical if resource else "none"
        REQUESTS.labels(request.method, route, status).inc()
        REQUEST_SECONDS.labels(request.method, route).observe(time.perf_counter() - started)
