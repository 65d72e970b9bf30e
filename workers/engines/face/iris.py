"""Measuring eyes: exact lid lines and irises (MediaPipe Iris, Ablavatski et al. 2020; Apache-2.0)."""

from threading import Lock

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture
from workers.engines.face.weights import IRIS, find_weights

SIDE = 64  # pixels of the network's input
MARGIN = 2.3  # its square, in widths of the eye
# The network's first sixteen points, lower lid and then upper, under their numbers in the face mesh.
EYES = (
    (33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173),
    (263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398),
)
CORNERS = ((33, 133), (362, 263))


class EyeMesher:
    """Puts exact eyes into a mesh; safe to call from threads."""

    def __init__(self) -> None:
        self._net = cv2.dnn.readNetFromTFLite(str(find_weights(IRIS)))
        self._lock = Lock()

    def refine_eyes(self, picture: Picture, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """The 468 points with lids moved to where they are, and ten more: five of each iris, centre first."""
        refined = points.copy()
        irises = []
        for numbers, corners, flip in zip(EYES, CORNERS, (False, True), strict=True):
            lids, iris = self._measure(picture, points[list(corners), :2], flip)
            refined[list(numbers), :2] = lids
            depth = np.full((5, 1), float(points[list(corners), 2].mean()), np.float32)
            irises.append(np.hstack([iris, depth]))
        return np.vstack([refined, *irises]).astype(np.float32)

    def _measure(
        self, picture: Picture, corners: NDArray[np.float32], flip: bool
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        across = corners[1] - corners[0]
        turn = np.arctan2(across[1], across[0])
        scale = float(np.linalg.norm(across)) * MARGIN / SIDE
        into = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) * scale
        if flip:  # the network knows one side only
            into = into @ np.diag([-1.0, 1.0])
        start = corners.mean(0) - into @ np.array([SIDE / 2, SIDE / 2])
        crop = cv2.warpAffine(
            picture,
            np.hstack([into, start[:, None]]),
            (SIDE, SIDE),
            flags=cv2.INTER_AREA | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        with self._lock:
            self._net.setInput(cv2.dnn.blobFromImage(crop, 1 / 255, (SIDE, SIDE), swapRB=True))
            lids, iris = self._net.forward(["output_eyes_contours_and_brows", "output_iris"])
        found = lids.reshape(-1, 3)[:16, :2] @ into.T + start, iris.reshape(-1, 3)[:, :2] @ into.T + start
        return found[0].astype(np.float32), found[1].astype(np.float32)
