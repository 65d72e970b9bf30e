"""Style sheets, scripts and pictures of the pages: read once, compressed once, kept by browsers for good.

The address holds a hash of all files together (`/static/<hash>/app/main.js`), so scripts import each other by
relative paths and a new release is never mixed with an old one.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent / "static"
_FOREVER = "public, max-age=31536000, immutable"
_PACKED = (".css", ".js", ".svg", ".json")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")


@dataclass(frozen=True)
class StaticFile:
    body: bytes
    packed: bytes | None
    content_type: str


@dataclass(frozen=True)
class StaticFiles:
    """Every file by its relative path; `version` changes when any of them does."""

    files: dict[str, StaticFile]
    version: str

    def address(self, path: str) -> str:
        """Where a page finds a file. Raises KeyError for one that is not there."""
        self.files[path]
        return f"/static/{self.version}/{path}"


def read_static(folder: Path = FOLDER) -> StaticFiles:
    files, digest = {}, hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name, body = path.relative_to(folder).as_posix(), path.read_bytes()
            digest.update(name.encode() + b"\0" + body)
            files[name] = _read_file(path, body)
    return StaticFiles(files, digest.hexdigest()[:12])


def _read_file(path: Path, body: bytes) -> StaticFile:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return StaticFile(body, gzip.compress(body, 9) if path.suffix in _PACKED else None, kind)


STATIC: web.AppKey[StaticFiles] = web.AppKey("static", StaticFiles)


async def send_static(request: web.Request) -> web.Response:
    found = request.app[STATIC].files.get(request.match_info["path"])
    if found is None:
        raise web.HTTPNotFound
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding", "Content-Type": found.content_type}
    if found.content_type.startswith("text/"):
        headers["Content-Type"] += "; charset=utf-8"
    if found.packed is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
        return web.Response(body=found.packed, headers={**headers, "Content-Encoding": "gzip"})
    return web.Response(body=found.body, headers=headers)


def add_static(app: web.Application) -> None:
    app[STATIC] = read_static()
    app.router.add_get("/static/{version:[0-9a-f]{12}}/{path:.+}", send_static)
    app.router.add_get("/favicon.ico", send_icon)


async def send_icon(request: web.Request) -> web.Response:
    icon = request.app[STATIC].files["icon.svg"]
    return web.Response(
        body=icon.body, content_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"}
    )
