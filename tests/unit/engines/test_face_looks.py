"""Other looks at a picture give faces in its own pixels; points that make no face are none."""

import numpy as np
import pytest
from numpy.typing import NDArray

from workers.engines.contracts import Picture
from workers.engines.face.contracts import Face
from workers.engines.face.finding import FaceFinder
from workers.engines.face.framing import check_visible
from workers.engines.face.looks import Look, find_through
from workers.engines.face.soundness import is_sound
from workers.engines.photos.decoding import PhotoRefused

POINTS = np.array([[30, 40], [70, 40], [50, 60], [35, 80], [65, 80]], np.float32)

MIRROR = np.array([1, -1], np.float32)
LOW_NOSE = np.array([[0, 0], [0, 0], [0, 40], [0, 0], [0, 0]], np.float32)


def face_at(points: NDArray[np.float32]) -> Face:
    return Face(np.array([5, 5, 90, 90], np.float32), points.astype(np.float32), 0.95)


class Spot:
    """A `FaceDetector` that sees a face where one pixel shines."""

    def find_faces(self, picture: Picture) -> list[Face]:
        y, x = np.unravel_index(int(picture[:, :, 0].argmax()), picture.shape[:2])
        middle = np.array([x, y], np.float32) + 0.5
        return [Face(np.array([*(middle - 5), 10, 10], np.float32), np.tile(middle, (5, 1)).astype(np.float32), 0.95)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("room", [0.0, 0.3])
def test_what_another_look_finds_lies_in_the_picture_itself(turn: int, room: float) -> None:
    picture = np.zeros((60, 100, 3), np.uint8)
    picture[20, 30] = 255
    found = find_through(Look(room, turn), picture, Spot())[0]
    assert found.points[0].tolist() == [30.5, 20.5]
    assert found.box.tolist() == [25.5, 15.5, 10, 10]


def test_points_in_the_order_of_a_face_are_sound_whichever_way_up() -> None:
    assert is_sound(face_at(POINTS))
    assert is_sound(face_at(100 - POINTS))


@pytest.mark.parametrize(
    "points",
    [
        POINTS + np.float32(300),  # far outside the box
        np.full((5, 2), 50, np.float32),  # all in one place
        POINTS * MIRROR + np.array([0, 110], np.float32),  # inside out
        POINTS + LOW_NOSE,  # a nose below the mouth
    ],
    ids=["far", "heap", "inside out", "nose"],
)
def test_points_that_make_no_face_are_not_believed(points: NDArray[np.float32]) -> None:
    assert not is_sound(face_at(points))


class Counting:
    """A `FaceDetector` that is sure of one middling face, and counts how often it is asked."""

    asked = 0

    def find_faces(self, picture: Picture) -> list[Face]:
        self.asked += 1
        return [face_at(POINTS)]


def test_an_ordinary_selfie_is_looked_at_once() -> None:
    detector = Counting()
    assert len(FaceFinder((detector, detector)).find_faces(np.zeros((300, 300, 3), np.uint8))) == 1
    assert detector.asked == 1


def test_only_what_the_picture_shows_is_judged() -> None:
    aligned = np.random.default_rng(1).integers(80, 255, (112, 112, 3), np.uint8)
    seen = np.zeros((112, 112), np.bool_)
    seen[:, :50] = True
    aligned[:, 50:] = 0
    check_visible(aligned, seen)
    with pytest.raises(PhotoRefused, match="quiz-photo-dark"):
        check_visible(aligned // 40, seen)
    seen[:, 10:] = False
    with pytest.raises(PhotoRefused, match="quiz-face-cut"):
        check_visible(aligned, seen)
