"""What an engine gets to draw a poster from, and what it gives back."""

from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bot.posters.designs import BLEED_MM, DESIGNS, SIZES, Design, Palette
from workers.engines.contracts import EngineCard, Picture

Matte = NDArray[np.uint8]  # height × width, 255 where the person is


@dataclass(frozen=True)
class Cutout:
    """A square picture and the matte of the person in it."""

    picture: Picture
    matte: Matte


@dataclass(frozen=True)
class Sheet:
    """A poster as asked for: its look, and every word that stands on it."""

    design: str
    palette: str
    size: str
    recipient: str
    words: str
    artist: str
    line: str  # a short line beside the artist's name
    mark: str  # says that a machine made it
    origin: str  # who agreed, and where to read more
    page: str  # the address behind the QR code

    @property
    def layout(self) -> Design:
        return DESIGNS[self.design]

    @property
    def colours(self) -> Palette:
        return DESIGNS[self.design].palettes[self.palette]

    @property
    def trim_mm(self) -> tuple[int, int]:
        return SIZES[self.size]

    @property
    def scale(self) -> float:
        """How much larger than A4; designs are drawn in millimetres of A4."""
        return SIZES[self.size][0] / SIZES["a4"][0]


@dataclass(frozen=True)
class Ground:
    """The sheet in pixels, bleed included: `dot` pixels to a millimetre of A4, `edge` pixels of bleed."""

    width: int
    height: int
    dot: float
    edge: float

    def at(self, millimetres: float) -> int:
        """Where a coordinate of the A4 drawing lies on this sheet."""
        return round(self.edge + millimetres * self.dot)


def measure_ground(sheet: Sheet, dpi: int) -> Ground:
    pixel = dpi / 25.4
    width, height = (round((side + 2 * BLEED_MM) * pixel) for side in sheet.trim_mm)
    return Ground(width, height, pixel * sheet.scale, BLEED_MM * pixel)


@dataclass(frozen=True)
class Printed:
    """The print files: a PDF with trim and bleed boxes, and a PNG at 300 dpi with the bleed on it."""

    pdf: bytes
    png: bytes
    stages: dict[str, float] = field(default_factory=dict)


class PosterEngine(Protocol):
    """Portrait + Sheet → poster. Blocking; safe to call from a thread. Raises EngineError."""

    def card(self) -> EngineCard: ...

    def cut(self, picture: Picture, key: str) -> Cutout:
        """The person of a portrait; kept under `key`. Raises PortraitRefused."""

    def preview(self, sheet: Sheet, cutout: Cutout) -> bytes:
        """A JPEG for the screen, trimmed."""

    def print(self, sheet: Sheet, cutout: Cutout) -> Printed: ...

    def measure(self, sheet: Sheet) -> list[dict[str, Any]]:
        """Every text box as it was measured: millimetres and points."""
