"""Film grain, so faint that it is felt and not seen: warped skin keeps a photograph's texture."""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.contracts import Plane, Planes

SHEETS = 3  # different ones, each shown for two frames
STRENGTH = 1.1  # spread, of 255
SIZE_OF_GRAIN = 0.8  # pixels


@dataclass
class Grain:
    """Sheets of (what is added, what is taken away)."""

    sheets: list[tuple[Plane, Plane]]

    def lay(self, frame: Planes, number: int) -> None:
        """Lays the sheet of frame `number`."""
        more, less = self.sheets[number // 2 % SHEETS]
        frame.luma[:] = cv2.subtract(cv2.add(frame.luma, more), less)


def make_grain(width: int, height: int) -> Grain:
    """Grain for frames of this size in pixels; always the same."""
    random = np.random.default_rng(20)
    sheets = []
    for _ in range(SHEETS):
        noise = cv2.GaussianBlur(random.standard_normal((height, width)).astype(np.float32), (0, 0), SIZE_OF_GRAIN)
        noise = np.rint(noise * (STRENGTH / float(noise.std()))).clip(-4, 4)
        sheets.append((np.maximum(noise, 0).astype(np.uint8), np.maximum(-noise, 0).astype(np.uint8)))
    return Grain(sheets)
