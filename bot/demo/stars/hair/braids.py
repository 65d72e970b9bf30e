"""Braids of three locks that fall over the shoulders."""

import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head
from bot.demo.stars.looks import Look


def braid_knots(head: Head) -> tuple[Floats, Floats]:
    """Left and right of the neck, behind and under the ears."""
    right, left = head.landmark(-0.62, 0.0, 6.62), head.landmark(0.62, 0.0, 6.62)
    return right + np.array([-0.04, 0.02, 0]), left + np.array([0.04, 0.02, 0])


def plait_braids(head: Head, look: Look) -> Floats:
    """Braids of three locks that fall over both shoulders."""
    rows = []
    for side, knot in zip((-1, 1), braid_knots(head), strict=True):
        shoulder = head.landmark(side * 0.72, 0.75, 5.75)
        for number in range(look.braids):
            aside = np.array([side * 0.21 * number, 0.06 * number, 0])
            bends = [
                knot,
                knot + aside * 0.4 + [side * 0.06, -0.15, -0.35],
                shoulder + aside + [0, -0.14, 0.10],
                shoulder + aside + [side * 0.05, -0.42, -0.55],
                shoulder + aside + [0, -0.62, -1.6],
            ]
            rows.append(plait(head.random, np.array(bends), 0.088 if look.braids > 1 else 0.115))
    return np.concatenate(rows)


def plait(random: np.random.Generator, bends: Floats, width: float, hairs: int = 260) -> Floats:
    """Three locks crossing in a flat figure of eight along a smooth path through `bends`."""
    t = np.linspace(0, 1, 150)
    knots = np.linspace(0, 1, len(bends))
    path = np.stack([np.interp(t, knots, bends[:, axis]) for axis in range(3)], axis=1)
    for _ in range(160):
        path[1:-1] = (path[:-2] + 2 * path[1:-1] + path[2:]) / 4
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    right = np.cross(along, [0, 1.0, 0])
    right /= np.linalg.norm(right, axis=1, keepdims=True)
    out = np.cross(right, along)
    reach = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    rows = []
    for lock in range(3):
        turn = 2 * np.pi * (t * reach / (width * 6.5) + lock / 3)
        middle = (
            path + right * (np.sin(turn) * width * 0.75)[:, None] + out * (np.sin(2 * turn) * width * 0.42)[:, None]
        )
        spread = random.normal(0, width * 0.23, (hairs, 2))
        wobble = 1 + 0.12 * np.sin(t[None] * random.uniform(20, 60, (hairs, 1)) + random.uniform(0, 6, (hairs, 1)))
        rows.append(
            middle[None] + (spread[:, :1] * wobble)[..., None] * right + (spread[:, 1:] * wobble)[..., None] * out
        )
    return np.concatenate(rows)
