"""All artists who may be matched, as one matrix."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from workers.engines.face.identity import SIZE, Vector
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
        return cls((), np.zeros((0, SIZE), np.float32))

    def rank(self, photo: Vector) -> list[tuple[UUID, float]]:
        """Artists nearest to the photo with their percent, best first; at most CANDIDATES of them."""
        if not len(self.artists):
            return []
        cosines = self.vectors @ photo
        near = _highest(cosines, NEIGHBOURHOOD)
        group, first = self.vectors[near], near[0]
        scored = []
        for row in near[:CANDIDATES]:
            is_other = (near != row) & ((near != first) | (cosines[first] < ITSELF))
            scored.append((likeness(photo, self.vectors[row], group[is_other]), row))
        scored.sort(reverse=True)
        percents = [percent_of(score) for score, _ in scored]
        percents[1:] = [min(percent, MOST_STRANGER) for percent in percents[1:]]
        return [(self.artists[row], percent) for percent, (_, row) in zip(percents, scored, strict=True)]


def _highest(values: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    """Indices of the `count` highest values, highest first."""
    count = min(count, len(values))
    rough = np.argpartition(-values, count - 1)[:count]
    return np.asarray(rough[np.argsort(-values[rough])], np.intp)
