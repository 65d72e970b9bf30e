"""What a tall film shows above and below its square: the picture's own edges, run on, out of focus and into dusk."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Plane, Planes
from workers.engines.film.layout import Layout
from workers.engines.planes import BLACK, to_bytes

DEPTH = 0.80  # how much of the light is gone at the film's edges
SEAM = 0.06  # of the side: in these rows the picture turns into its ground
SMALL = 8  # the blur is computed this much smaller


@dataclass(frozen=True)
class Ground:
    """The ground, and the share of the picture in each of its first rows, for luma and for chroma."""

    planes: Planes
    top: int
    seams: tuple[NDArray[np.float32], NDArray[np.float32]]

    def set_in(self, square: Planes) -> Planes:
        """The square in its place on the ground."""
        frame = self.planes.copy()
        _set_in(frame.luma, square.luma, self.top, self.seams[0])
        _set_in(frame.chroma, square.chroma, self.top // 2, self.seams[1])
        return frame


def _set_in(whole: Plane, square: Plane, top: int, seam: NDArray[np.float32]) -> None:
    under, rows, side = whole[top : top + len(square)], len(seam), len(square)
    share = seam.reshape(-1, *[1] * (square.ndim - 1))
    upper = under[:rows] + (square[:rows].astype(np.float32) - under[:rows]) * share
    lower = under[-rows:] + (square[-rows:].astype(np.float32) - under[-rows:]) * share[::-1]
    under[rows : side - rows] = square[rows:-rows]
    under[:rows], under[-rows:] = upper, lower


def make_ground(still: Planes, layout: Layout) -> Ground | None:
    """The ground of a film in which `still` is the performance at rest; None where the square fills the film."""
    if layout.height == layout.side:
        return None
    rows = round(layout.side * SEAM) // 2 * 2
    below = layout.height - layout.side - layout.top
    planes = Planes(
        _run_on(still.luma, layout.top, below, BLACK), _run_on(still.chroma, layout.top // 2, below // 2, 128)
    )
    seams = tuple(np.linspace(0, 1, count, dtype=np.float32) for count in (rows, rows // 2))
    return Ground(planes, layout.top, (seams[0], seams[1]))


def _run_on(plane: Plane, above: int, below: int, dark: int) -> Plane:
    """The plane with its first and last rows repeated, blurred, and drawn towards `dark` at both ends."""
    longer = cv2.copyMakeBorder(plane, above, below, 0, 0, cv2.BORDER_REPLICATE)
    height, width = longer.shape[:2]
    small = cv2.resize(longer, (width // SMALL, height // SMALL), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(
        cv2.GaussianBlur(small, (0, 0), small.shape[1] / 26), (width, height), interpolation=cv2.INTER_LINEAR
    )
    row = np.arange(height)
    away = np.clip(np.maximum((above - row) / above, (row - height + 1 + below) / below), 0, 1)
    light = (1 - DEPTH * away**1.15).reshape(-1, *[1] * (plane.ndim - 1))
    return to_bytes(dark + (soft.astype(np.float32) - dark) * light)
