"""Turning, nodding, leaning and breathing: one smooth map of where each output pixel reads the portrait."""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.mesh_warp.axes import Axes, Floats, ease
from workers.engines.mesh_warp.landmarks import BROWS, CHIN, EYE_CORNERS, FACE_POINTS
from workers.engines.mesh_warp.layer import Places
from workers.engines.mesh_warp.pose import Pose

COARSE = 4  # output pixels between two places of the basis


@dataclass
class Head:
    """Backward displacement fields, (movements, 2, rows, columns) in texture pixels, at a coarse grid."""

    fields: Floats
    rest: Places  # where the portrait itself is read

    def map_places(self, pose: Pose) -> Places:
        """Where every second output pixel reads the texture."""
        amounts = np.array(
            [pose.yaw, pose.pitch, pose.roll, pose.slide[0], pose.slide[1], pose.brow, pose.breath], np.float32
        )
        coarse = (amounts @ self.fields.reshape(len(amounts), -1)).reshape(self.fields.shape[1:])
        across, down = (
            cv2.resize(plane, None, fx=COARSE // 2, fy=COARSE // 2, interpolation=cv2.INTER_LINEAR) for plane in coarse
        )
        return self.rest.shift(across, down)


def build_head(points: Floats, axes: Axes, texture: int, output: int) -> Head:
    """Fields for a square texture shown on a square of `output` pixels."""
    grid = _spread_output(texture, output, COARSE)
    place = axes.locate(grid)
    across, down = place[..., 0], place[..., 1]
    chin = float(axes.locate(points[CHIN])[1])
    eyes = float(axes.locate(points[list(EYE_CORNERS)])[:, 1].mean())
    depth = _spread_depth(points, axes, grid) + 0.75
    hold = 1 - ease(down, chin - 0.05, chin + 1.05)  # the neck bends, the shoulders stay
    nearby = np.sqrt((across / 1.6) ** 2 + ((down - eyes - 0.1) / 2.2) ** 2)
    weight = hold * (1 - ease(nearby, 0.85, 1.6))
    ones, none = np.ones_like(across), np.zeros_like(across)
    pivot = chin + 0.45
    brows = np.zeros_like(across)
    for x, y in axes.locate(points[list(BROWS)]):
        brows += np.exp(-((across - x) ** 2 / 0.022 + (down - y + 0.02) ** 2 / 0.016))
    shoulders = ease(down, chin + 0.3, chin + 1.2)
    fields = [
        np.stack([depth * weight, none], -1),
        np.stack([none, depth * weight], -1),
        np.stack([(pivot - down) * weight, across * weight], -1),
        np.stack([ones * weight, none], -1),
        np.stack([none, ones * weight], -1),
        np.stack([none, -np.clip(brows, 0, 1)], -1),
        np.stack([none, -shoulders], -1),
    ]
    planar = np.ascontiguousarray(np.moveaxis(-axes.stretch(np.stack(fields)), -1, 1))
    rest = _spread_output(texture, output, 2)
    return Head(planar, Places(rest[..., 0].copy(), rest[..., 1].copy()))


def _spread_output(texture: int, output: int, step: int) -> Floats:
    """Texture pixel under every `step`-th output pixel when nothing moves."""
    spot = (np.arange(output // step, dtype=np.float32) + 0.5) * step * (texture / output) - 0.5
    return np.stack(np.meshgrid(spot, spot), -1)


def _spread_depth(points: Floats, axes: Axes, grid: Floats) -> Floats:
    """Nearness to the viewer in eye distances; beyond the face it falls away smoothly."""
    points = points[:FACE_POINTS]
    near = -points[:, 2] / axes.scale
    back = float(np.percentile(near, 8)) - 0.15
    from scipy.interpolate import LinearNDInterpolator  # seconds to import, so not before a face is built

    found = LinearNDInterpolator(points[:, :2], near, fill_value=back)(grid[..., 0], grid[..., 1])
    step = float(grid[0, 1, 0] - grid[0, 0, 0])
    return np.asarray(cv2.GaussianBlur(found.astype(np.float32), (0, 0), 0.16 * axes.scale / step))
