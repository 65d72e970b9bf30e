"""A face cut out for its engine, and judged by what the picture shows of it: beyond its edge nothing is seen."""

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture
from workers.engines.face.contracts import Face, FaceEmbedder
from workers.engines.face.looks import add_border, move_face
from workers.engines.photos.decoding import PhotoRefused

_DARK, _FLAT = 9.0, 3.0  # median grey and spread below which nothing of a face is left
_BLURRED = 1.6  # mean step between neighbouring pixels of the aligned face
_LEAST_SEEN = 0.15  # of the aligned face: less is a part of a face

Seen = NDArray[np.bool_]


def align_judged(embedder: FaceEmbedder, picture: Picture, face: Face) -> Picture:
    """The face as its embedder wants it. Raises PhotoRefused where too little of it can be seen."""
    if not _overflows(face, picture):
        aligned = embedder.align(picture, face)
        check_visible(aligned, np.ones(aligned.shape[:2], np.bool_))
        return aligned
    # What lies beyond the edge is grey: black would be taken for darkness, and likeness fades with it.
    border = max(picture.shape[:2])
    moved = move_face(face, border)
    aligned = embedder.align(add_border(picture, border), moved)
    check_visible(aligned, embedder.align(_mark_shown(picture, border), moved)[:, :, 0] > 127)
    return aligned


def _mark_shown(picture: Picture, border: int) -> Picture:
    """White where the bordered picture shows the picture, black where it shows the border."""
    return np.pad(np.full_like(picture, 255), ((border, border), (border, border), (0, 0)))


def _overflows(face: Face, picture: Picture) -> bool:
    height, width = picture.shape[:2]
    x, y, across, down = (float(value) for value in face.box)
    return x < 0 or y < 0 or x + across > width or y + down > height


def check_visible(aligned: Picture, seen: Seen) -> None:
    """Raises PhotoRefused where the edge, darkness or blur has left nothing to compare."""
    if float(seen.mean()) < _LEAST_SEEN:
        raise PhotoRefused("quiz-face-cut")
    grey = cv2.cvtColor(aligned, cv2.COLOR_BGR2GRAY).astype(np.float32)
    shown = grey[seen]
    if float(np.median(shown)) < _DARK or float(shown.std()) < _FLAT:
        raise PhotoRefused("quiz-photo-dark")
    if (_mean_step(grey, seen, 1) + _mean_step(grey, seen, 0)) / float(shown.std()) * 20 < _BLURRED:
        raise PhotoRefused("quiz-photo-blurred")


def _mean_step(grey: NDArray[np.float32], seen: Seen, axis: int) -> float:
    """Between neighbours that are both on the picture."""
    both = seen[1:] & seen[:-1] if axis == 0 else seen[:, 1:] & seen[:, :-1]
    return float(np.abs(np.diff(grey, axis=axis))[both].mean())
