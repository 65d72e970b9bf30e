"""Colours and tones that the designs share: hex to BGR, gradients, grain, the light on a face."""

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture
from workers.engines.poster.sheet import Ground, Matte

Floats = NDArray[np.float32]
_TILE = 512  # pixels of grain that repeat


def to_bgr(colour: str) -> tuple[int, int, int]:
    """`#rrggbb` as blue, green, red."""
    return int(colour[5:7], 16), int(colour[3:5], 16), int(colour[1:3], 16)


def to_light(colour: str) -> Floats:
    """The same as three numbers to calculate with."""
    return np.array(to_bgr(colour), np.float32)


def spread_light(ground: Ground, centre: tuple[float, float], reach: float, near: str, far: str) -> Picture:
    """A round glow: `near` at a place of the A4 drawing, `far` at `reach` millimetres from it."""
    small = 8  # a gradient has no detail; it is computed small and enlarged
    rows, columns = np.mgrid[0 : ground.height : small, 0 : ground.width : small].astype(np.float32)
    away = np.hypot(columns - ground.at(centre[0]), rows - ground.at(centre[1])) / (reach * ground.dot)
    share = np.clip(1 - away, 0, 1)[..., None] ** 1.6
    light = to_light(near) * share + to_light(far) * (1 - share)
    return np.asarray(
        cv2.resize(light, (ground.width, ground.height), interpolation=cv2.INTER_CUBIC).clip(0, 255), np.uint8
    )


@lru_cache(maxsize=6)
def _noise(strength: float) -> NDArray[np.int16]:
    grain = np.random.default_rng(5).normal(0, strength, (_TILE, _TILE, 1)).astype(np.int16)
    return np.repeat(grain, 3, axis=2)


def add_grain(picture: Picture, strength: float) -> Picture:
    """Film grain, in place; it also keeps gradients from showing steps in print."""
    tile = _noise(strength)
    rows, columns = picture.shape[:2]
    for top in range(0, rows, _TILE):
        for left in range(0, columns, _TILE):
            part = picture[top : top + _TILE, left : left + _TILE]
            part[:] = cv2.add(part, tile[: part.shape[0], : part.shape[1]], dtype=cv2.CV_8U)
    return picture


def fit_picture(picture: Picture | Matte, width: int, height: int, above: float = 0.5) -> Picture:
    """Cuts to the shape of the box, keeping `above` of what goes over at the top, and scales."""
    rows, columns = picture.shape[:2]
    wanted = min(columns, round(rows * width / height)), min(rows, round(columns * height / width))
    left, top = (columns - wanted[0]) // 2, round((rows - wanted[1]) * above)
    part = picture[top : top + wanted[1], left : left + wanted[0]]
    shrink = part.shape[1] > width
    method = cv2.INTER_AREA if shrink else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(part, (width, height), interpolation=method), np.uint8)


def touches_top(matte: Matte) -> bool:
    """Whether a hat was cut by the edge of the picture: it must not stand free."""
    return bool((matte[: max(1, len(matte) // 100)] > 128).any())


def read_light(picture: Picture, matte: Matte) -> Floats:
    """Lightness 0 … 1 of the person, stretched so that faces dark and pale print alike."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    local = cv2.createCLAHE(1.6, (6, 6)).apply(grey).astype(np.float32)
    seen = local[matte > 128]
    low, high = np.percentile(seen, (3, 97)) if seen.size else (0.0, 255.0)
    return np.asarray(np.clip((local - low) / max(high - low, 1.0), 0, 1), np.float32)


def lay_colour(picture: Picture, cover: NDArray[Any], colour: str) -> Picture:
    """One ink over a picture, as thick as `cover` says (0 … 1)."""
    share = (cover * 256).astype(np.uint16)[..., None]
    mixed = picture.astype(np.uint16) * (256 - share) + to_light(colour).astype(np.uint16) * share
    return np.asarray(mixed >> 8, np.uint8)
