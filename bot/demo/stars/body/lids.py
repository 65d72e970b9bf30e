"""The edges of the eyelids on the base mesh: rows of vertices that lashes and lash lines follow."""

from collections.abc import Iterable

import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head

# Vertices of the left eye's lash strips: where a lash is rooted, and where it ends.
UPPER_ROOT = (*range(14742, 14750), *range(14760, 14764), 14766)
UPPER_TIP = tuple(range(14805, 14818))
LOWER_ROOT = (*range(14751, 14760), 14765, 14792, 14793)
LOWER_TIP = tuple(range(14830, 14842))


def inner_to_outer(head: Head, vertices: Iterable[int]) -> list[int]:
    return sorted(vertices, key=lambda vertex: float(head.figure.rest[vertex][0]))


def rest_line(head: Head, vertices: Iterable[int]) -> Floats:
    """Rest positions from the inner to the outer corner of the left eye."""
    return np.asarray(head.figure.rest[inner_to_outer(head, vertices)])


def mirrored(head: Head, vertices: Iterable[int]) -> list[int]:
    """The right eye's vertices that stand opposite."""
    figure = head.figure
    strip = np.concatenate([figure.members("helper-r-eyelashes-1"), figure.members("helper-r-eyelashes-2")])
    opposite = [figure.rest[vertex] * [-1, 1, 1] for vertex in vertices]
    return [int(strip[np.argmin(np.linalg.norm(figure.rest[strip] - place, axis=1))]) for place in opposite]
