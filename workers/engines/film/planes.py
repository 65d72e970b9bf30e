"""Pictures as video keeps them: a luma plane and half-size chroma, so that every frame is half the pixels."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture

Plane = NDArray[Any]  # uint8; OpenCV declares wider types than it returns
BLACK = 16  # limited range: what video players expect


@dataclass
class Planes:
    """`luma` H × W and `chroma` H/2 × W/2 × 2 (blue, red), BT.709 limited range; H and W are even."""

    luma: Plane
    chroma: Plane

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.luma.shape[1], self.luma.shape[0]

    def copy(self) -> "Planes":
        return Planes(self.luma.copy(), self.chroma.copy())

    def crop(self, box: tuple[int, int, int, int]) -> "Planes":
        """A view of the even box (x0, y0, x1, y1)."""
        x0, y0, x1, y1 = box
        return Planes(self.luma[y0:y1, x0:x1], self.chroma[y0 // 2 : y1 // 2, x0 // 2 : x1 // 2])

    def to_i420(self) -> Plane:
        """One array of 3H/2 × W as encoders take it."""
        width, height = self.size
        blue, red = cv2.split(self.chroma)
        flat = np.concatenate([self.luma.reshape(-1), blue.reshape(-1), red.reshape(-1)])
        return flat.reshape(height * 3 // 2, width)


def convert_picture(picture: Picture) -> Planes:
    """BGR → BT.709 limited range (ITU-R BT.709-6, section 3)."""
    blue, green, red = (picture[..., i].astype(np.float32) for i in range(3))
    luma = 0.0722 * blue + 0.7152 * green + 0.2126 * red
    chroma = np.dstack([(blue - luma) / 1.8556, (red - luma) / 1.5748])
    half = cv2.resize(chroma, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return Planes(to_bytes(BLACK + luma * (219 / 255)), to_bytes(128 + half * (224 / 255)))


def restore_picture(planes: Planes) -> Picture:
    """The way back, for covers and for looking at frames."""
    luma = (planes.luma.astype(np.float32) - BLACK) * (255 / 219)
    chroma = cv2.resize(planes.chroma, planes.size, interpolation=cv2.INTER_LINEAR).astype(np.float32)
    blue = luma + (chroma[..., 0] - 128) * (255 / 224 * 1.8556)
    red = luma + (chroma[..., 1] - 128) * (255 / 224 * 1.5748)
    green = (luma - 0.0722 * blue - 0.2126 * red) / 0.7152
    return to_bytes(np.dstack([blue, green, red]))


def lay_over(under: Plane, top: Plane, clear: Plane) -> Plane:
    """`under` seen through `clear` (0 hides it, 255 shows it) plus `top`, which is premultiplied."""
    return cv2.add(cv2.multiply(under, clear, scale=1 / 255), top)


def to_bytes(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Rounded and clipped to what a byte holds."""
    clipped: NDArray[np.uint8] = np.clip(np.rint(values), 0, 255).astype(np.uint8)
    return clipped
