"""How far a face is turned away, read from its mesh."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEFT, RIGHT, FOREHEAD, CHIN = 234, 454, 10, 152


@dataclass(frozen=True)
class Turn:
    """Degrees: yaw positive to the picture's right, pitch positive down, roll positive clockwise."""

    yaw: float
    pitch: float
    roll: float


def measure_turn(points: NDArray[np.float32]) -> Turn:
    """From the face's own axes: cheek to cheek, and forehead to chin (z grows away from the viewer)."""
    across = points[RIGHT] - points[LEFT]
    down = points[CHIN] - points[FOREHEAD]
    yaw = np.degrees(np.arctan2(across[2], np.hypot(across[0], across[1])))
    pitch = np.degrees(np.arctan2(down[2], np.hypot(down[0], down[1])))
    roll = np.degrees(np.arctan2(across[1], across[0]))
    return Turn(float(yaw), float(pitch), float(roll))
