"""The lines of a mouth at rest, as functions of the place across it."""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.contracts import Picture
from workers.engines.mesh_warp.axes import Axes, Floats
from workers.engines.mesh_warp.landmarks import CHIN, LOWER_INNER, LOWER_OUTER, UPPER_INNER, UPPER_OUTER

RED_ENOUGH = 7.0  # of 255 in Lab: less contrast than this between lips and teeth decides nothing
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


def find_lips(points: Floats, axes: Axes, picture: Picture) -> Lips:
    """Lips from the mesh, their inner lines moved to where the picture shows them.

    A closed mouth has a dark seam; an open one has teeth, which are less red than lips.
    """
    upper, lower = axes.locate(points[list(UPPER_INNER)]), axes.locate(points[list(LOWER_INNER)])
    if float((lower[3:8, 1] - upper[3:8, 1]).mean()) < SHUT:
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32)
        upper = lower = follow_seam((upper + lower) / 2, axes, grey)
    else:
        upper, lower = follow_teeth(upper, lower, axes, picture)
    outer = axes.locate(points[list(UPPER_OUTER)]), axes.locate(points[list(LOWER_OUTER)])
    return Lips(upper, lower, outer[0], outer[1], float(axes.locate(points[CHIN])[1]))


def follow_teeth(upper: Floats, lower: Floats, axes: Axes, picture: Picture) -> tuple[Floats, Floats]:
    """The lines where red lips end and teeth or dark begin; the mesh's own lines where colours do not tell."""
    red = cv2.extractChannel(cv2.cvtColor(picture, cv2.COLOR_BGR2LAB), 1)
    across = np.linspace(upper[0, 0], upper[-1, 0], 41, dtype=np.float32)
    lines = [read_line(line, across) for line in (upper, lower)]
    middle, half = (lines[0] + lines[1]) / 2, np.maximum((lines[1] - lines[0]) / 2, 1e-3)
    steps = np.linspace(0, 0.10, 51, dtype=np.float32)  # from the middle outwards, eye distances
    trust = np.clip(half / 0.02, 0, 1) * np.sin(np.linspace(0, np.pi, 41)) ** 0.5  # corners keep the mesh
    found = []
    for sign, line in ((-1.0, lines[0]), (1.0, lines[1])):
        places = np.stack(np.broadcast_arrays(across[:, None], middle[:, None] + sign * steps), -1)
        pixels = (axes.origin + axes.stretch(places)).astype(np.float32)
        shade = cv2.remap(red, pixels[..., 0].copy(), pixels[..., 1].copy(), cv2.INTER_LINEAR).astype(np.float32)
        inside = float(np.median(shade[10:31, :6]))
        lip = float(np.percentile(shade[10:31], 85))
        if lip - inside < RED_ENOUGH:
            found.append(line)
            continue
        edge = middle + sign * steps[(shade > (lip + inside) / 2).argmax(1)]
        shift = np.clip(edge - line, -0.035, 0.035) * trust
        shift = cv2.medianBlur(shift.astype(np.float32)[None], 5)[0]
        found.append(line + cv2.GaussianBlur(shift[None], (0, 0), 1.2)[0])
    top, bottom = found[0], np.maximum(found[1], found[0])
    return np.column_stack([across, top]).astype(np.float32), np.column_stack([across, bottom]).astype(np.float32)


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
