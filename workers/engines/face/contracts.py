"""What a face engine is: finding faces, measuring them, telling whose they are, and judging a photo's decency.

All may be called from several threads at once.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import EngineCard, Picture

Vector = NDArray[np.float32]  # of length 1


@dataclass(frozen=True)
class Face:
    """A face in picture pixels: box (x, y, width, height), five points (eyes, nose, mouth corners), score."""

    box: NDArray[np.float32]
    points: NDArray[np.float32]
    score: float

    @property
    def width(self) -> float:
        return float(self.box[2])


@dataclass(frozen=True)
class Mesh:
    """478 points (x, y, z) in picture pixels; z grows away from the viewer. `presence` is 0 … 1.

    The first 468 are the face, its lids exact; then five of each iris (centre, right, top, left, bottom).
    """

    points: NDArray[np.float32]
    presence: float

    @property
    def width(self) -> float:
        """Pixels between the outermost points of the cheeks."""
        return float(np.ptp(self.points[:, 0]))


class FaceDetector(Protocol):
    """Picture → faces."""

    def find_faces(self, picture: Picture) -> list[Face]:
        """Every face of the picture, largest first."""


class FaceMesher(Protocol):
    """Face → its shape."""

    def measure_face(self, picture: Picture, face: Face) -> Mesh: ...


class FaceEmbedder(Protocol):
    """Face → a vector that tells people apart. Vectors of two engines say nothing about each other.

    `likeness.py` turns cosines into percents; its scale was measured with one engine, and another needs its own.
    """

    size: int  # numbers in a vector

    def card(self) -> EngineCard: ...

    def align(self, picture: Picture, face: Face) -> Picture:
        """The face upright, as `embed` wants it: 112 × 112 pixels, BGR."""

    def embed(self, aligned: Picture) -> Vector:
        """The vector of an aligned face."""


class DecencyJudge(Protocol):
    """Picture → whether it is fit to be looked at."""

    def card(self) -> EngineCard: ...

    def is_indecent(self, picture: Picture) -> bool: ...
