"""Whether the upper teeth stay on the skull: a patch of them is followed through the frames of an open mouth."""

import cv2
import numpy as np

from tests.load.faces.acting import Take
from tests.load.faces.gaps import outline_lips, pick_lip_colour, read_colours
from tests.load.faces.tracking import EYE_CORNERS, LIPS, NOSE_TIP, Floats, Track, frame_points, hold_part
from workers.engines.contracts import Picture

OPEN = 0.4  # of the widest opening
SHOWN = 40  # pixels of teeth that are enough to follow
GRIP = 0.7  # a patch that resembles less is hidden
FEWEST = 10  # frames
EDGE = 3  # pixels below the teeth that the patch takes in: their edge against the dark
Spot = tuple[float, float]


def follow_teeth(take: Take, track: Track, opening: Floats) -> Floats:
    """Pixels at 720 by which the teeth stray from where the head's turn puts them; empty where none are seen."""
    frames = np.flatnonzero(opening > OPEN * opening.max())
    box = frame_points(track.middle[list(LIPS)], 0.25, take.size)
    crops = [hold_part(take, track, i, box) for i in map(int, frames)]
    points = [track.steady[i] - np.array(box[:2], np.float32) for i in frames]
    patch = cut_patch(crops, points)
    if patch is None:
        return np.zeros(0, np.float32)
    found = [(i, spot) for i, crop in zip(frames, crops, strict=True) if (spot := find_patch(crop, patch))]
    if len(found) < FEWEST:
        return np.zeros(0, np.float32)
    numbers, spots = zip(*found, strict=True)
    return take_turn_out(np.array(spots), track.steady[list(numbers)]) * (720 / take.size)


def cut_patch(crops: list[Picture], points: list[Floats]) -> Picture | None:
    """The upper teeth where most of them are seen."""
    masks = [mark_teeth(crop, some) for crop, some in zip(crops, points, strict=True)]
    best = int(np.argmax([mask.sum() for mask in masks]))
    if masks[best].sum() < SHOWN:
        return None
    rows, columns = np.nonzero(masks[best])
    top, bottom = np.percentile(rows, (10, 98)).astype(int)
    left, right = np.percentile(columns, (2, 98)).astype(int)
    return crops[best][top : bottom + EDGE, left:right]


def mark_teeth(crop: Picture, points: Floats) -> np.ndarray:
    """Pale pixels in the upper half of the opening."""
    columns, top, bottom = outline_lips(points)
    light, colour = cv2.split(read_colours(crop[:, columns]))
    rows = np.arange(crop.shape[0])[:, None]
    within = (rows > top) & (rows < bottom)
    lip = pick_lip_colour(light[within], colour[within])
    foreign = within & ((light < 0.55 * lip[0]) | (colour < 0.55 * lip[1]))
    first, last = foreign.argmax(0), len(foreign) - foreign[::-1].argmax(0)
    mask = np.zeros(crop.shape[:2], bool)
    mask[:, columns] = foreign & (light > 0.6 * lip[0]) & (colour < 0.55 * lip[1]) & (rows < (first + last) / 2)
    return mask


def find_patch(crop: Picture, patch: Picture) -> Spot | None:
    """Where the patch lies, to a fraction of a pixel."""
    score = cv2.matchTemplate(crop, patch, cv2.TM_CCOEFF_NORMED)
    _, best, _, (x, y) = cv2.minMaxLoc(score)
    if best < GRIP or not (0 < x < score.shape[1] - 1 and 0 < y < score.shape[0] - 1):
        return None
    return x + peak(*score[y, x - 1 : x + 2]), y + peak(*score[y - 1 : y + 2, x])


def peak(before: float, at: float, after: float) -> float:
    """The top of the parabola through three values."""
    bend = before - 2 * at + after
    return float(0.5 * (before - after) / bend) if bend else 0.0


def take_turn_out(spots: Floats, steady: Floats) -> Floats:
    """Teeth lie deeper than the eyes, so a turning head shifts them as it shifts the nose: that much is allowed."""
    nose = steady[:, NOSE_TIP] - steady[:, EYE_CORNERS].mean(1)
    causes = np.column_stack([np.ones(len(nose)), nose])
    fit, *_ = np.linalg.lstsq(causes, spots, rcond=None)
    return np.linalg.norm(spots - causes @ fit, axis=1)
