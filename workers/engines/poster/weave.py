"""The frame and the window of `ikat`: threads dyed before weaving, so that every edge is feathered along them."""

import random

import cv2
import numpy as np

from bot.posters.designs import BLEED_MM, Palette
from workers.engines.contracts import Picture
from workers.engines.poster.sheet import Cutout, Ground, Sheet
from workers.engines.poster.tone import add_grain, fit_picture

_COLUMN, _REPEAT, _THREADS = 15.0, 30.0, 24  # millimetres of A4; threads to a column
_PANEL = (30.0, 24.0, 150.0, 249.0)  # x, y, width, height of the paper inside the frame
_WINDOW = (55.0, 42.0, 100.0, 120.0)


def draw_weave(sheet: Sheet) -> str:
    """The woven frame and the lines of window and panel as SVG over the whole sheet, bleed included."""
    scale, colours = sheet.scale, sheet.colours
    width, height = (side + 2 * BLEED_MM for side in sheet.trim_mm)
    edge = BLEED_MM / scale  # of A4 millimetres
    wide, high = width / scale, height / scale
    x, y, w, h = _PANEL
    h = high - 2 * edge - 2 * y
    panel = f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{colours.paper}"/>' + "".join(
        f'<rect x="{x + by}" y="{y + by}" width="{w - 2 * by}" height="{h - 2 * by}" fill="none" '
        f'stroke="{colour}" stroke-width="{stroke}"/>'
        for by, colour, stroke in ((0, colours.ink, 1.3), (2.2, colours.tone, 0.9), (3.4, colours.accent, 0.35))
    )
    arches = "".join(
        f'<path d="{arch_path(by)}" fill="none" stroke="{colour}" stroke-width="{stroke}"/>'
        for by, colour, stroke in ((0.6, colours.ink, 1.2), (2.4, colours.tone, 1.1), (3.9, colours.accent, 0.4))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="{-edge} {-edge} {wide} {high}">'
        f'<rect x="{-edge}" y="{-edge}" width="{wide}" height="{high}" fill="{colours.accent}"/>'
        f"{_threads(colours, edge, high)}{panel}{arches}</svg>"
    )


def arch_path(grow: float = 0.0) -> str:
    """A pointed arch as on a portal, `grow` millimetres larger than the window."""
    x, y, w, h = _WINDOW
    left, right, foot, top = x - grow, x + w + grow, y + h + grow, y - grow * 1.3
    spring, middle = y + 50, x + w / 2
    return (
        f"M{left} {foot}V{spring}C{left} {y + 22} {middle - 22} {y + 14} {middle} {top}"
        f"C{middle + 22} {y + 14} {right} {y + 22} {right} {spring}V{foot}Z"
    )


def _threads(colours: Palette, edge: float, high: float) -> str:
    """Columns of diamonds, each thread a little off; columns mirror each other, as a folded warp does."""
    levels = (
        (colours.paper, 1.0),
        (colours.ink, 0.80),
        (colours.tone, 0.62),
        (colours.accent, 0.38),
        (colours.paper, 0.16),
    )
    pieces: list[str] = []
    for depth, (colour, size) in enumerate(levels):
        strokes: list[str] = []
        for column in range(-1, 15):
            strokes += _column(column, size, depth, edge, high)
        pieces.append(f'<path fill="{colour}" d="{"".join(strokes)}"/>')
    return "".join(pieces)


def _column(column: int, size: float, depth: int, edge: float, high: float) -> list[str]:
    chance = random.Random(f"{depth}")  # the same for every column: the warp was dyed as one bundle
    frame = ((-edge, _PANEL[1] + 1), (high - 2 * edge - _PANEL[1] - 1, high))
    off = [chance.gauss(0, 0.5) for _ in range(_THREADS)]
    step, half = _COLUMN / _THREADS, _REPEAT / 2
    strokes = []
    for thread in range(_THREADS):
        place = thread if column % 2 else _THREADS - 1 - thread
        across = abs((thread + 0.5) / _THREADS - 0.5) * 2  # 0 in the middle, 1 at the edge
        reach = half * 0.94 * (size - across * 0.92)
        if reach <= 0.3:
            continue
        x = column * _COLUMN + thread * step
        spans = frame if _hidden(x) else ((-edge, high),)
        start = (column % 2) * half - _REPEAT
        for repeat in range(13):
            middle = start + repeat * _REPEAT + 8.5
            if any(low - half < middle < top + half for low, top in spans):
                strokes.append(
                    f"M{x:.2f} {middle - reach + off[place]:.2f}h{step + 0.02:.2f}v{2 * reach:.2f}h{-step - 0.02:.2f}z"
                )
    return strokes


def _hidden(x: float) -> bool:
    """Under the paper panel nothing needs to be drawn."""
    return _PANEL[0] + 1 < x < _PANEL[0] + _PANEL[2] - 2


def paint_window(sheet: Sheet, cutout: Cutout, ground: Ground) -> Picture:
    """The photograph in the arch, with transparency outside it: BGRA pixels."""
    width, height = (round(side * ground.dot) for side in sheet.layout.picture_mm)
    photo = add_grain(fit_picture(cutout.picture, width, height), 2.5)
    return np.asarray(cv2.merge([photo, _arch_mask(width, height)]), np.uint8)


def _arch_mask(width: int, height: int) -> Picture:
    """The window's shape: the same two curves as `arch_path`, rastered four times finer and shrunk."""
    fine = 4 if width < 900 else 2
    t = np.linspace(0, 1, 80)[:, None]
    curve = [np.array(point, float) for point in ((0, 50), (0, 22), (28, 14), (50, 0))]
    left = sum(
        weight * point
        for weight, point in zip(((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3), curve, strict=True)
    )
    right = np.array([100, 0]) - np.array([1, -1]) * np.asarray(left)[::-1]
    outline = np.vstack([[0, 120], left, right, [100, 120]]) * np.array([width / 100, height / 120]) * fine
    mask = np.zeros((height * fine, width * fine), np.uint8)
    cv2.fillPoly(mask, [outline.astype(np.int32)], (255,), cv2.LINE_AA)
    return np.asarray(cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
