"""A poster cut to the shape of the thing that it is printed on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.posters.designs import Palette
from db.products import ProductKind
from workers.engines.contracts import Picture
from workers.engines.mockup.stickers import lay_stickers
from workers.engines.poster import Cutout
from workers.engines.poster.tone import to_bgr

_SHAPES = {ProductKind.MUG: 0.75 / 0.918, ProductKind.PHONE_CASE: 1.62 / 0.78}  # height over width of the print


@dataclass(frozen=True)
class Art:
    """What there is to print: the trimmed poster, and the parts that it was made of."""

    poster: Picture
    cutout: Cutout
    palette: Palette
    recipient: str
    design: str


def shape_art(art: Art, kind: ProductKind) -> Picture:
    """The design in the shape of the product's print."""
    if kind is ProductKind.STICKERS:
        return lay_stickers(art.poster, art.cutout, art.palette, art.recipient)
    if kind not in _SHAPES:
        return art.poster
    rows, columns = art.poster.shape[:2]
    if rows / columns > _SHAPES[kind]:
        return _widen(art, round(rows / _SHAPES[kind]))
    return _heighten(art, round(columns * _SHAPES[kind]))


def _ground(art: Art) -> tuple[int, int, int]:
    return to_bgr(art.palette.accent if art.design == "ikat" else art.palette.paper)


def _widen(art: Art, width: int) -> Picture:
    """The poster in the middle, its ground going on to both sides."""
    rows, columns = art.poster.shape[:2]
    left = (width - columns) // 2
    wide = np.empty((rows, width, 3), np.uint8)
    wide[:] = _ground(art)
    wide[:, left : left + columns] = art.poster
    if art.design != "ikat":  # the ground of a sheet has grain and light: the join is softened
        ease = max(8, columns // 12)
        ramp = np.linspace(0, 1, ease, dtype=np.float32)[None, :, None]
        _blend(wide[:, left : left + ease], ramp, _ground(art))
        _blend(wide[:, left + columns - ease : left + columns], ramp[:, ::-1], _ground(art))
    return wide


def _heighten(art: Art, height: int) -> Picture:
    """The poster at the foot, its ground going on above it, where the camera is."""
    rows, columns = art.poster.shape[:2]
    above = height - rows
    tall = np.empty((height, columns, 3), np.uint8)
    tall[:] = _ground(art)
    tall[above:] = art.poster
    if art.design != "ikat":
        ease = rows // 40
        _blend(tall[above : above + ease], np.linspace(0, 1, ease, dtype=np.float32)[:, None, None], _ground(art))
    return tall


def _blend(part: Picture, share: NDArray[np.float32], colour: tuple[int, int, int]) -> None:
    """Lets one colour fade into a part of a picture, in place."""
    part[:] = (part.astype(np.float32) * share + np.array(colour, np.float32) * (1 - share)).astype(np.uint8)
