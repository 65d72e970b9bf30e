"""Whose faces a picture shows: one quick look, and others where that one gives reason to doubt it.

A detector knows faces of a middling size that stand upright. One that fills the picture is found with room around it;
one on its side or head is found by turning the picture, and told from a false one by its score: the right way up
scores best.
"""

from collections.abc import Sequence

from workers.engines.contracts import Picture
from workers.engines.face.contracts import Face, FaceDetector
from workers.engines.face.looks import TURNS, Look, cut_around, find_through

_SURE = 0.92  # a score that no face on its side or head reaches
_TRUSTED = 0.8  # who looks often sees things: a later look has to be this sure
_LARGE = 0.55  # of the picture's longer side: from here on points go astray
_ROOMS = (0.6, 0.3, 1.2)  # room for a face that overflows, that just fits, and that one sees half of
_TURN_ROOMS = (0.0, 0.6)


class FaceFinder:
    """Looks at a picture until the faces in it are certain. One instance serves many threads."""

    def __init__(self, detectors: Sequence[FaceDetector], glance: FaceDetector | None = None) -> None:
        """`detectors` from the quickest to the most thorough; `glance` is quicker still, and tells which way is up."""
        self._detectors = detectors
        self._glance = glance or detectors[0]

    def find_faces(self, picture: Picture) -> list[Face]:
        """Every face, largest first, in pixels of the picture."""
        found = next((found for detector in self._detectors if (found := detector.find_faces(picture))), [])
        if not found or _is_large(found, picture):
            found = self._look_again(picture, found, 0)
        if _score(found) >= _SURE:
            return found
        turn = self._tell_turn(picture, found)
        return (self._look_turned(picture, turn) if turn else []) or found

    def _look_again(self, picture: Picture, found: list[Face], turn: int) -> list[Face]:
        """The best of what was found and what is found with room around the picture."""
        for room in _ROOMS:
            if _score(found) < _SURE:
                seen = find_through(Look(room, turn), picture, self._detectors[0])
                found = seen if _score(seen) >= max(_TRUSTED, _score(found)) else found
        return found

    def _tell_turn(self, picture: Picture, found: list[Face]) -> int:
        """How far to turn the picture so that the face stands upright; 0 where nothing speaks for a turn."""
        shown = cut_around(picture, found[0]) if found else picture
        rooms = (0.0,) if found else _TURN_ROOMS
        looks = [Look(room, turn) for room in rooms for turn in TURNS]
        scores = {look: _score(find_through(look, shown, self._glance)) for look in looks}
        best = max(looks, key=lambda look: scores[look])
        return best.turn if scores[best] >= max(_TRUSTED, _score(found)) else 0

    def _look_turned(self, picture: Picture, turn: int) -> list[Face]:
        upright = find_through(Look(turn=turn), picture, self._detectors[0])
        if upright and not _is_large(upright, picture):
            return upright
        return self._look_again(picture, upright, turn)


def _score(found: list[Face]) -> float:
    """How sure the detector is of the largest face; 0 of none."""
    return found[0].score if found else 0.0


def _is_large(found: list[Face], picture: Picture) -> bool:
    # The narrower side: a face is as wide as its cheeks, and how high the box takes the hair says little.
    return bool(min(found[0].box[2:]) > _LARGE * max(picture.shape[:2]))
