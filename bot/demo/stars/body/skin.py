"""Skin colour painted from anatomy: blush, lids, lips, beard."""

import numpy as np

from bot.demo.stars.body.complexion import skin_material
from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head, bell, smooth
from bot.demo.stars.body.lids import LOWER_ROOT, UPPER_ROOT, UPPER_TIP, rest_line
from bot.demo.stars.looks import Colour, Look
from bot.demo.stars.scene import set_attribute


class Paint:
    """Colours of the vertices, tinted patch by patch."""

    def __init__(self, head: Head, base: Colour) -> None:
        self.colours = np.tile(np.array(base), (len(head.points), 1))

    def tint(self, mask: Floats, colour: Colour, strength: float = 1.0) -> None:
        """Multiplies by `colour` where `mask` is 1."""
        share = np.clip(mask * strength, 0, 1)[:, None]
        self.colours = self.colours * (1 - share) + self.colours * np.array(colour) * share

    def cover(self, mask: Floats, colour: Colour, strength: float = 1.0) -> None:
        """Replaces by `colour` where `mask` is 1."""
        share = np.clip(mask * strength, 0, 1)[:, None]
        self.colours = self.colours * (1 - share) + np.array(colour) * share


def paint_skin(head: Head, look: Look, scalp: Floats) -> None:
    """Colours and material of the head; `scalp` is where hair grows (a vertex)."""
    paint = Paint(head, look.skin)
    paint_complexion(paint, head, look)
    paint_lids(paint, head, look)
    paint.tint(beard_mask(head, look), (0.70, 0.72, 0.78), look.beard_shadow)
    paint.cover(head.masks["lips"], look.lip, look.lip_strength)
    paint.tint(head.masks["inside-mouth"], (0.75, 0.30, 0.28))
    if look.hair != "none":
        roots: Colour = look.hair_colour or (0.05, 0.034, 0.027)
        paint.tint(scalp, roots, 0.6 if look.hair == "short" else 0.9)
    side, front, height = head.side, head.front, head.height
    oil = bell(side, 0.2) * smooth(6.9, 7.2, height) * smooth(0.7, 1.2, front)
    oil = oil + bell(side, 0.12) * bell(height - 6.93, 0.15)
    mesh = head.mesh
    set_attribute(mesh, "lip", "FLOAT", np.maximum(head.masks["lips"], head.masks["inside-mouth"]))
    set_attribute(mesh, "oil", "FLOAT", np.clip(oil, 0, 1))
    set_attribute(mesh, "skin", "FLOAT_COLOR", np.c_[np.clip(paint.colours, 0, 1), np.ones(len(oil))])
    mesh.materials.append(skin_material(look))


def paint_complexion(paint: Paint, head: Head, look: Look) -> None:
    """Where blood and shade show through a face."""
    side, height = head.side, head.height
    front = smooth(0.7, 1.2, head.front)
    nose = smooth(1.45, 1.65, head.front)
    paint.tint(bell(side - 0.46, 0.26) * bell(height - 6.98, 0.22) * front, (1.08, 0.74, 0.70), look.blush)
    paint.tint(bell(side, 0.16) * bell(height - 6.93, 0.13) * nose, (1.06, 0.78, 0.74), 0.8)
    paint.tint(bell(side - 0.14, 0.09) * bell(height - 6.88, 0.09) * front, (0.98, 0.78, 0.72), 0.5)
    paint.tint(head.masks["ears"], (1.05, 0.80, 0.75), 0.7)
    paint.tint(bell(side, 0.2) * bell(height - 6.28, 0.12) * front, (1.03, 0.86, 0.82), 0.6)
    paint.tint(smooth(7.55, 7.8, height) * front, (1.02, 1.0, 0.94), 0.6)
    # the sides of the face fall off, as they do on a lit, rounded cheek
    paint.tint(smooth(0.55, 0.78, side) * smooth(6.2, 6.6, height) * front, (0.86, 0.80, 0.78), 0.5)
    paint.tint(smooth(0, 1, 6.2 - height) * smooth(0.3, 0.6, head.front), (0.95, 0.88, 0.86), 0.6)


def paint_lids(paint: Paint, head: Head, look: Look) -> None:
    """Lids, the shade under the eyes, the crease, eye shadow and the lash lines."""
    side, height = head.side, head.height
    front = smooth(0.7, 1.2, head.front)
    paint.tint(bell(side - 0.30, 0.20) * bell(height - 7.14, 0.07) * front, (0.86, 0.80, 0.84), 0.4 + 0.4 * look.age)
    paint.tint(bell(side - 0.31, 0.20) * bell(height - 7.37, 0.09) * front, (0.90, 0.80, 0.76), 0.6)
    lid = smooth(7.33, 7.36, height) * (1 - smooth(7.36, 7.47, height))
    paint.tint(bell(side - 0.31, 0.19) * lid * front, look.shadow_colour, look.shadow)
    paint.tint(head.masks["eyelids"] * bell(side - 0.31, 0.3), (0.92, 0.74, 0.70), 0.5)
    upper, lower = rest_line(head, UPPER_ROOT), rest_line(head, LOWER_ROOT)
    tips = rest_line(head, UPPER_TIP)
    paint.tint(
        bell(line_distance(head, upper * 0.6 + resample(tips, len(upper)) * 0.4), 0.018 + 0.014 * look.liner),
        (0.16, 0.11, 0.10),
        0.35 + 0.6 * look.liner,
    )
    paint.tint(bell(line_distance(head, lower), 0.016), (0.40, 0.26, 0.24), 0.25 + 0.45 * look.liner)
    above = height - np.interp(side, tips[:, 0], tips[:, 2]) - 0.035
    crease = bell(above, 0.012) * smooth(0.17, 0.24, side) * (1 - smooth(0.46, 0.53, side)) * front
    paint.tint(crease, (0.52, 0.36, 0.32), 0.7)


def resample(line: Floats, count: int) -> Floats:
    steps, at = np.linspace(0, 1, len(line)), np.linspace(0, 1, count)
    return np.stack([np.interp(at, steps, line[:, axis]) for axis in range(3)], axis=1)


def line_distance(head: Head, line: Floats) -> Floats:
    """Rest distance of every vertex around the eyes to a line on the right half; far vertices get 9."""
    near = (head.side < 0.62) & (np.abs(head.height - 7.28) < 0.3) & (head.front > 1)
    places = np.stack([head.side, head.rest[:, 1], head.height], axis=1)[near]
    result = np.full(len(head.side), 9.0)
    result[near] = np.linalg.norm(places[:, None] - resample(line, 80)[None], axis=2).min(axis=1)
    return result


def beard_mask(head: Head, look: Look) -> Floats:
    """Where a beard grows: jaw, chin and upper lip."""
    side, height = head.side, head.height
    jaw = (1 - smooth(0.62, 0.80, side)) * (1 - smooth(6.52, 6.74, height - 0.52 * smooth(0.40, 0.85, side)))
    jaw = jaw * smooth(5.95, 6.25, height) * smooth(0.55, 0.9, head.front) * look.beard
    lip = bell(side, 0.24) * bell(height - 6.78, 0.05) * look.moustache * smooth(0.7, 1.2, head.front)
    return np.asarray(np.maximum(jaw, lip) * (1 - head.masks["lips"]))
