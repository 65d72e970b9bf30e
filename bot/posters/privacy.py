"""What is kept of a person's posters: the name and the words, previews, print files, pictures on things."""

from collections.abc import Iterator
from typing import Any

from tortoise.models import Model

from bot.adapters.s3 import describe_files
from bot.errors import Conflict
from bot.posters.mockups import COLOURS, mockup_key
from bot.posters.posters import look_of
from bot.services import Services
from db.plain import plain_row
from db.posters import Poster, PosterStatus
from db.products import ProductKind
from db.users import User

KEEPS: tuple[type[Model], ...] = (Poster,)
_ASKED = ("code", "source", "second", "design", "palette", "size", "recipient", "words", "language")
_JUDGED = ("status", "categories", "fragments", "review_reason", "created_at", "printed_at")


async def refuse(user: User) -> None:
    """Raises Conflict while a print is being drawn."""
    if await Poster.filter(user_id=user.id, status=PosterStatus.PRINTING).exists():
        raise Conflict("settings-erase-later")


async def forget(services: Services, user: User) -> None:
    """The lines of an order go on pointing at the rows, which say nothing any more."""
    for poster in await Poster.filter(user_id=user.id):
        for key in _keys(poster):
            await services.store.delete(key)
        for folder in _folders(poster):
            await services.store.delete_under(folder)
    texts = ("recipient", "words", "review_reason", "preview_key", "pdf_key", "png_key")
    await Poster.filter(user_id=user.id).update(
        **dict.fromkeys(texts, ""), fragments=[], mockup_keys={}, request_key=None
    )


def _keys(poster: Poster) -> list[str]:
    return [key for key in (poster.preview_key, poster.pdf_key, poster.png_key, *poster.mockup_keys.values()) if key]


def _folders(poster: Poster) -> Iterator[str]:
    """Where files of any look lie that the poster ever had; the row only knows the newest."""
    yield f"posters/{poster.id}/"
    for kind, colours in COLOURS.items():
        for colour in colours:
            yield mockup_key(ProductKind(kind), colour, poster).removesuffix(f"{look_of(poster)}.jpg")


async def export(services: Services, user: User) -> list[dict[str, Any]]:
    posters = Poster.filter(user_id=user.id).select_related("artist").order_by("created_at")
    return [await _describe(services, poster) for poster in await posters]


async def _describe(services: Services, poster: Poster) -> dict[str, Any]:
    files = await describe_files(services.store, *_keys(poster))
    return {"artist": poster.artist.name, **plain_row(poster, *_ASKED, *_JUDGED), "files": files}
