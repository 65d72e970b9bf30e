"""How far the lips are apart, by looking between them: the mesh takes teeth for lips, and lips for a gap."""

import cv2
import numpy as np

from tests.load.faces.acting import Take
from tests.load.faces.tracking import CORNERS, LIPS, Floats, Track, frame_points, hold_part
from workers.engines.contracts import Picture

MIDDLE = (0.35, 0.65)  # of the way between the corners: the middle of the lips meets last
DARK, PALE = 0.55, 0.55  # of the lips' own lightness and colourfulness: below it is a hollow, or teeth
UPPER = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291)
LOWER = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291)


def measure_gaps(take: Take, track: Track) -> Floats:
    """Pixels between the lips in every frame, the median column of the middle third: frames × (unbroken, from–to).

    The longest unbroken run of hollow or teeth says whether lips are shut, and a gloss on them does not spoil it.
    From the first to the last such pixel is how far they are open, whatever the tongue hides.
    """
    box = frame_points(track.middle[list(LIPS)], 0.25, take.size)
    crops = (hold_part(take, track, i, box) for i in range(len(take.frames)))
    corner = np.array(box[:2], np.float32)
    return np.array([measure_gap(crop, points - corner) for crop, points in zip(crops, track.steady, strict=True)])


def measure_gap(crop: Picture, points: Floats) -> tuple[float, float]:
    columns, top, bottom = outline_lips(points)
    light, colour = cv2.split(read_colours(crop[:, columns]))
    rows = np.arange(crop.shape[0])[:, None]
    within = (rows > top) & (rows < bottom)
    lip = pick_lip_colour(light[within], colour[within])
    foreign = within & ((light < DARK * lip[0]) | (colour < PALE * lip[1]))
    return float(np.median(longest_run(foreign))), float(np.median(span_runs(foreign)))


def outline_lips(points: Floats) -> tuple[np.ndarray, Floats, Floats]:
    """Columns of the middle, and the outer edge of each lip there."""
    left, right = points[list(CORNERS), 0]
    columns = np.arange(int(left + MIDDLE[0] * (right - left)), int(left + MIDDLE[1] * (right - left)) + 1)
    top, bottom = (np.interp(columns, *points[list(line)].T) for line in (UPPER, LOWER))
    return columns, top, bottom


def read_colours(crop: Picture) -> Floats:
    """Lightness, and distance from grey (CIE Lab)."""
    lab = cv2.cvtColor(crop.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)
    return np.dstack([lab[..., 0], np.hypot(lab[..., 1], lab[..., 2])])


def pick_lip_colour(light: Floats, colour: Floats) -> tuple[float, float]:
    """What most colourful pixels look like: teeth are grey and hollows are black, lips neither."""
    lips = colour > np.percentile(colour, 60)
    return float(np.median(light[lips])), float(np.median(colour[lips]))


def longest_run(marks: np.ndarray) -> Floats:
    """The longest unbroken run of marked rows in every column."""
    best, run = np.zeros(marks.shape[1]), np.zeros(marks.shape[1])
    for row in marks:
        run = np.where(row, run + 1, 0)
        best = np.maximum(best, run)
    return best


def span_runs(marks: np.ndarray) -> Floats:
    """Rows from the first to the last mark of every column; single rows are the seam, or noise."""
    thick = cv2.morphologyEx(marks.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 1), np.uint8)) > 0
    first, last = thick.argmax(0), len(thick) - thick[::-1].argmax(0)
    return np.where(thick.any(0), last - first, 0).astype(np.float32)
