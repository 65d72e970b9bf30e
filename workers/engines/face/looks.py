"""Other ways to look at a picture: with room around it, and turned. What is found comes back in its own pixels."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Picture
from workers.engines.face.contracts import Face

_GREY = (127, 127, 127)
_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


@dataclass(frozen=True)
class Look:
    """`room` is the border as a part of the longer side, `turn` the degrees clockwise."""

    room: float = 0.0
    turn: int = 0


def look_through(look: Look, picture: Picture, find: Callable[[Picture], list[Face]]) -> list[Face]:
    """What `find` finds in the picture as `look` shows it, in pixels of the picture itself."""
    shown, border = add_room(turn_picture(picture, look.turn), look.room)
    height, width = picture.shape[:2]
    return [_turn_back(move_face(face, -border), look.turn, height, width) for face in find(shown)]


def add_room(picture: Picture, room: float) -> tuple[Picture, int]:
    """The picture with a plain border, and how many pixels wide that is."""
    border = round(max(picture.shape[:2]) * room)
    if not border:
        return picture, 0
    wide = cv2.copyMakeBorder(picture, border, border, border, border, cv2.BORDER_CONSTANT, value=_GREY)
    return np.asarray(wide, np.uint8), border


def turn_picture(picture: Picture, turn: int) -> Picture:
    return np.asarray(cv2.rotate(picture, _TURNS[turn]), np.uint8) if turn else picture


def move_face(face: Face, by: float) -> Face:
    """The face as many pixels further right and down."""
    step = np.float32(by)
    box = np.concatenate([face.box[:2] + step, face.box[2:]])
    return Face(box, face.points + step, face.score)


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
