"""A mug on a table; the design goes round its front."""

import bpy
import numpy as np

from workers.engines.mockup.studio.stage import (
    PRINT,
    add_backdrop,
    add_grid,
    add_lamp,
    aim_camera,
    clear_stage,
    make_material,
)

_RADIUS, _HIGH = 0.41, 0.95


def build_mug() -> None:
    clear_stage((0.9, 0.95, 1.0), 0.5)
    add_backdrop((0.70, 0.58, 0.47))
    glaze = make_material("glaze", (0.87, 0.87, 0.87), 0.16, coat=0.5)
    profile = np.array(
        [
            (0.0, 0.03),
            (0.30, 0.03),
            (0.345, 0.0),
            (0.375, 0.005),
            (0.40, 0.04),
            (_RADIUS, 0.09),
            (_RADIUS, 0.30),
            (_RADIUS, 0.60),
            (_RADIUS, 0.90),
            (_RADIUS - 0.004, 0.935),
            (_RADIUS - 0.018, _HIGH),
            (_RADIUS - 0.034, 0.935),
            (_RADIUS - 0.04, 0.90),
            (_RADIUS - 0.04, 0.5),
            (_RADIUS - 0.045, 0.12),
            (0.30, 0.08),
            (0.0, 0.075),
        ]
    )
    _turn("body", _dense(profile), glaze)
    _handle(glaze)
    around = np.linspace(-1.12, 1.12, 90)
    z = np.linspace(0.87, 0.12, 60)
    a, up = np.meshgrid(around, z)
    radius = _RADIUS + 0.0012
    points = np.stack([radius * np.sin(a), -radius * np.cos(a), up], -1)
    uv = np.stack([(a + 1.12) / 2.24, (0.87 - up) / 0.75], -1)
    add_grid(PRINT, points, uv).data.materials.append(glaze)
    add_lamp((-2.4, -1.8, 2.6), (0, 0, 0.45), 1.6, 120, 0.25)
    add_lamp((2.6, -1.0, 1.6), (0, 0, 0.45), 1.0, 34)
    add_lamp((0.5, 2.0, 2.4), (0, 0.3, 0.6), 1.2, 60, 0.4)
    aim_camera((0.0, -4.2, 1.55), (0.07, 0, 0.43), 88, 5.6)


def _dense(profile: np.ndarray) -> np.ndarray:
    """The corners of a profile rounded by a curve through them."""
    steps = np.linspace(0, len(profile) - 1, 160)
    low = np.clip(steps.astype(int), 0, len(profile) - 2)
    part = (steps - low)[:, None]
    return np.asarray(profile[low] * (1 - part) + profile[low + 1] * part)


def _turn(name: str, profile: np.ndarray, material: object) -> None:
    around = np.linspace(0, 2 * np.pi, 129)
    points = np.stack(
        [
            np.outer(profile[:, 0], np.cos(around)),
            np.outer(profile[:, 0], np.sin(around)),
            np.repeat(profile[:, 1:], 129, 1),
        ],
        -1,
    )
    add_grid(name, points, np.zeros((*points.shape[:2], 2))).data.materials.append(material)


def _handle(material: object) -> None:
    s = np.linspace(0, 1, 50)
    angle = np.pi * (0.5 - s)
    middle = np.stack([_RADIUS - 0.03 + 0.30 * np.cos(angle) ** 0.8, 0 * s, 0.49 + 0.27 * np.sin(angle)], -1)
    along = np.gradient(middle, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across, out = np.array([0.0, 1.0, 0.0]), np.cross(along, [0.0, 1.0, 0.0])
    ring = np.linspace(0, 2 * np.pi, 25)
    wide, thick = (np.cos(ring)[None, :, None] * across * 0.062, np.sin(ring)[None, :, None] * out[:, None] * 0.042)
    tube = middle[:, None] + wide + thick
    add_grid("body handle", tube, np.zeros((50, 25, 2))).data.materials.append(material)
    bpy.context.view_layer.update()
