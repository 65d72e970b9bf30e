"""A framed poster on a plastered wall, late light through a window."""

import numpy as np

from workers.engines.mockup.studio.stage import (
    PRINT,
    add_box,
    add_grid,
    add_lamp,
    aim_camera,
    clear_stage,
    make_material,
)

_WIDE, _HIGH, _RIM = 1.05, 1.485, 0.028


def build_wall() -> None:
    clear_stage((0.95, 0.97, 1.0), 0.5)
    plaster = make_material("plaster", (0.80, 0.765, 0.71), 0.9, bump=0.35, grain=9)
    add_box("wall", (12, 0.1, 8), (0, 0.05, 0), 0, plaster)
    oak = make_material("oak", (0.42, 0.24, 0.11), 0.45, bump=0.2, grain=60)
    for x, z, wide, high in (
        (0, _HIGH / 2 + _RIM / 2, _WIDE + 2 * _RIM, _RIM),
        (0, -_HIGH / 2 - _RIM / 2, _WIDE + 2 * _RIM, _RIM),
        (-_WIDE / 2 - _RIM / 2, 0, _RIM, _HIGH),
        (_WIDE / 2 + _RIM / 2, 0, _RIM, _HIGH),
    ):
        add_box("rim", (wide, 0.06, high), (x, -0.03, z), 0.003, oak)
    across, down = np.meshgrid(np.linspace(-_WIDE / 2, _WIDE / 2, 4), np.linspace(_HIGH / 2, -_HIGH / 2, 4))
    uv = np.stack([across / _WIDE + 0.5, 0.5 - down / _HIGH], -1)
    sheet = add_grid(PRINT, np.stack([across, np.full_like(across, -0.012), down], -1), uv)
    sheet.data.materials.append(make_material("paper", (0.86, 0.86, 0.86), 0.55))
    add_box("shelf", (3.4, 0.34, 0.05), (0.25, -0.17, -1.02), 0.006, oak)
    vase = make_material("vase", (0.16, 0.22, 0.20), 0.35, coat=0.3)
    add_vase(vase)
    book = make_material("book", (0.62, 0.20, 0.12), 0.6)
    pale = make_material("pale", (0.75, 0.68, 0.55), 0.6)
    add_box("book", (0.34, 0.22, 0.045), (-0.72, -0.16, -0.972), 0.004, book)
    add_box("book", (0.30, 0.20, 0.035), (-0.70, -0.16, -0.932), 0.004, pale)
    add_lamp((-4.2, -3.6, 2.6), (0.2, 0, -0.2), 0.35, 420, 0.75)
    add_lamp((2.5, -5, 3), (0, 0, 0), 4.0, 90)
    bar = make_material("bar", (0, 0, 0), 1)
    for number in range(4):  # the window's bars between the low sun and the wall
        add_box("bar", (0.06, 0.06, 3.4), (-3.1 + number * 0.42, -2.5 + number * 0.1, 1.6), 0, bar)
    aim_camera((0.42, -4.6, -0.02), (0.06, 0, -0.12), 72)


def add_vase(material: object) -> None:
    """A turned vase with a few dry stems."""
    t = np.linspace(0, 1, 40)
    radius = 0.055 + 0.05 * np.sin(np.pi * (t * 1.15 + 0.02)) ** 2 - 0.03 * np.clip(t - 0.75, 0, 1) * 2
    around = np.linspace(0, 2 * np.pi, 49)
    points = np.stack(
        [
            np.outer(radius, np.cos(around)) + 0.80,
            np.outer(radius, np.sin(around)) - 0.18,
            np.repeat(t[:, None] * 0.30 - 0.995, 49, 1),
        ],
        -1,
    )
    vase = add_grid("vase", points, np.zeros((*points.shape[:2], 2)))
    vase.data.materials.append(material)
    straw = make_material("straw", (0.55, 0.40, 0.20), 0.8)
    chance = np.random.default_rng(4)
    for _ in range(9):
        lean = chance.normal(0, 0.10, 2)
        high = chance.uniform(0.35, 0.62)
        s = np.linspace(0, 1, 14)[:, None]
        middle = np.array([0.80, -0.18, -0.72]) + s * np.array([*lean, high]) + s**2 * np.array([*lean * 0.8, 0])
        wide = 0.0025 + 0.011 * np.clip((s - 0.6) * 2.5, 0, 1) * np.clip((1.02 - s) * 8, 0, 1)
        ring = np.linspace(0, 2 * np.pi, 7)
        tube = middle[:, None] + np.stack([wide * np.cos(ring), wide * np.sin(ring), 0 * wide * ring], -1)
        stem = add_grid("stem", tube, np.zeros((14, 7, 2)))
        stem.data.materials.append(straw)
