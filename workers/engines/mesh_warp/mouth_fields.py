"""How each mouth movement displaces the skin: smooth fields over the region around the mouth.

Upper and lower face are two layers cut along the lip line. Beyond the corners both move alike, so the cut
never shows; at the region's edge every field fades to nothing.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.mesh_warp.axes import Axes, Floats, ease, spread_grid
from workers.engines.mesh_warp.layer import Places
from workers.engines.mesh_warp.lips import Lips, read_line
from workers.engines.mesh_warp.pose import Pose

Box = tuple[int, int, int, int]
CORNER = 0.20  # share of the jaw's drop that reaches the mouth corners
STEP = 3  # fields are kept at every third texture pixel


@dataclass
class LayerField:
    """One layer's displacement fields, (movements, 2, rows, columns) in texture pixels."""

    fields: Floats
    box: Box
    columns: Floats
    rows: Floats

    def trace_back(self, amounts: list[float]) -> tuple[Floats, Floats]:
        """Where to read from (backward displacement, two planes), by two fixed-point steps."""
        flat = self.fields.reshape(len(amounts), -1)
        forward = (np.asarray(amounts, np.float32) @ flat).reshape(self.fields.shape[1:])
        across, down = -forward
        for _ in range(2):
            at = self.columns + across / STEP, self.rows + down / STEP
            across, down = (-_sample(plane, *at) for plane in forward)
        return across, down

    def follow(self, amounts: list[float], places: Places) -> Places:
        """The head's places moved on by this layer's movement."""
        across, down = self.trace_back(amounts)
        x = (places.across - (self.box[0] + (STEP - 1) / 2)) * (1 / STEP)
        y = (places.down - (self.box[1] + (STEP - 1) / 2)) * (1 / STEP)
        return places.shift(_sample(across, x, y), _sample(down, x, y))


def _sample(plane: Floats, across: Floats, down: Floats) -> Floats:
    return np.asarray(cv2.remap(plane, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT))


def upper_amounts(pose: Pose) -> list[float]:
    return [pose.part, pose.wide, pose.shut_upper, pose.bare_upper, pose.full]


def lower_amounts(pose: Pose) -> list[float]:
    return [pose.part, pose.wide, pose.shut_lower, pose.bare_lower, pose.full, pose.jaw]


