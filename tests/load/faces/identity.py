"""Whether a frame still shows the person of the portrait, and whether two portraits show two people."""

import numpy as np

from tests.load.faces.acting import Take
from tests.load.faces.tracking import Floats
from workers.engines.contracts import Picture
from workers.engines.face.contracts import FaceDetector
from workers.engines.face.identity import SfaceEmbedder

EVERY = 5  # frames


class Recogniser:
    """SFace behind the project's own detector."""

    def __init__(self, detector: FaceDetector) -> None:
        self._detector, self._embedder = detector, SfaceEmbedder()

    def embed(self, picture: Picture) -> Floats:
        face = self._detector.find_faces(picture)[0]
        return self._embedder.embed(self._embedder.align(picture, face))

    def compare(self, take: Take, portrait: Floats) -> list[float]:
        """Cosines of every fifth frame."""
        return [float(self.embed(take.picture(i)) @ portrait) for i in range(0, len(take.frames), EVERY)]


def compare_all(vectors: list[Floats]) -> tuple[np.ndarray, float]:
    """Cosines of every pair, and the largest of two different people."""
    matrix = np.stack(vectors) @ np.stack(vectors).T
    apart = matrix[~np.eye(len(matrix), dtype=bool)]
    return matrix, float(apart.max(initial=-1.0))
