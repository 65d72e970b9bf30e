"""Inside of the mouth: single teeth set on an arch behind the open lips, gums, and a tongue."""

import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head
from bot.demo.stars.nodes import plain_material
from bot.demo.stars.scene import lattice, make_mesh

# Half the arch from the middle outward: width and height of each tooth.
UPPER = ((0.086, 0.105), (0.066, 0.093), (0.076, 0.104), (0.070, 0.088), (0.068, 0.082), (0.095, 0.075))
LOWER = ((0.054, 0.08), (0.058, 0.08), (0.064, 0.08), (0.066, 0.07))
BEND = 3.1  # how fast the arch runs back: depth = BEND × side²
_AJAR = 0.1  # decimetres behind the lips: less is the crease between lips that are shut, or under a full one


def make_mouth(head: Head) -> None:
    """Nothing behind lips that are shut: nobody sees it, and full lips would let it through."""
    opening = mouth_opening(head)
    if opening is None:
        return
    top, bottom, lip = opening
    middle = float(head.landmark(0.0, 1.5, 6.6)[0])
    # a smile shows about eight millimetres of the upper teeth, and never a gap under them
    edge = max(top - 0.085, bottom - 0.02)
    make_row("upper", UPPER, np.array([middle, lip + 0.055, edge]), up=1)
    make_row("lower", LOWER, np.array([middle, lip + 0.115, min(edge - 0.012, bottom + 0.03)]), up=-1)
    used, faces, _ = head.figure.piece("helper-tongue")
    flesh = plain_material("tongue", (0.50, 0.16, 0.15), 0.4)
    make_mesh("tongue", head.figure.shape[used] + [0, 0.04, -0.03], faces, flesh, subdivide=2)


def mouth_opening(head: Head) -> tuple[float, float, float] | None:
    """Heights of the upper and lower edge of the open lips in the middle, and how deep the upper lip is.

    None where the lips are shut.
    """
    lips = head.points[(head.masks["lips"] > 0.5) & (np.abs(head.points[:, 0]) < 0.08)]
    heights = np.linspace(lips[:, 2].min(), lips[:, 2].max(), 160)
    start = float(lips[:, 1].min()) - 1.0
    depth = np.array([start + head.distance(np.array([0, start, z]), (0, 1, 0), 3.0) for z in heights])
    inside = depth > np.percentile(depth, 50) + _AJAR
    if not inside.any():
        return None
    top = float(heights[inside].max())
    return top, float(heights[inside].min()), float(depth[heights > top][:6].mean())


def make_row(name: str, sizes: tuple[tuple[float, float], ...], edge: Floats, up: int) -> None:
    """Teeth of both halves whose edges follow `edge` (the middle), growing `up` or down, and their gum."""
    enamel = plain_material("enamel", (0.80, 0.755, 0.68), 0.16, Subsurface_Weight=0.35, Subsurface_Scale=0.03)
    for side in (-1, 1):
        reach = -0.003
        for number, (width, height) in enumerate(sizes):
            across = side * (reach + width / 2)
            reach += width * 0.93
            lift = 0.006 if number == 1 else 0.0  # lateral incisors stand a little short
            place = edge + np.array([across, BEND * across**2, up * (height / 2 + lift)])
            lean = np.arctan(2 * BEND * across)
            make_mesh(f"{name}-{side}-{number}", tooth(width, height, lean, up) + place, lattice(17, 24), enamel)
    widest = 0.9 * sum(width for width, _ in sizes)
    sides = np.linspace(-widest, widest, 40)
    profiles = (
        ("joints", plain_material("joints", (0.62, 0.55, 0.47), 0.3), ((0.012, 0.016), (0.05, 0.004), (0.085, 0.004))),
        ("gum", plain_material("gum", (0.44, 0.13, 0.12), 0.35), ((0.066, 0.03), (0.075, -0.01), (0.11, -0.012))),
    )
    for part, material, profile in profiles:
        rows = [
            np.stack([sides, BEND * sides**2 + depth, np.full(40, up * rise)], axis=1) + edge for rise, depth in profile
        ]
        make_mesh(f"{name}-{part}", np.concatenate(rows), lattice(3, 40, closed=False), material, subdivide=2)


def tooth(width: float, height: float, lean: float, up: int) -> Floats:
    """A rounded block: a superellipsoid, narrower at the root, turned by `lean` about the upright axis."""
    polar, turn = np.meshgrid(np.linspace(0, np.pi, 17), np.linspace(0, 2 * np.pi, 24, endpoint=False), indexing="ij")

    def squared(value: Floats, power: float) -> Floats:
        return np.asarray(np.sign(value) * np.abs(value) ** power)

    z = squared(np.cos(polar), 0.55)
    ring = squared(np.sin(polar), 0.36)
    taper = 1 - 0.07 * (z * up + 1) / 2
    x = ring * squared(np.cos(turn), 0.42) * width / 2 * taper
    y = ring * squared(np.sin(turn), 0.8) * 0.034 - 0.006 * (1 - z**2)
    turned = np.stack([x * np.cos(lean) - y * np.sin(lean), x * np.sin(lean) + y * np.cos(lean), z * height / 2], -1)
    return np.asarray(turned.reshape(-1, 3))