def find_box(axes: Axes, size: int) -> Box:
    """The region that mouth movements reach, on even pixels inside the texture."""
    x, y = axes.origin
    reach = np.array([x - 0.98 * axes.scale, y - 0.52 * axes.scale, x + 0.98 * axes.scale, y + 1.22 * axes.scale])
    x0, y0, x1, y1 = (int(v) // 12 * 12 for v in np.clip(reach, 0, size))
    return x0, y0, x1, y1


def build_fields(lips: Lips, axes: Axes, size: int) -> tuple[LayerField, LayerField]:
    """Fields of the upper and the lower layer, for a texture of `size` pixels square."""
    box = find_box(axes, size)
    place = axes.locate(spread_grid(box, STEP))
    mouth = _Mouth(place[..., 0], place[..., 1], lips)
    window = _soften_edges(*place.shape[:2])
    columns, rows = np.meshgrid(*(np.arange(n, dtype=np.float32) for n in place.shape[1::-1]))

    def finish(fields: list[Floats]) -> LayerField:
        pixels = axes.stretch(np.stack(fields) * window[..., None])
        return LayerField(np.ascontiguousarray(np.moveaxis(pixels, -1, 1)), box, columns, rows)

    return finish(_upper_fields(mouth)), finish(_lower_fields(mouth))


class _Mouth:
    """Distances that the fields are written in, for every place of the grid."""

    def __init__(self, across: Floats, down: Floats, lips: Lips) -> None:
        self.lips = lips
        self.across = across
        self.reach = (across - lips.centre) / lips.half_width  # −1 … 1 between the corners
        self.inside = np.abs(self.reach) <= 1
        self.beyond = np.maximum(np.abs(self.reach) - 1, 0) * lips.half_width
        self.cap = np.clip(1 - self.reach**2, 0, 1)
        self.tail = CORNER * np.exp(-((self.beyond / 0.26) ** 2))
        upper, lower = read_line(lips.upper, across), read_line(lips.lower, across)
        self.half_gap = (lower - upper) / 2 * self.inside
        self.above = np.maximum(upper - down, 0)
        self.below = np.maximum(down - lower, 0)
        self.upper_flesh = np.maximum(upper - read_line(lips.upper_outer, across), 0.02)
        self.lower_flesh = np.maximum(read_line(lips.lower_outer, across) - lower, 0.02)

    def pinch(self) -> Floats:
        """Corners drawn in a little as the jaw drops."""
        outside = np.sign(self.reach) * np.exp(-((self.beyond / 0.2) ** 2))
        return np.asarray(-0.10 * np.where(self.inside, self.reach**3, outside))

    def widen(self, off: Floats) -> Floats:
        """Corners apart, and up a little; `off` is the distance from the lip."""
        outside = np.sign(self.reach) * np.exp(-((self.beyond / 0.30) ** 2))
        slide = np.where(self.inside, self.reach, outside) * self.lips.half_width * _fade(off, 0.40)
        return np.stack([slide, -0.18 * np.abs(slide)], -1)

    def swell(self, off: Floats, flesh: Floats) -> Floats:
        """The lip's outer border away from its inner line, by its own thickness."""
        depth = off / flesh
        return flesh * np.where(depth < 1, depth, np.exp(-(((depth - 1) / 1.3) ** 2))) * self.cap


def _upper_fields(mouth: _Mouth) -> list[Floats]:
    off = mouth.above
    lift = np.where(mouth.inside, CORNER * mouth.reach**2, mouth.tail) - 0.05 * mouth.cap
    return [
        np.stack([mouth.pinch() * _fade(off, 0.3), lift * _fade(off, 0.24)], -1),
        mouth.widen(off),
        _upright(mouth.half_gap * _fade(off, 0.16)),
        _upright(-mouth.cap * _fade(off, 0.22)),
        _upright(-mouth.swell(off, mouth.upper_flesh)),
    ]


def _lower_fields(mouth: _Mouth) -> list[Floats]:
    off, depth = mouth.below, mouth.lips.depth
    sink = ease(off, 0, depth * 0.6)
    end = 1 - ease(off, depth * 0.95, depth * 0.95 + 0.6)
    drop = np.where(mouth.inside, CORNER + (1 - CORNER) * np.sqrt(mouth.cap) ** 1.2, mouth.tail)
    cheek = np.exp(-((np.abs(mouth.across - mouth.lips.centre) / 0.60) ** 4))
    return [
        np.stack([mouth.pinch() * _fade(off, 0.3), drop * (1 - sink) * end], -1),
        mouth.widen(off),
        _upright(-mouth.half_gap * _fade(off, 0.16)),
        _upright(mouth.cap * _fade(off, 0.22)),
        _upright(mouth.swell(off, mouth.lower_flesh)),
        _upright(cheek * sink * end),
    ]


def _fade(off: Floats, width: float) -> Floats:
    return np.exp(-((off / width) ** 2)).astype(np.float32)


def _upright(amount: Floats) -> Floats:
    return np.stack([np.zeros_like(amount), amount], -1)


def _soften_edges(rows: int, columns: int) -> Floats:
    """1 in the middle, 0 at the border: nothing moves where the region meets the rest."""

    def ramp(count: int, start: float, end: float) -> Floats:
        steps = np.arange(count, dtype=np.float32)
        return np.asarray(ease(steps, 0, count * start) * (1 - ease(steps, count * (1 - end), count - 1)))

    window: Floats = ramp(rows, 0.14, 0.10)[:, None] * ramp(columns, 0.14, 0.14)[None]
    return window
