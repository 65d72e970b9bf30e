"""Where the face is in every frame: the face mesh, and the head's movement taken out of it."""

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.load.faces.acting import Take
from workers.engines.contracts import Picture
from workers.engines.face.contracts import Face
from workers.engines.face.detect import YunetDetector
from workers.engines.face.mesh import MediapipeMesher, frame_face
from workers.engines.planes import restore_picture

Floats = NDArray[np.float32]
Box = tuple[int, int, int, int]  # x0, y0, x1, y1
SWAY = 48  # pixels the head may move
LOOKS = ((-0.05, 1.0), (0.05, 1.0), (0.0, 0.95), (0.0, 1.06))  # turns and scales averaged
# Corners of the eyes, the bridge and the ridge of the nose: they move with the skull and with nothing else.
STEADY = (33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 1, 98, 327)
LIPS = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 146, 91, 181, 84, 17, 314, 405, 321, 375)
INNER = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
CORNERS = (61, 291)
EYE_CORNERS = (33, 263)
NOSE_TIP, BRIDGE = 1, 168


@dataclass(frozen=True)
class Track:
    """Mesh points of every frame, in its pixels and with the head held still."""

    points: Floats  # frames × 478 × 2
    ways: Floats  # frames × 2 × 3, from a frame's pixels to those of the steady head

    @cached_property
    def steady(self) -> Floats:
        return np.einsum("fij,fpj->fpi", self.ways[..., :2], self.points) + self.ways[:, None, :, 2]

    @cached_property
    def eyes_apart(self) -> float:
        """Pixels between the outer corners of the eyes."""
        return float(np.linalg.norm(np.diff(self.middle[list(EYE_CORNERS)], axis=0)))

    @cached_property
    def mouth_width(self) -> float:
        """Pixels between the corners of the mouth, in the usual frame."""
        across = np.diff(self.steady[:, CORNERS], axis=1)[:, 0]
        return float(np.median(np.linalg.norm(across, axis=1)))

    @cached_property
    def middle(self) -> Floats:
        """The points of the usual frame."""
        return np.median(self.steady, axis=0).astype(np.float32)

    @cached_property
    def opening(self) -> Floats:
        """Pixels between the inner lips, by the mesh."""
        return np.linalg.norm(self.steady[:, 13] - self.steady[:, 14], axis=1).astype(np.float32)


class QuickMesher(MediapipeMesher):
    """The project's mesh from four looks instead of ten: films have many frames, and neighbours to compare with."""

    def measure_points(self, picture: Picture, face: Face) -> Floats:
        centre, side, turn = frame_face(face)
        looks = [self._look(picture, centre, side * zoom, turn + lean)[0] for lean, zoom in LOOKS]
        return self._eyes.refine_eyes(picture, np.mean(looks, axis=0).astype(np.float32))[:, :2]


class Tracker:
    """Follows a face with the project's own detector and mesh."""

    def __init__(self) -> None:
        self.detector, self._mesher = YunetDetector(), QuickMesher()

    def follow(self, take: Take) -> Track:
        """The head stays about where it is, so the face is looked for once."""
        face = self.detector.find_faces(take.picture(0))[0]
        places = range(len(take.frames))
        points = np.array([self._mesher.measure_points(take.picture(i), face) for i in places], np.float32)
        still = np.median(points[:, STEADY], axis=0)
        return Track(points, np.array([find_way(some[list(STEADY)], still) for some in points], np.float32))


def find_way(points: Floats, still: Floats) -> Floats:
    """The turn, scale and shift that carry `points` onto `still` (least squares; Umeyama, 1991)."""
    centre, goal = points.mean(0), still.mean(0)
    from_, to = points - centre, still - goal
    power = float((from_**2).sum())
    cos = float((from_ * to).sum()) / power
    sin = float((from_[:, 0] * to[:, 1] - from_[:, 1] * to[:, 0]).sum()) / power
    turn = np.array([[cos, -sin], [sin, cos]])
    return np.hstack([turn, (goal - turn @ centre)[:, None]]).astype(np.float32)


def hold_part(take: Take, track: "Track", frame: int, box: Box) -> Picture:
    """The same of a take's frame, turning into a picture only what is needed."""
    low = [max(v - SWAY, 0) // 2 * 2 for v in box[:2]]
    high = [min(v + SWAY, take.size) // 2 * 2 for v in box[2:]]
    part = restore_picture(take.frames[frame].crop((low[0], low[1], high[0], high[1])))
    way = track.ways[frame].copy()
    way[:, 2] += way[:, :2] @ np.array(low, np.float32)
    return hold_still(part, way, box)


def hold_still(picture: Picture, way: Floats, box: Box) -> Picture:
    """The part of a frame under `box` (x0, y0, x1, y1) of the steady head."""
    x0, y0, x1, y1 = box
    shifted = way - np.array([[0, 0, x0], [0, 0, y0]], np.float32)
    return np.asarray(cv2.warpAffine(picture, shifted, (x1 - x0, y1 - y0), flags=cv2.INTER_CUBIC), np.uint8)


def frame_points(points: Floats, margin: float, size: int) -> Box:
    """The box around points, `margin` of its width wider on every side."""
    low, high = points.min(0), points.max(0)
    pad = margin * float(high[0] - low[0])
    x0, y0, x1, y1 = (int(np.clip(v, 0, size)) for v in (*(low - pad), *(high + pad)))
    return x0, y0, x1, y1
