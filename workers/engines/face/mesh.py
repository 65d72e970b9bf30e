"""Measuring a face: its mesh with depth (MediaPipe Face Mesh, Kartynnik et al. 2019; Apache-2.0)."""

from threading import Lock

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture
from workers.engines.face.contracts import Face, Mesh
from workers.engines.face.iris import EyeMesher
from workers.engines.face.weights import FACE_MESH, find_weights

SIDE = 192  # pixels of the network's input
MARGIN = 1.5  # the network was trained on boxes half as wide again as the face
RIGHT_EYE, LEFT_EYE = 33, 263  # outer corners, as seen in the picture: left and right
# Turns and scales that are averaged: one look is off by a pixel of 192, nine are off by a third of it.
LOOKS = tuple((turn, zoom) for turn in (-0.07, 0.0, 0.07) for zoom in (0.94, 1.0, 1.07))


class MediapipeMesher:
    """The mesh of a face that was found in a picture; safe to call from threads."""

    def __init__(self) -> None:
        self._net = cv2.dnn.readNetFromTFLite(str(find_weights(FACE_MESH)))
        self._outputs = self._net.getUnconnectedOutLayersNames()
        self._eyes = EyeMesher()
        self._lock = Lock()

    def measure_face(self, picture: Picture, face: Face) -> Mesh:
        """Nine looks around a first estimate, averaged; then the eyes on their own."""
        first, _ = self._look(picture, *frame_face(face))
        centre, side, turn = frame_points(first)
        looks = [self._look(picture, centre, side * zoom, turn + lean) for lean, zoom in LOOKS]
        points = np.mean([points for points, _ in looks], axis=0)
        points = self._eyes.refine_eyes(picture, points.astype(np.float32))
        return Mesh(points, float(np.mean([presence for _, presence in looks])))

    def _look(
        self, picture: Picture, centre: NDArray[np.float32], side: float, turn: float
    ) -> tuple[NDArray[np.float32], float]:
        cos, sin, scale = np.cos(turn), np.sin(turn), side / SIDE
        into = np.array([[cos, -sin], [sin, cos]]) * scale  # from input pixels to the picture
        corner = centre - into @ np.array([SIDE / 2, SIDE / 2])
        crop = cv2.warpAffine(
            picture,
            np.hstack([into, corner[:, None]]),
            (SIDE, SIDE),
            flags=cv2.INTER_AREA | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        blob = cv2.dnn.blobFromImage(crop, 1 / 255, (SIDE, SIDE), swapRB=True)
        with self._lock:
            self._net.setInput(blob)
            outputs = sorted((out.reshape(-1) for out in self._net.forward(self._outputs)), key=len)
        raw = outputs[-1].reshape(468, 3)
        flat = raw[:, :2] @ into.T + corner
        presence = 1 / (1 + np.exp(-float(outputs[0][0])))
        return np.hstack([flat, raw[:, 2:] * scale]).astype(np.float32), presence


def frame_face(face: Face) -> tuple[NDArray[np.float32], float, float]:
    """Centre, side and turn of the square the network wants, from a detector's box and eyes."""
    x, y, width, height = face.box
    across = face.points[1] - face.points[0]
    centre = np.array([x + width / 2, y + height / 2], np.float32)
    return centre, float(max(width, height)) * MARGIN, float(np.arctan2(across[1], across[0]))


def frame_points(points: NDArray[np.float32]) -> tuple[NDArray[np.float32], float, float]:
    """The same square from points already measured."""
    across = points[LEFT_EYE, :2] - points[RIGHT_EYE, :2]
    low, high = points[:, :2].min(0), points[:, :2].max(0)
    return (low + high) / 2, float((high - low).max()) * MARGIN, float(np.arctan2(across[1], across[0]))
