"""The plate of `spotlight`: the person lit from behind, fading into the dark of the sheet."""

import cv2
import numpy as np

from workers.engines.contracts import Picture
from workers.engines.poster.sheet import Cutout, Ground, Matte, Sheet
from workers.engines.poster.tone import Floats, add_grain, fit_picture, spread_light, to_bgr, to_light, touches_top

_LEFT, _TOP = 21, 27  # millimetres of A4


def paint_spotlight(sheet: Sheet, cutout: Cutout, ground: Ground) -> Picture:
    """The whole sheet in pixels."""
    colours = sheet.colours
    plate = spread_light(ground, (105, 92), 150, colours.tone, colours.paper)
    side = round(sheet.layout.picture_mm[0] * ground.dot)
    person = _grade(fit_picture(cutout.picture, side, side), colours.tone)
    matte = fit_picture(cutout.matte, side, side)
    left, top = ground.at(_LEFT), ground.at(_TOP)
    under = plate[top : top + side, left : left + side]
    _glow(plate, matte, (left, top), colours.accent)
    cover = (_fade(matte) * 256).astype(np.uint16)[..., None]
    under[:] = ((person.astype(np.uint16) * cover + under.astype(np.uint16) * (256 - cover)) >> 8).astype(np.uint8)
    return add_grain(plate, 3.2)


def _fade(matte: Matte) -> Floats:
    """The matte, gone towards the sides and the foot, so that no edge of the picture is seen."""
    side = matte.shape[0]
    place = np.linspace(0, 1, side, dtype=np.float32)
    across = np.clip(np.minimum(place, 1 - place) / 0.13, 0, 1)
    down = np.clip((0.985 - place) / 0.26, 0, 1)
    if touches_top(matte):
        down = np.minimum(down, np.clip(place / 0.09, 0, 1))
    ease = [value * value * (3 - 2 * value) for value in (across, down)]
    return np.asarray(matte.astype(np.float32) / 255 * ease[0][None, :] * ease[1][:, None], np.float32)


def _grade(picture: Picture, tone: str) -> Picture:
    """A little more contrast, and the colour of the light in the shadows."""
    value = np.arange(256, dtype=np.float32) / 255
    curve = value + 0.10 * np.sin((value - 0.5) * 2 * np.pi) / (2 * np.pi) * -1
    shadow = (1 - value) ** 3 * 0.22
    table = np.stack([curve * 255 * (1 - shadow) + channel * shadow for channel in to_bgr(tone)], axis=-1)
    return np.asarray(cv2.LUT(picture, table.clip(0, 255).astype(np.uint8)[None]), np.uint8)


def _glow(plate: Picture, matte: Matte, corner: tuple[int, int], colour: str) -> None:
    """Light that spills round the outline of the person."""
    small = cv2.resize(matte, (96, 96), interpolation=cv2.INTER_AREA)
    small = cv2.copyMakeBorder(small, 16, 16, 16, 16, cv2.BORDER_CONSTANT)
    soft = cv2.GaussianBlur(small, (0, 0), 7).astype(np.float32) / 255
    soft *= np.linspace(1, 0, 128, dtype=np.float32)[:, None] ** 1.2
    side = matte.shape[0]
    margin = side // 6
    wide = cv2.resize(soft, (side + 2 * margin, side + 2 * margin), interpolation=cv2.INTER_LINEAR)
    left, top = corner[0] - margin, corner[1] - margin
    cut = wide[max(0, -top) :, max(0, -left) :]
    under = plate[max(0, top) :, max(0, left) :][: cut.shape[0], : cut.shape[1]]
    share = (cut[: under.shape[0], : under.shape[1]] * 256 * 0.34).astype(np.uint16)[..., None]
    lit = under.astype(np.uint16) * (256 - share) + to_light(colour).astype(np.uint16) * share
    under[:] = (lit >> 8).astype(np.uint8)
