"""Finding faces with YuNet (Wu et al., Machine Intelligence Research 2023; MIT), through OpenCV."""

from threading import Lock

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture
from workers.engines.face.contracts import Face
from workers.engines.face.soundness import is_sound
from workers.engines.face.weights import YUNET, find_weights

LONG_SIDE = 640  # larger pictures find no more faces and cost four times the time


class YunetDetector:
    """Faces of a picture, largest first. One network behind a lock: callers may be many threads."""

    def __init__(self, threshold: float = 0.7, long_side: int = LONG_SIDE) -> None:
        self._net = cv2.FaceDetectorYN.create(str(find_weights(YUNET)), "", (320, 320), threshold, 0.3, 200)
        self._long_side = long_side
        self._lock = Lock()

    def find_faces(self, picture: Picture) -> list[Face]:
        """Every face above the threshold in a height × width × 3 BGR picture."""
        height, width = picture.shape[:2]
        scale = min(1.0, self._long_side / max(height, width))
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        with self._lock:
            self._net.setInputSize((small.shape[1], small.shape[0]))
            _, rows = self._net.detect(small)
        found = [read_face(row, scale) for row in (rows if rows is not None else [])]
        return sorted(filter(is_sound, found), key=lambda face: -float(face.box[2] * face.box[3]))


def read_face(row: NDArray[np.float32], scale: float) -> Face:
    """YuNet's row of 15 numbers, back in the pixels of the whole picture."""
    return Face(row[:4] / scale, row[4:14].reshape(5, 2) / scale, float(row[14]))
