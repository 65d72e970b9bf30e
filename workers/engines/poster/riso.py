"""The plate of `riso`: three inks a little out of register, a portrait in dots before a sun."""

import cv2
import numpy as np

from workers.engines.contracts import Picture
from workers.engines.poster.sheet import Cutout, Ground, Sheet
from workers.engines.poster.tone import Floats, add_grain, fit_picture, lay_colour, read_light, to_bgr, touches_top

_LEFT, _TOP = 21, 24  # of the portrait, millimetres of A4
_CENTRE, _RADIUS = (105, 110), 80.5  # of the sun
_PITCH = 1.15  # millimetres from dot to dot


def paint_riso(sheet: Sheet, cutout: Cutout, ground: Ground) -> Picture:
    """The whole sheet in pixels."""
    colours = sheet.colours
    plate = np.empty((ground.height, ground.width, 3), np.uint8)
    plate[:] = to_bgr(colours.paper)
    side = round(sheet.layout.picture_mm[0] * ground.dot)
    left, top = ground.at(_LEFT), ground.at(_TOP)
    under = plate[top : top + side, left : left + side]
    matte = fit_picture(cutout.matte, side, side)
    light = read_light(fit_picture(cutout.picture, side, side), matte)
    sun = _sun(side, ground)
    person = matte.astype(np.float32) / 255 * (sun if touches_top(matte) else _within(sun, ground))
    under[:] = lay_colour(under, sun * (1 - person) * _paper_tooth(side), colours.accent)
    under[:] = lay_colour(under, person * _dots(1.12 - light, ground, 75, 0.5), colours.tone)
    under[:] = lay_colour(under, person * _dots(0.92 - 1.25 * light, ground, 45, 0.0), colours.ink)
    return add_grain(plate, 2.6)


def _sun(side: int, ground: Ground) -> Floats:
    """The disc, in the square of the portrait."""
    plane = np.zeros((side, side), np.uint8)
    centre = tuple(round((_CENTRE[axis] - (_LEFT, _TOP)[axis]) * ground.dot) for axis in (0, 1))
    cv2.circle(plane, centre, round(_RADIUS * ground.dot), (255,), cv2.FILLED, cv2.LINE_AA)
    return np.asarray(plane / 255, np.float32)


def _within(sun: Floats, ground: Ground) -> Floats:
    """All above the middle of the sun, so that hats stand out of it; below it only what lies inside."""
    inside = sun.copy()
    inside[: round((_CENTRE[1] - _TOP) * ground.dot)] = 1
    return inside


def _dots(weight: Floats, ground: Ground, degrees: float, shift: float) -> Floats:
    """A halftone: round dots in rows at an angle, as large as `weight` is heavy."""
    step, turn = _PITCH * ground.dot, np.deg2rad(degrees)
    rows, columns = (np.arange(length, dtype=np.float32) * (2 * np.pi / step) for length in weight.shape)
    rows, columns = rows[:, None], columns[None, :]
    first = np.cos(columns * np.float32(np.cos(turn)) + rows * np.float32(np.sin(turn)) + np.float32(shift))
    second = np.cos(rows * np.float32(np.cos(turn)) - columns * np.float32(np.sin(turn)) + np.float32(shift))
    screen = (first + second) / 4 + 0.5
    edge = max(1.2, step / 5)  # a soft edge about a pixel wide, so that dots do not alias
    return np.asarray(np.clip((weight - screen) * np.float32(edge) + 0.5, 0, 1), np.float32)


def _paper_tooth(side: int) -> Floats:
    """Ink that does not quite fill the paper's hollows."""
    noise = np.random.default_rng(11).normal(0, 1, (side // 3 + 1, side // 3 + 1))
    soft = cv2.GaussianBlur(noise.astype(np.float32), (0, 0), 0.8)
    tooth = cv2.resize(soft, (side, side), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.clip(0.97 - np.maximum(tooth - 0.75, 0) * 0.8, 0, 1), np.float32)
