"""Control: the bytes of files in chats."""

from aiohttp import web

from webapp.playground.errors import ControlError
from webapp.playground.world import WORLD

routes = web.RouteTableDef()


@routes.get("/control/files/{file_id}")
async def show_file(request: web.Request) -> web.StreamResponse:
    """The bytes of a file; Range requests are answered, so a video can be wound."""
    world = request.app[WORLD]
    record = world.files.records.get(request.match_info["file_id"])
    if record is None:
        raise ControlError(404, "There is no such file.")
    # What people upload is shown as data only: never run as a page of this origin.
    safe = record["mime"].split("/")[0] in ("image", "video", "audio") and record["mime"] != "image/svg+xml"
    headers = {
        "Content-Type": record["mime"] if safe else "application/octet-stream",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=86400",
    }
    return web.FileResponse(world.files.place(record), headers=headers)
