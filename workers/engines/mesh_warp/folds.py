"""Where cheeks fold when a mouth opens or smiles: from the nose wings past the mouth corners."""

import numpy as np

from workers.engines.mesh_warp.axes import Axes, Floats
from workers.engines.mesh_warp.landmarks import MOUTH_CORNERS, NOSE_WINGS

DEPTH = 0.10  # darkest part of a full fold, of white


def draw_folds(points: Floats, axes: Axes, place: Floats) -> Floats:
    """Darkening, 0 … 1, at places (…, 2) in face coordinates."""
    across, down = place[..., 0], place[..., 1]
    total = np.zeros(place.shape[:-1], np.float32)
    for wing, corner, side in zip(NOSE_WINGS, MOUTH_CORNERS, (-1.0, 1.0), strict=True):
        start = axes.locate(points[wing]) + np.array([side * 0.05, 0.0], np.float32)
        end = axes.locate(points[corner]) + np.array([side * 0.16, 0.04], np.float32)
        along = np.clip((down - start[1]) / (end[1] - start[1]), -0.2, 1.5)
        line = start[0] + (end[0] - start[0]) * along + side * 0.05 * np.sin(np.pi * np.clip(along, 0, 1))
        strength = np.exp(-(((along - 0.62) / 0.42) ** 2))
        width = np.where((across - line) * side > 0, 0.10, 0.035)  # a sharp inner edge, a soft outer one
        total += strength * np.exp(-(((across - line) / width) ** 2))
    return np.asarray(np.clip(total * DEPTH, 0, 1), np.float32)
