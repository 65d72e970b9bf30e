"""Bodies of callbacks: short, read no further than that, and without signs that no column takes."""

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from aiohttp import web

from bot.words.cleaning import clean_text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")

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


def clean_record(record: R) -> R:
    """What a provider signed is kept as it is, but for signs that could not be."""
    texts = {name: clean_text(value) for name, value in vars(record).items() if isinstance(value, str)}
    return replace(record, **texts)
