"""All artists who may be matched, as one matrix."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from workers.engines.face.contracts import Vector
from workers.engines.face.likeness import ITSELF, MOST_STRANGER, likeness, percent_of

CANDIDATES = 24  # looked at closely; those further away cannot come among the first
NEIGHBOURHOOD = 64  # artists nearest to the photo, among whom a group would be


@dataclass(frozen=True)
class Gallery:
    """`vectors` has a row of length 1 for each of `artists`; all by one engine."""

    artists: Sequence[UUID]
    vectors: NDArray[np.float32]

    @classmethod
    def empty(cls) -> "Gallery":
        return cls((), np.zeros((0, 0), np.float32))

    def rank(self, photo: Vector) -> list[tuple[UUID, float]]:
        """Artists nearest to the photo with their percent, best first; at most CANDIDATES of them."""
        if not len(self.artists):
            return []
        near = _highest(self.vectors @ photo, NEIGHBOURHOOD)
        scores = self._score(photo, near, near[0])
        best = max(scores, key=lambda row: scores[row])
        if percent_of(scores[best]) > MOST_STRANGER:
            # The person is known: whom they resemble is told by their own vector, which is steadier than one photo.
            scores |= self._score(self.vectors[best], near[near != best], best)
        ranked = sorted(scores, key=lambda row: -scores[row])
        percents = [percent_of(scores[row]) for row in ranked]
        percents[1:] = [min(percent, MOST_STRANGER) for percent in percents[1:]]
        return [(self.artists[int(row)], percent) for row, percent in zip(ranked, percents, strict=True)]

    def _score(self, face: Vector, near: NDArray[np.intp], closest: np.intp) -> dict[np.intp, float]:
        """The likeness of `face` with each of the first CANDIDATES of `near`, by row."""
        is_itself = (near == closest) & (self.vectors[near] @ face > ITSELF)
        return {
            row: likeness(face, self.vectors[row], self.vectors[near[(near != row) & ~is_itself]])
            for row in near[:CANDIDATES]
        }


class LoadedGallery:
    """The gallery of this process as it was loaded last. `ready` is set once it has been."""

    def __init__(self) -> None:
        self.gallery = Gallery.empty()
        self.ready = asyncio.Event()


def _highest(values: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    """Indices of the `count` highest values, highest first."""
    count = min(count, len(values))
    rough = np.argpartition(-values, count - 1)[:count]
    return np.asarray(rough[np.argsort(-values[rough])], np.intp)
