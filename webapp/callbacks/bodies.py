"""Bodies of callbacks: short, and read no further than that."""

from aiohttp import web

_LONGEST = 64 * 1024


class TooLong(Exception):
    """Nobody who is to call us sends that much."""


async def read_short(request: web.Request) -> bytes:
    """The body as it came. Raises TooLong."""
    if (request.content_length or 0) > _LONGEST:
        raise TooLong
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > _LONGEST:
            raise TooLong
    return bytes(body)
