"""A sheet of stickers on a desk, one corner lifting."""

import numpy as np

from workers.engines.mockup.studio.stage import PRINT, add_grid, add_lamp, aim_camera, clear_stage, make_material

_WIDE, _HIGH = 1.05, 1.485


def build_sheet() -> None:
    clear_stage((0.95, 0.97, 1.0), 0.45)
    desk = np.array([[(-4, -4, 0), (4, -4, 0)], [(-4, 4, 0), (4, 4, 0)]], float)
    add_grid("desk", desk, np.zeros((2, 2, 2))).data.materials.append(make_material("desk", (0.36, 0.47, 0.45), 0.8))
    u, v = np.meshgrid(np.linspace(0, 1, 60), np.linspace(0, 1, 80))
    x, y = (u - 0.5) * _WIDE, (0.5 - v) * _HIGH
    corner = np.clip((u + v - 1.52) / 0.48, 0, 1)
    z = 0.012 + 0.02 * (u - 0.5) ** 2 + 0.16 * corner**2
    turn = -0.16
    px = x * np.cos(turn) - y * np.sin(turn) - corner**2 * 0.06
    py = x * np.sin(turn) + y * np.cos(turn) + corner**2 * 0.06
    points = np.stack([px, py, z], -1)
    paper = make_material("paper", (0.87, 0.87, 0.87), 0.42, coat=0.25)
    add_grid(PRINT, points, np.stack([u, v], -1)).data.materials.append(paper)
    add_lamp((-2.6, 1.6, 1.9), (0, 0, 0), 0.8, 105, 0.3)
    add_lamp((2.4, -1.6, 3.0), (0, 0, 0), 2.2, 34)
    aim_camera((0.0, -1.25, 4.1), (0.0, -0.02, 0), 74)
