"""The lines of a mouth at rest, as functions of the place across it."""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.mesh_warp.axes import Axes, Floats
from workers.engines.mesh_warp.landmarks import CHIN, LOWER_INNER, LOWER_OUTER, UPPER_INNER, UPPER_OUTER

SHUT = 0.03  # a gap under this (in eye distances) is a closed mouth whose line the picture itself shows


@dataclass(frozen=True)
class Lips:
    """Lip lines as points (left to right) in face coordinates."""

    upper: Floats  # inner edge of the upper lip
    lower: Floats
    upper_outer: Floats
    lower_outer: Floats
    chin: float

    @property
    def centre(self) -> float:
        return float(self.upper[0, 0] + self.upper[-1, 0]) / 2

    @property
    def half_width(self) -> float:
        return float(self.upper[-1, 0] - self.upper[0, 0]) / 2

    @property
    def gap(self) -> float:
        """How far the lips stand apart at rest, in the middle."""
        middle = np.array([self.centre], np.float32)
        return float(read_line(self.lower, middle)[0] - read_line(self.upper, middle)[0])

    @property
    def depth(self) -> float:
        """From the mouth to the chin."""
        return self.chin - float(read_line(self.lower, np.array([self.centre], np.float32))[0])


def read_line(line: Floats, across: Floats) -> Floats:
    """The height of a lip line at each place across."""
    return np.interp(across, line[:, 0], line[:, 1]).astype(np.float32)


def find_lips(points: Floats, axes: Axes, grey: Floats) -> Lips:
    """Lips from the mesh; a closed mouth's line is moved onto the dark seam that the picture shows."""
    upper, lower = axes.locate(points[list(UPPER_INNER)]), axes.locate(points[list(LOWER_INNER)])
    if float((lower[3:8, 1] - upper[3:8, 1]).mean()) < SHUT:
        upper = lower = follow_seam((upper + lower) / 2, axes, grey)
    else:
        lower = np.column_stack([lower[:, 0], np.maximum(lower[:, 1], upper[:, 1])]).astype(np.float32)
    outer = axes.locate(points[list(UPPER_OUTER)]), axes.locate(points[list(LOWER_OUTER)])
    return Lips(upper, lower, outer[0], outer[1], float(axes.locate(points[CHIN])[1]))


def follow_seam(line: Floats, axes: Axes, grey: Floats) -> Floats:
    """The darkest smooth path near a line (dynamic programming), at 41 places from corner to corner."""
    across = np.linspace(line[0, 0], line[-1, 0], 41, dtype=np.float32)
    offsets = np.linspace(-0.05, 0.05, 41, dtype=np.float32)
    height = read_line(line, across)
    places = np.stack(np.broadcast_arrays(across[:, None], height[:, None] + offsets), -1)
    pixels = axes.origin + axes.stretch(places)
    shade = cv2.remap(grey, pixels[..., 0], pixels[..., 1], cv2.INTER_LINEAR) / 255
    cost = shade + 2.0 * np.abs(offsets)
    steps = 12.0 * np.abs(offsets[:, None] - offsets[None])
    total, back = cost[0], []
    for row in cost[1:]:
        choice = total[:, None] + steps
        back.append(choice.argmin(0))
        total = choice.min(0) + row
    path = [int(total.argmin())]
    for chosen in reversed(back):
        path.append(int(chosen[path[-1]]))
    found = height + cv2.GaussianBlur(offsets[path[::-1]][None], (0, 0), 1.5)[0]
    return np.column_stack([across, found]).astype(np.float32)
