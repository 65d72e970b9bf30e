"""Pictures of products with a design on them, drawn when they are first asked for."""

from typing import Any

from bot.errors import Invalid, NotFound
from bot.posters.posters import look_of
from bot.services import Services
from db.posters import Poster
from db.products import ProductKind

COLOURS: dict[str, dict[str, str]] = {
    ProductKind.TSHIRT: {
        "white": "#f4f3ef",
        "black": "#1b1b1e",
        "navy": "#1d2b4f",
        "red": "#a3202c",
        "sand": "#d8c3a0",
        "grey": "#9a9ca0",
        "green": "#1f5a43",
    },
    ProductKind.MUG: {"white": "#f6f5f1", "black": "#202024", "navy": "#1f3057", "red": "#a8242f"},
    ProductKind.PHONE_CASE: {"clear": "#eceded", "white": "#f4f4f2", "black": "#1c1c20"},
    ProductKind.POSTER: {"oak": "#f4f4f2"},
    ProductKind.STICKERS: {"white": "#f8f8f6"},
}
_SECONDS = 10
BLANK = "blank"  # stands for a design where there is none
_PLATES = "2"  # changes with the photographs, so that old pictures are not shown for new ones


def pick_colour(kind: ProductKind, colour: str) -> str:
    """The colour, or the product's first where none is named. Raises Invalid for one that we do not know."""
    colours = COLOURS[kind]
    if colour and colour not in colours and len(colours) > 1:
        raise Invalid("poster-no-colour", colours=", ".join(colours))
    return colour if colour in colours else next(iter(colours))


def mockup_key(kind: ProductKind, colour: str, poster: Poster | None) -> str:
    """Where the picture is kept; a changed design is another picture."""
    design = "sample" if poster is None else f"{poster.id}-{look_of(poster)}"
    return f"mockups/{_PLATES}/{kind}-{colour}/{design}.jpg"


def blank_key(kind: ProductKind, colour: str) -> str:
    return f"mockups/{_PLATES}/{kind}-{colour}/{BLANK}.jpg"


async def mockup_url(services: Services, kind: ProductKind | str, colour: str, poster: Poster | None) -> str:
    """The object key of the picture; a sample of ours is on it where there is no poster.

    Raises Invalid for an unknown colour, Unavailable when no worker draws.
    """
    kind = ProductKind(kind)
    colour = pick_colour(kind, colour)
    key = mockup_key(kind, colour, poster)
    if not await services.store.exists(key):
        item = f"{kind}:{colour}:{poster.id if poster else ''}"
        drawn: dict[str, Any] = await services.queue.ask("draw_mockup", item, _SECONDS)
        key = str(drawn["key"])
    return key


async def blank_url(services: Services, kind: ProductKind, colour: str) -> str:
    """The object key of the goods as they are without any design. Raises as `mockup_url` does."""
    colour = pick_colour(kind, colour)
    key = blank_key(kind, colour)
    if not await services.store.exists(key):
        await services.queue.ask("draw_mockup", f"{kind}:{colour}:{BLANK}", _SECONDS)
    return key


def read_item(item: str) -> tuple[ProductKind, str, str]:
    """What `draw_mockup` was asked for: kind, colour, poster id, BLANK, or "" for a sample. Raises NotFound."""
    kind, _, rest = item.partition(":")
    colour, _, poster_id = rest.partition(":")
    try:
        return ProductKind(kind), colour, poster_id
    except ValueError as error:
        raise NotFound("error-not-found") from error
