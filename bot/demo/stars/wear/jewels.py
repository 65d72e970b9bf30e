"""Earrings: a gold bead and a pearl under each lobe."""

import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head
from bot.demo.stars.nodes import plain_material
from bot.demo.stars.scene import lattice, make_mesh


def make_earrings(head: Head) -> None:
    gold = plain_material("gold", (0.9, 0.62, 0.22), 0.18, Metallic=1.0)
    pearl = plain_material("pearl", (0.85, 0.80, 0.74), 0.22, Coat_Weight=0.6)
    for side in (-1, 1):
        ear = np.flatnonzero((head.rest[:, 0] * side > 0.6) & (head.masks["ears"] > 0.5))
        lobe = head.points[ear[np.argmin(head.points[ear, 2])]]
        make_mesh("bead", ball(0.036) + lobe + [side * 0.01, -0.02, -0.03], lattice(16, 32), gold)
        make_mesh("pearl", ball(0.058) + lobe + [side * 0.01, -0.02, -0.122], lattice(16, 32), pearl)


def ball(radius: float) -> Floats:
    polar, turn = np.meshgrid(np.linspace(0, np.pi, 16), np.linspace(0, 2 * np.pi, 32, endpoint=False), indexing="ij")
    unit = np.stack([np.sin(polar) * np.cos(turn), np.sin(polar) * np.sin(turn), np.cos(polar)], axis=-1)
    return np.asarray(unit.reshape(-1, 3) * radius)
