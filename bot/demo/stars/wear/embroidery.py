"""Patterns sewn on a doʻppi, painted into a picture that is wrapped around it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.demo.stars.body.figure import Floats

WIDTH, HEIGHT = 2048, 512


class Canvas:
    """The unrolled cap: `u` runs once around it, `v` from rim to crown."""

    def __init__(self, ground: tuple[float, float, float]) -> None:
        self.rows, self.columns = np.mgrid[0:HEIGHT, 0:WIDTH]
        self.u, self.v = self.columns / WIDTH, self.rows / HEIGHT
        self.picture: Floats = np.tile(np.array(ground), (HEIGHT, WIDTH, 1))

    def sew(self, where: NDArray[np.bool_], thread: tuple[float, float, float]) -> None:
        """Covers with thread, whose twist shows as a fine change of tone."""
        twist = 0.75 + 0.25 * np.sin(self.columns * 0.9 + self.rows * 0.45) ** 2
        cover = (where * twist)[..., None]
        self.picture = self.picture * (1 - cover) + np.array(thread) * cover


def embroider(hat: dict[str, Any]) -> Floats:
    """The picture of a cap in the style `almond` or `cross_stitch` (rows × columns × 3, linear)."""
    canvas = Canvas(hat["col"])
    {"almond": sew_almonds, "cross_stitch": sew_crosses}[hat["style"]](canvas, hat)
    return canvas.picture


def sew_almonds(canvas: Canvas, hat: dict[str, Any]) -> None:
    """White on black: arches along the rim, an almond on each of the four sides, dots between."""
    u, v, thread = canvas.u, canvas.v, hat["thread"]
    arch = 0.22 - 0.9 * ((u * 16) % 1 - 0.5) ** 2
    canvas.sew(np.abs(v - arch - 0.03) < 0.016, thread)
    canvas.sew(np.abs(v - arch + 0.05) < 0.010, thread)
    canvas.sew((v < 0.035) & (v > 0.012), thread)
    side, rise = ((u * 4 + 0.5) % 1 - 0.5) * 2.6, (v - 0.36) / 0.56
    inside = (rise > 0.02) & (rise < 0.99)
    bend = side + 0.30 * np.clip(rise, 0, 1.2) ** 2.2 - 0.05
    wide = 0.30 * np.sin(np.pi * np.clip(rise, 0, 1) ** 0.62) ** 0.8
    edge = np.abs(bend) / np.maximum(wide, 0.02)
    canvas.sew(inside & (edge < 1) & (edge > 0.74), thread)
    canvas.sew(inside & (edge < 0.50) & (edge > 0.32) & (rise < 0.8), thread)
    canvas.sew((bend / 0.08) ** 2 + ((rise - 0.28) / 0.10) ** 2 < 1, thread)
    for place in (-0.72, 0.72):
        canvas.sew(((side - place) / 0.07) ** 2 + ((rise - 0.25) / 0.09) ** 2 < 1, thread)
    for number in range(-3, 4):
        bead = (bend - 1.22 * wide * np.sign(number + 0.1)) / 0.022
        canvas.sew(inside & (bead**2 + ((rise - 0.12 - 0.11 * abs(number)) / 0.028) ** 2 < 1), thread)


def sew_crosses(canvas: Canvas, hat: dict[str, Any]) -> None:
    """Bright cross-stitched diamonds all around."""
    palette = hat["palette"]
    column, row = np.floor(canvas.u * 128), np.floor(canvas.v * 24)
    distance = np.abs(column % 16 - 8) + np.abs(row % 12 - 6) * 1.2
    ring = np.floor(distance / 2.2).astype(int) % len(palette)
    for number, thread in enumerate(palette):
        canvas.sew(ring == number, thread)
    canvas.sew(canvas.v < 0.06, hat["col"])
    canvas.sew((canvas.v > 0.02) & (canvas.v < 0.045), hat["thread"])
