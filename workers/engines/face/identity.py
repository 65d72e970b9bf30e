"""Whose face it is, as 128 numbers: SFace (Zhong et al., IEEE TIP 2021; Apache-2.0), through OpenCV."""

from threading import Lock

import cv2
import numpy as np

from workers.engines.contracts import EngineCard, Picture
from workers.engines.face.contracts import Face, Vector
from workers.engines.face.vectors import normalise
from workers.engines.face.weights import SFACE, find_weights


class SfaceEmbedder:
    """Aligns a face by its five points and embeds it. One network behind a lock: callers may be many threads."""

    size = 128

    def __init__(self) -> None:
        self._net = cv2.FaceRecognizerSF.create(str(find_weights(SFACE)), "")
        self._lock = Lock()

    def card(self) -> EngineCard:
        return EngineCard("yunet-sface-1", "Apache-2.0", "cpu", "YuNet (MIT), SFace (Apache-2.0)")

    def align(self, picture: Picture, face: Face) -> Picture:
        """The face upright in 112 × 112 pixels, BGR."""
        row = np.concatenate([face.box, face.points.ravel(), [face.score]]).astype(np.float32)
        with self._lock:
            return np.array(self._net.alignCrop(picture, row[None]), np.uint8)

    def embed(self, aligned: Picture) -> Vector:
        """The vector of an aligned face."""
        with self._lock:
            vector = np.array(self._net.feature(aligned)[0], np.float32)
        return normalise(vector)
