"""Eyebrows and lashes, hair by hair."""

import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head, smooth
from bot.demo.stars.body.lids import LOWER_ROOT, LOWER_TIP, UPPER_ROOT, UPPER_TIP, inner_to_outer, mirrored
from bot.demo.stars.hair.strands import hair_material
from bot.demo.stars.looks import Look
from bot.demo.stars.nodes import plain_material
from bot.demo.stars.scene import make_curves


def make_brows(head: Head, look: Look) -> None:
    places, normals, rest = pick_roots(head, look)
    along = (np.abs(rest[:, 0]) - look.brow_in) / (look.brow_out - look.brow_in)
    across = (rest[:, 2] - brow_line(look, along)) / look.brow_thick
    slope = (brow_line(look, along + 0.04) - brow_line(look, along)) / (0.04 * (look.brow_out - look.brow_in))
    # upright at the nose, lying along the brow further out; hairs of both rims lean to its middle
    stand = np.interp(along, [-0.1, 0, 0.3, 0.7, 1], [1.2, 1.0, 0.45, 0.16, 0.0])
    angle = np.arctan(slope) + stand - across * 0.38 + head.random.normal(0, 0.15, len(along))
    way = np.stack([np.cos(angle) * np.sign(rest[:, 0]), 0 * angle, np.sin(angle)], axis=1)
    way -= (way * normals).sum(axis=1, keepdims=True) * normals
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    length = look.brow_length * np.interp(along, [0, 0.35, 0.7, 1], [0.85, 1, 0.7, 0.36])
    length = length * head.random.uniform(0.65, 1.12, len(along))
    step = np.linspace(0, 1, 5)[None, :, None]
    strands = places[:, None] + way[:, None] * step * length[:, None, None]
    strands = strands + normals[:, None] * (np.sin(step * 2.6) * 0.009 + 0.001)
    make_curves("brows", strands, hair_material("brow", look.brow_melanin, 0.4, None, 0.45), 0.00095, 0.0002)


def brow_line(look: Look, along: Floats) -> Floats:
    """Rest height of the brow's middle; `along` is 0 at its inner end and 1 at its tail."""
    rise = np.sin(np.clip(along, 0, 1.2) * 2.15) * 1.05 - 0.42 * np.clip(along, 0, 2) ** 3
    return np.asarray(look.brow_height + look.brow_arch * rise - 0.02 + look.brow_tilt * (along - 0.3))


def pick_roots(head: Head, look: Look) -> tuple[Floats, Floats, Floats]:
    """Random skin points thinned to the brow's density, which fades out towards the tail."""
    near = (head.side > look.brow_in - 0.05) & (head.side < look.brow_out + 0.05) & (head.front > 1)
    near &= np.abs(head.height - look.brow_height) < 0.25
    places, normals, rest = head.scatter(near.astype(float), look.brow_count * 12)
    along = (np.abs(rest[:, 0]) - look.brow_in) / (look.brow_out - look.brow_in)
    thick = look.brow_thick * np.interp(along, [0, 0.15, 0.5, 0.8, 1], [0.55, 0.95, 0.85, 0.5, 0.22])
    density = np.exp(-(np.abs((rest[:, 2] - brow_line(look, along)) / thick) ** 3))
    density = density * (0.3 + 0.7 * smooth(0, 0.3, along)) * smooth(-0.08, 0.06, along)
    density = density * (1 - 0.3 * smooth(0.45, 0.8, along)) * (1 - smooth(0.8, 1.04, along))
    chosen = np.flatnonzero(head.random.random(len(density)) < density)[: look.brow_count]
    return places[chosen], normals[chosen], rest[chosen]


def make_lashes(head: Head, look: Look) -> None:
    ink = plain_material("lash", (0.006, 0.004, 0.003), 0.5)
    upper = grow_lashes(head, UPPER_ROOT, UPPER_TIP, look.lash_count, look.lash_length, 0.5)
    make_curves("lashes-upper", upper, ink, 0.0012, 0.0002)
    lower = grow_lashes(head, LOWER_ROOT, LOWER_TIP, look.lash_count // 3, look.lash_length * 0.45, -0.25)
    make_curves("lashes-lower", lower, ink, 0.0006, 0.0002)


def grow_lashes(
    head: Head, roots: tuple[int, ...], tips: tuple[int, ...], count: int, length: float, curl: float
) -> Floats:
    """Lashes of both eyes along one lid, fanning outward; `curl` bends them up or down."""
    start, end = inner_to_outer(head, roots), inner_to_outer(head, tips)
    rows = [
        lash_row(head, start, end, count, length, curl, 1),
        lash_row(head, mirrored(head, start), mirrored(head, end), count, length, curl, -1),
    ]
    return np.concatenate(rows)


def lash_row(
    head: Head, roots: list[int], tips: list[int], count: int, length: float, curl: float, side: int
) -> Floats:
    random, shape = head.random, head.figure.shape
    at = np.sort(random.uniform(0.06, 1, count))

    def along(vertices: list[int]) -> Floats:
        steps = np.linspace(0, 1, len(vertices))
        return np.stack([np.interp(at, steps, shape[vertices][:, axis]) for axis in range(3)], axis=1)

    start = along(roots)
    way = along(tips) - start
    start = start + way * 0.26
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    fan = np.stack([(at - 0.35) * 0.9 * side, 0 * at, 0 * at], axis=1)
    way = way + fan + random.normal(0, 0.1, way.shape)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    size = length * random.uniform(0.65, 1.1, count) * np.interp(at, [0, 0.25, 0.8, 1], [0.4, 0.75, 1.1, 0.9])
    step = np.linspace(0, 1, 7)[None, :, None]
    strands = start[:, None] + way[:, None] * step * size[:, None, None]
    strands[:, :, 2] += curl * step[..., 0] ** 2 * size[:, None]
    return np.asarray(strands)
