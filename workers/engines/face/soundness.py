"""Whether what a detector found can be a face: its five points are guesses, too, and may lie anywhere."""

import numpy as np
from numpy.typing import NDArray

from workers.engines.face.contracts import Face

_MARGIN = 0.25  # of the box's longer side: points of a face seen from the side may lie beside the box
_EYES_APART = 0.1  # of the box's longer side; a profile's eyes are close together
_EYES_TO_MOUTH = 0.15
_NOSE = (-0.4, 1.3)  # of the way from the eyes (0) to the mouth (1)


def is_sound(face: Face) -> bool:
    """True where the points lie about their box and in the order of a face, whichever way up it is."""
    return _are_near(face) and _make_face(face.points, float(max(face.box[2:])))


def _are_near(face: Face) -> bool:
    corner, sides = face.box[:2], face.box[2:]
    margin = _MARGIN * float(max(sides))
    return bool((face.points >= corner - margin).all() and (face.points <= corner + sides + margin).all())


def _make_face(points: NDArray[np.float32], side: float) -> bool:
    eyes, mouth = points[:2].mean(axis=0), points[3:].mean(axis=0)
    across, down = points[1] - points[0], mouth - eyes
    apart, long = float(np.hypot(*across)), float(np.hypot(*down))
    if apart < _EYES_APART * side or long < _EYES_TO_MOUTH * side:
        return False
    # From the first eye to the second, the mouth lies to the right hand: a face inside out is none.
    turned = float(across[0] * down[1] - across[1] * down[0])
    along = float((points[2] - eyes) @ down) / long**2
    return turned > 0 and _NOSE[0] < along < _NOSE[1]
