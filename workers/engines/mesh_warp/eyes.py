"""Blinks and glances: small pictures of each eye at a few lid and gaze positions, drawn when first needed."""

from dataclasses import dataclass, field

import cv2
import numpy as np

from workers.engines.contracts import Picture, Planes
from workers.engines.mesh_warp.axes import Axes, Floats, ease, spread_grid
from workers.engines.mesh_warp.landmarks import EYES
from workers.engines.mesh_warp.lips import read_line
from workers.engines.mesh_warp.pose import Pose
from workers.engines.planes import convert_picture, to_bytes

LEVELS = 8  # lid positions between open and closed
GAZE_STEP = 0.004  # eye distances between two drawn gazes
KEPT = 150  # pictures an eye keeps, about 50 kB each
LASH = np.array([28, 26, 32], np.float32)


@dataclass
class Eye:
    """One eye of a texture: where its picture lies and the lines of its lids, in face coordinates."""

    picture: Picture
    origin: tuple[int, int]
    grid: Floats  # texture pixel of every place
    down: Floats
    upper: Floats
    lower: Floats
    crease: Floats
    axes: Axes
    drawn: dict[tuple[int, int, int], Planes] = field(default_factory=dict)

    def show(self, texture: Planes, pose: Pose) -> None:
        """Puts the eye into the texture (whose chroma may have more channels)."""
        key = (round(pose.lid * LEVELS), round(pose.gaze[0] / GAZE_STEP), round(pose.gaze[1] / GAZE_STEP))
        patch = self.drawn.get(key)
        if patch is None:
            if len(self.drawn) >= KEPT:
                self.drawn.clear()
            picture = self.draw(key[0] / LEVELS, key[1] * GAZE_STEP, key[2] * GAZE_STEP)
            patch = self.drawn[key] = convert_picture(picture)
        x, y = self.origin
        rows, columns = self.down.shape
        texture.luma[y : y + rows, x : x + columns] = patch.luma
        texture.chroma[y // 2 : (y + rows) // 2, x // 2 : (x + columns) // 2, :2] = patch.chroma

    def draw(self, lid: float, right: float, low: float) -> Picture:
        """BGR of this eye, `lid` closed (0 … 1) and the iris moved."""
        ball = self._move_iris(right, low)
        if lid == 0:
            return to_bytes(ball)
        scale, gap = self.axes.scale, self.lower - self.upper
        wide = ease(gap, 0, 0.045)  # 0 at the corners and beyond
        edge = self.upper + lid * (0.88 * gap + 0.034 * wide)  # past the lower lid: its lashes hide where it ends
        floor = self.lower - lid * 0.12 * gap  # the lower lid comes a little of the way
        part = np.clip((self.down - self.crease) / np.maximum(edge - self.crease, 1e-4), 0, 1)
        skin = self.crease + (self.upper - self.crease) * part ** (1 + 0.5 * lid * wide)
        read = np.where(self.down < self.crease, self.down, np.where(self.down > edge, self.upper, skin))
        fold = 1 - 0.14 * lid * np.exp(-(((self.down - edge + 0.05) / 0.04) ** 2)) * wide
        lash = 0.62 * lid * np.exp(-(((self.down - edge + 0.006) / 0.009) ** 2)) * wide
        upper_lid = self._read((read - self.down) * scale) * (fold * (1 - lash))[..., None]
        upper_lid += LASH * lash[..., None]
        shadow = 1 - 0.30 * np.exp(-((np.maximum(self.down - edge, 0) / 0.03) ** 2)) * wide
        rise = self._read((self.lower - floor) * np.exp(-(((self.down - floor) / 0.06) ** 2)) * scale)
        below = ease(self.down - floor, -0.006, 0.006)[..., None]
        under = (ball * shadow[..., None]) * (1 - below) + rise * below
        hide = np.clip((edge - self.down) * scale / 1.5 + 0.5, 0, 1)[..., None]
        return to_bytes(under * (1 - hide) + upper_lid * hide)

    def _read(self, shift: Floats) -> Floats:
        return self._read_at(self.grid + shift[..., None] * self.axes.down)

    def _move_iris(self, right: float, low: float) -> Floats:
        rows, columns = self.down.shape
        x, y = self.origin
        whole = self.picture[y : y + rows, x : x + columns].astype(np.float32)
        if right == 0 and low == 0:
            return whole
        seen = ease(self.down - self.upper, 0.0, 0.014) * ease(self.lower - self.down, 0.0, 0.014)
        weight = (seen * ease(self.lower - self.upper, 0.0, 0.04))[..., None]
        shift = self.axes.stretch(np.array([right, low], np.float32))
        return self._read_at(self.grid - shift * weight)

    def _read_at(self, places: Floats) -> Floats:
        across, down = (np.ascontiguousarray(places[..., i], np.float32) for i in (0, 1))
        return np.asarray(cv2.remap(self.picture, across, down, cv2.INTER_CUBIC), np.float32)


def build_eyes(picture: Picture, points: Floats, axes: Axes) -> list[Eye]:
    """Both eyes of a texture."""
    return [_build_eye(picture, points, axes, lines) for lines in EYES]


def _build_eye(picture: Picture, points: Floats, axes: Axes, lines: tuple[tuple[int, ...], ...]) -> Eye:
    upper, lower, brow = (_sort(axes.locate(points[list(line)])) for line in lines)
    size = picture.shape[0]
    centre = points[list(lines[0] + lines[1]), :2].mean(0)
    low = np.clip(centre - np.array([0.36, 0.34], np.float32) * axes.scale, 0, size - 2).astype(int) // 2 * 2
    high = np.clip(centre + np.array([0.36, 0.24], np.float32) * axes.scale, 2, size).astype(int) // 2 * 2
    grid = spread_grid((low[0], low[1], high[0], high[1]), 1)
    place = axes.locate(grid)
    across, down = place[..., 0], place[..., 1]
    upper_line, lower_line, brow_line = (read_line(line, across) for line in (upper, lower, brow))
    lower_line = np.maximum(lower_line, upper_line)
    crease = upper_line - 0.70 * np.maximum(upper_line - brow_line, 0.05)
    return Eye(picture, (int(low[0]), int(low[1])), grid, down, upper_line, lower_line, crease, axes)


def _sort(line: Floats) -> Floats:
    return line[np.argsort(line[:, 0])]
