"""The picture of `bill`: the person in two tones before rays, as on the playbills of a cinema."""

import cv2
import numpy as np

from workers.engines.contracts import Picture
from workers.engines.poster.sheet import Cutout, Ground, Sheet
from workers.engines.poster.tone import Floats, add_grain, fit_picture, read_light, to_light

_RAYS = 28
_ABOVE = 0.34  # of what the strip cuts off, this much goes at the top


def paint_bill(sheet: Sheet, cutout: Cutout, ground: Ground) -> Picture:
    """The strip of picture in pixels."""
    colours = sheet.colours
    width, height = (round(side * ground.dot) for side in sheet.layout.picture_mm)
    matte = fit_picture(cutout.matte, width, height, _ABOVE)
    light = read_light(fit_picture(cutout.picture, width, height, _ABOVE), matte)
    table = _two_tones(colours.ink, colours.tone)
    person = np.asarray(cv2.LUT(cv2.merge([(light * 255).astype(np.uint8)] * 3), table[None]), np.uint8)
    rays = _rays(width, height, colours.accent, colours.tone)
    share = matte.astype(np.uint16)[..., None]
    both = (person.astype(np.uint16) * share + rays.astype(np.uint16) * (255 - share)) // 255
    return add_grain(both.astype(np.uint8), 5)


def _two_tones(dark: str, pale: str) -> Picture:
    value = np.linspace(0, 1, 256, dtype=np.float32)[:, None]
    share = np.clip((value - 0.06) / 0.80, 0, 1) ** 1.05
    share = share * share * (3 - 2 * share) * 0.6 + share * 0.4
    return np.asarray(to_light(dark) * (1 - share) + to_light(pale) * share, np.uint8)


def _rays(width: int, height: int, first: str, second: str) -> Picture:
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    angle: Floats = np.arctan2(rows - height * 0.62, columns - width / 2)
    away = np.hypot(rows - height * 0.62, columns - width / 2)
    wave = np.sin(angle * _RAYS) * away * (2 / _RAYS)  # about pixels from the nearest edge
    share = np.clip(wave + 0.5, 0, 1)[..., None]
    return np.asarray(to_light(first) * share + to_light(second) * (1 - share), np.uint8)
