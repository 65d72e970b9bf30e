"""From a cosine to a percent people can believe.

**The scale.** Photos of different people have cosines spread like N(0.16, 0.09) with this engine (measured: mean .16,
95 % below .31, 99 % below .36). The percent is a percentile of that spread, written on a scale of surprise: it grows
evenly with the cosine, so that each step is rarer among strangers than the one before.

    percent        39      54      61      68      74      80      90
    one pair in     2      20     100   1 000  10 000 100 000  20 million

90 begins at a cosine of 0.64, beyond what any two strangers reached (.40) and below nearly all pairs of photos of one
person (mean .80, 95 % above .67): from there on the percent runs through the likeness of one person's own photos.

**The middle.** Some artists look alike to the engine – relatives, or portraits from one studio. Against such
neighbours a cosine says little, as with speakers whose scores are normalised by a cohort (adaptive S-norm, Matějka et
al., Interspeech 2017). So the likeness of a photo and an artist is measured from the middle of the artists that both
resemble: what the whole group shares cancels out, and what tells its members apart is left. Where nobody resembles
both, the middle is the origin, and the likeness is the plain cosine. It is symmetric in its two faces. An artist whom
the photo resembles as one person resembles themselves is left out of the group, or a photo would be compared with
itself.

**One person.** A photo shows one person, so only the first match may pass 90. Once it does, the others are compared
with that artist's own vector instead of the photo: A's likeness to B is B's to A.
"""

import numpy as np
from numpy.typing import NDArray

from workers.engines.face.contracts import Vector
from workers.engines.face.vectors import normalise

STRANGER, ONE_PERSON, SAME = -0.2, 0.64, 1.0  # cosines of 0, 90 and 100 percent
MOST_STRANGER = 89.9
RESEMBLES, RESEMBLES_FULLY = 0.4, 0.6  # above 0.4 no two strangers were seen
NEIGHBOURS = 4
ITSELF = 0.6  # a first match this close may be the person on the photo


def percent_of(likeness: float) -> float:
    """A likeness (−1 … 1) in percent, to one decimal."""
    return round(float(np.interp(likeness, (STRANGER, ONE_PERSON, SAME), (0.0, 90.0, 100.0))), 1)


def likeness(photo: Vector, artist: Vector, others: NDArray[np.float32]) -> float:
    """How alike two faces are, seen from the middle of the `others` (rows) that both resemble."""
    if not len(others):
        return float(photo @ artist)
    both = np.minimum(others @ artist, others @ photo)
    nearest = np.argsort(-both)[:NEIGHBOURS]
    weights = np.clip(both[nearest] - RESEMBLES, 0, None)
    if not weights.any():
        return float(photo @ artist)
    pull = min(1.0, float(weights[0]) / (RESEMBLES_FULLY - RESEMBLES))
    middle = pull * (weights @ others[nearest]) / weights.sum()
    return float(normalise(photo - middle) @ normalise(artist - middle))
