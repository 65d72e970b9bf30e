"""Where a performance stands in its film, and where writing may stand: square films and tall ones."""

from dataclasses import dataclass

FLOOR = 0.88  # of the height: below it players lay their buttons and their clock
HEAD = 0.085  # of the side: above it stands the mark
MARGIN = 0.06  # left and right of a line


@dataclass(frozen=True)
class Layout:
    """A film `side` pixels wide and `height` high; the performance is a square whose first row is `top`.

    Writing keeps between the rows `head` and `floor`; the cover's last line ends `foot` rows above the edge.
    """

    side: int
    height: int
    top: int
    head: int
    floor: int
    foot: int


def lay_square(side: int) -> Layout:
    """The performance and nothing else."""
    return Layout(side, side, 0, round(side * HEAD), int(side * FLOOR), round(side * 0.05))


def lay_tall(side: int) -> Layout:
    """9:16 for telephones held upright: the title stands above the performance, captions below it."""
    height = side * 16 // 9 // 4 * 4
    floor = int(height * FLOOR)
    return Layout(side, height, (height - side) // 4 * 2, round(side * 0.125), floor, height - floor)
