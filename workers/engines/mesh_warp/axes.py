"""A face's own coordinates: origin between the mouth corners, x along the eyes, eye distance = 1."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workers.engines.mesh_warp.landmarks import EYE_CORNERS, MOUTH_CORNERS

Floats = NDArray[Any]  # float32; OpenCV declares wider types than it returns


@dataclass(frozen=True)
class Axes:
    """`across` and `down` are unit vectors in pixels; `scale` is pixels in one eye distance."""

    origin: Floats
    across: Floats
    down: Floats
    scale: float

    def locate(self, points: Floats) -> Floats:
        """Pixels (…, ≥2) → face coordinates (…, 2)."""
        away = (np.asarray(points, np.float32)[..., :2] - self.origin) / self.scale
        return np.stack([away @ self.across, away @ self.down], -1)

    def stretch(self, field: Floats) -> Floats:
        """Displacements in face coordinates → pixels."""
        turn = np.stack([self.across, self.down]) * self.scale
        return (field.astype(np.float32) @ turn).astype(np.float32)


def find_axes(points: Floats) -> Axes:
    """The coordinates of a face measured as 468 points."""
    left, right = points[EYE_CORNERS[0], :2], points[EYE_CORNERS[1], :2]
    scale = float(np.linalg.norm(right - left))
    across = ((right - left) / scale).astype(np.float32)
    origin = points[list(MOUTH_CORNERS), :2].mean(0)
    return Axes(origin, across, np.array([-across[1], across[0]], np.float32), scale)


def ease(values: Floats, start: Floats | float, end: Floats | float) -> Floats:
    """0 before `start`, 1 after `end`, smooth between."""
    part = np.clip((values - start) / (end - start), 0, 1)
    return np.asarray(part * part * (3 - 2 * part), np.float32)


def spread_grid(box: tuple[int, int, int, int], step: int) -> Floats:
    """Pixel centres of a box (x0, y0, x1, y1), one every `step` pixels: rows × columns × 2."""
    x0, y0, x1, y1 = box
    across = np.arange((x1 - x0) // step, dtype=np.float32) * step + (step - 1) / 2 + x0
    down = np.arange((y1 - y0) // step, dtype=np.float32) * step + (step - 1) / 2 + y0
    return np.stack(np.meshgrid(across, down), -1)


def list_pixels(shape: tuple[int, ...]) -> tuple[Floats, Floats]:
    """Column and row of every pixel, as two planes."""
    rows, columns = np.indices(shape[:2])
    return columns.astype(np.float32), rows.astype(np.float32)
