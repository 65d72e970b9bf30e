"""Other ways to look at a picture: with room around it, and turned. What is found comes back in its own pixels."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture
from workers.engines.face.contracts import Face, FaceDetector

TURNS = (0, 90, 180, 270)
_ABOUT, _SMALL = 2.2, 160  # sides of a face that its surroundings take, and the pixels they are shown in
_GREY = (127, 127, 127)
_ROTATIONS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


@dataclass(frozen=True)
class Look:
    """`room` is the border as a part of the longer side, `turn` the degrees clockwise."""

    room: float = 0.0
    turn: int = 0


def find_through(look: Look, picture: Picture, detector: FaceDetector) -> list[Face]:
    """Faces of the picture as `look` shows it, largest first, in pixels of the picture itself."""
    border = round(max(picture.shape[:2]) * look.room)
    shown = add_border(_turn_picture(picture, look.turn), border)
    height, width = picture.shape[:2]
    return [_turn_back(move_face(face, -border), look.turn, height, width) for face in detector.find_faces(shown)]


def add_border(picture: Picture, border: int) -> Picture:
    """The picture on a plain grey ground that shows `border` pixels on each side."""
    if not border:
        return picture
    wide = cv2.copyMakeBorder(picture, border, border, border, border, cv2.BORDER_CONSTANT, value=_GREY)
    return np.asarray(wide, np.uint8)


def cut_around(picture: Picture, face: Face) -> Picture:
    """The face with as much again about it, small: enough to tell which way is up."""
    side = max(16.0, _ABOUT * float(max(face.box[2:])))
    left, top = face.box[:2] + face.box[2:] / 2 - side / 2
    scale = _SMALL / side
    matrix = np.array([[scale, 0, -left * scale], [0, scale, -top * scale]], np.float32)
    patch = cv2.warpAffine(picture, matrix, (_SMALL, _SMALL), borderValue=_GREY)
    return np.asarray(patch, np.uint8)


def move_face(face: Face, by: float) -> Face:
    """The face as many pixels further right and down."""
    step = np.float32(by)
    return Face(np.concatenate([face.box[:2] + step, face.box[2:]]), face.points + step, face.score)


def _turn_picture(picture: Picture, turn: int) -> Picture:
    return np.asarray(cv2.rotate(picture, _ROTATIONS[turn]), np.uint8) if turn else picture


def _turn_back(face: Face, turn: int, height: int, width: int) -> Face:
    if not turn:
        return face
    ends = np.stack([face.box[:2], face.box[:2] + face.box[2:]])
    corners = _points_back(ends, turn, height, width)
    low, high = corners.min(axis=0), corners.max(axis=0)
    return Face(np.concatenate([low, high - low]), _points_back(face.points, turn, height, width), face.score)


def _points_back(points: NDArray[np.float32], turn: int, height: int, width: int) -> NDArray[np.float32]:
    """Points of the turned picture in the one of `height` × `width`."""
    x, y = points[:, 0], points[:, 1]
    back = {90: (y, height - x), 180: (width - x, height - y), 270: (width - y, x)}[turn]
    return np.stack(back, axis=1).astype(np.float32)
