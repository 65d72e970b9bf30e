"""Prints a design on the picture of a blank product: warped by its map, shaded by its light.

Three files a product: `<kind>.webp`, the blank in white; `<kind>-mask.png`, where the product's colour goes (red) and
where the design goes (green); `<kind>-map.png`, which place of the design falls on each pixel, 16 bits, a quarter of
the size. `workers.engines.mockup.studio` makes the first two renders that they come from.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from db.products import ProductKind
from workers.engines.contracts import EngineCard, EngineError, Picture
from workers.engines.mockup.art import Art, shape_art
from workers.engines.poster.tone import to_light

Floats = NDArray[np.float32]
PLATES = Path(__file__).parent / "plates"
_INK = {ProductKind.TSHIRT: 0.97, ProductKind.MUG: 1.0}  # how much ink covers the product's colour
_SHEEN = {ProductKind.TSHIRT: 0.10, ProductKind.MUG: 0.30, ProductKind.PHONE_CASE: 0.22}  # light that dark goods keep


@dataclass(frozen=True)
class Plate:
    """A blank: its light (1 is the white of the product), where colour and design go, and the design's place."""

    photo: Floats
    tint: Floats
    print: Floats
    across: Floats
    down: Floats
    white: float  # the light that counts as the full white of the product


@lru_cache(maxsize=8)
def load_plate(kind: ProductKind) -> Plate:
    """Raises EngineError where a plate is missing."""
    files = [PLATES / f"{kind}.webp", PLATES / f"{kind}-mask.png", PLATES / f"{kind}-map.png"]
    photo, mask, place = (cv2.imread(str(path), cv2.IMREAD_UNCHANGED) for path in files)
    if photo is None or mask is None or place is None:
        raise EngineError(f"the plate of {kind} is missing in {PLATES}")
    rows, columns = photo.shape[:2]
    full = cv2.resize(place, (columns, rows), interpolation=cv2.INTER_LINEAR).astype(np.float32) / 65535
    cover = mask.astype(np.float32) / 255
    light, tint = (np.asarray(photo[..., :3] / np.float32(255), np.float32), np.asarray(cover[..., 2], np.float32))
    return Plate(
        photo=light,
        tint=tint,
        print=np.asarray(cover[..., 1], np.float32),
        across=np.ascontiguousarray(full[..., 2]),
        down=np.ascontiguousarray(full[..., 1]),
        white=_white(light, tint),
    )


class Mockups:
    """Draws products. Safe to call from a thread."""

    def card(self) -> EngineCard:
        return EngineCard("plates-1", "Apache-2.0", "cpu", "renders of our own")

    def draw(self, kind: ProductKind, colour: str, art: Art | None) -> bytes:
        """A JPEG of the product in `colour` (`#rrggbb`), blank or with the design on it. Raises EngineError."""
        plate = load_plate(kind)
        product = _tint(plate, colour, _SHEEN.get(kind, 0.0))
        if art is None:
            return _encode(product)
        design = _warp(shape_art(art, kind), plate)
        cover = (plate.print * _INK.get(kind, 1.0))[..., None]
        return _encode(product * (1 - cover) + _shade(design, plate) * cover)


def _encode(made: Floats) -> bytes:
    pixels = (made * 255).clip(0, 255).astype(np.uint8)
    return bytes(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 88])[1])


def _white(photo: Floats, tint: Floats) -> float:
    """The light that counts as the product's full white."""
    lit = photo[tint > 0.5]
    return float(np.percentile(lit.mean(-1), 88)) if lit.size else 1.0


def _tint(plate: Plate, colour: str, sheen: float) -> Floats:
    """The product in its colour; dark goods keep some light, or folds and glaze would be lost."""
    light = plate.photo / plate.white
    tone = to_light(colour) / 255
    glow = (
        np.clip(light.mean(-1, keepdims=True) - 0.86, 0, 1) * sheen * 4 + (light.mean(-1, keepdims=True) - 0.8) * sheen
    )
    dyed = light * tone + glow * (1 - tone)
    cover = plate.tint[..., None]
    return np.asarray(plate.photo * (1 - cover) + dyed * cover, np.float32)


def _warp(art: Picture, plate: Plate) -> Floats:
    rows, columns = art.shape[:2]
    shrink = plate.photo.shape[1] * 0.9 / columns
    if shrink < 1:  # larger than the picture can show: shrunk first, so that it does not shimmer
        art = np.asarray(cv2.resize(art, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), np.uint8)
        rows, columns = art.shape[:2]
    across, down = plate.across * (columns - 1), plate.down * (rows - 1)
    warped = cv2.remap(art, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped.astype(np.float32) / 255, np.float32)


def _shade(design: Floats, plate: Plate) -> Floats:
    """The light of the photograph on ink: shadows darken, highlights lie on top."""
    light = plate.photo / plate.white
    return np.asarray(design * np.minimum(light, 1.06) + np.clip(light - 1.02, 0, 1) * 0.7, np.float32)
