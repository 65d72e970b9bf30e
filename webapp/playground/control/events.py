"""Control: everything that happens, as server-sent events."""

import asyncio
import json

from aiohttp import web

from webapp.playground.world import WORLD

routes = web.RouteTableDef()
QUIET_SECONDS = 15.0  # a comment keeps the connection alive through silence


@routes.get("/control/events")
async def stream_events(request: web.Request) -> web.StreamResponse:
    """One JSON object an event: `{kind: message|edited|deleted|action|answer|person|…, …}`."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    with request.app[WORLD].hub.listen() as news:
        await response.write(b": hello\n\n")
        while not request.transport or not request.transport.is_closing():
            try:
                event = await asyncio.wait_for(news.get(), QUIET_SECONDS)
                line = f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
            except TimeoutError:
                line = ": still here\n\n"
            try:
                await response.write(line.encode())
            except ConnectionError:
                break
    return response
