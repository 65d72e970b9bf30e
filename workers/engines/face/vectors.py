"""Arithmetic of face vectors, the same whatever engine made them."""

import numpy as np
from numpy.typing import NDArray

from workers.engines.face.contracts import Vector


def normalise(vector: NDArray[np.float32]) -> Vector:
    """The same direction at length 1."""
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)


def average(vectors: list[Vector]) -> Vector:
    """One vector for several pictures of one person."""
    return normalise(np.mean(vectors, axis=0))
