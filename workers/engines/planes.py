"""Pictures as video keeps them: a luma plane and half-size chroma, so that every frame is half the pixels."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture, Plane, Planes

BLACK = 16  # limited range: what video players expect


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
