"""The back of a telephone in its case, leaning a little towards the light."""

from typing import Any

import bpy
import numpy as np

from workers.engines.mockup.studio.stage import (
    PRINT,
    add_backdrop,
    add_box,
    add_grid,
    add_lamp,
    aim_camera,
    clear_stage,
    make_material,
)

_WIDE, _HIGH, _DEEP, _ROUND = 0.78, 1.62, 0.10, 0.13


def build_case() -> None:
    clear_stage((0.92, 0.95, 1.0), 0.5)
    add_backdrop((0.52, 0.60, 0.62))
    shell = make_material("shell", (0.85, 0.85, 0.85), 0.38, coat=0.15)
    dark = make_material("dark", (0.008, 0.008, 0.012), 0.42)
    metal = make_material("metal", (0.05, 0.05, 0.055), 0.3)
    parts = [_rounded("body", shell), _face(shell)]
    parts.append(add_box("camera", (0.34, 0.03, 0.36), (-0.175, -_DEEP / 2 - 0.012, 0.575), 0.014, metal))
    for x, z in ((-0.255, 0.655), (-0.095, 0.575), (-0.255, 0.495)):
        for radius, deep, glass in ((0.062, 0.05, metal), (0.048, 0.056, dark)):
            bpy.ops.mesh.primitive_cylinder_add(
                radius=radius, depth=deep, vertices=64, rotation=(np.pi / 2, 0, 0), location=(x, -_DEEP / 2 - 0.025, z)
            )
            bpy.context.object.data.materials.append(glass)
            parts.append(bpy.context.object)
    stand = bpy.data.objects.new("stand", None)
    bpy.context.collection.objects.link(stand)
    for part in parts:
        part.parent = stand
    stand.rotation_euler = (-0.24, 0.0, -0.42)
    stand.location = (0, 0.1, 0.80)
    add_lamp((-2.6, -2.2, 2.4), (0, 0, 0.8), 1.4, 130, 0.25)
    add_lamp((2.4, -0.8, 2.0), (0, 0, 0.8), 0.7, 36)
    add_lamp((0.0, 2.2, 2.6), (0, 0.2, 0.6), 1.5, 60, 0.3)
    aim_camera((0.0, -5.4, 1.35), (0.0, 0, 0.80), 104, 5.6)


def _rounded(name: str, material: object) -> Any:
    """A slab with round corners and a soft edge."""
    ring, depth = _ring(0.0), []
    t = np.linspace(0, np.pi, 15)
    for turn in t:  # from the back round to the front
        inset = 0.035 * (1 - np.sin(turn))
        depth.append(
            np.stack([_ring(inset)[:, 0], np.full(len(ring), _DEEP / 2 * np.cos(turn)), _ring(inset)[:, 1]], -1)
        )
    first = depth[0].mean(0) * [1, 0, 1] + [0, _DEEP / 2, 0]
    points = np.stack([np.tile(first, (len(ring), 1)), *depth])
    item = add_grid(name, points, np.zeros((*points.shape[:2], 2)))
    item.data.materials.append(material)
    return item


def _ring(inset: float) -> np.ndarray:
    wide, high, radius = _WIDE / 2 - inset, _HIGH / 2 - inset, _ROUND - inset
    corners = []
    for number, (sx, sz) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        turn = np.linspace(0, np.pi / 2, 16) + number * np.pi / 2
        middle = np.array([sx * (wide - radius), sz * (high - radius)])
        corners.append(middle + radius * np.stack([np.cos(turn), np.sin(turn)], -1))
    ring = np.vstack(corners)
    return np.vstack([ring, ring[:1]])


def _face(material: object) -> Any:
    """The printed back, a little inside the soft edge."""
    ring = _ring(0.028)
    scale = np.linspace(0, 1, 24)[:, None, None]
    flat = ring[None] * scale
    points = np.stack([flat[..., 0], np.full(flat.shape[:2], -_DEEP / 2 - 0.0006), flat[..., 1]], -1)
    uv = np.stack([flat[..., 0] / _WIDE + 0.5, 0.5 - flat[..., 1] / _HIGH], -1)
    item = add_grid(PRINT, points, uv)
    item.data.materials.append(material)
    return item
