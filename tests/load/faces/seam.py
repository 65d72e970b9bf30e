"""Edges that the portrait does not have: where what is redrawn ends.

The head is held still, and each pixel's spread over time says where the face is redrawn. Along that region's
border the mean gradient of every frame is held against the mean gradient of the skin a few pixels to either side, and
this ratio against the same ratio at rest, so that folds and nostrils which lie there anyway cancel.
1 is no edge; the 95th percentile over the frames is told.
"""

import cv2
import numpy as np

from tests.load.faces.acting import Take
from tests.load.faces.tracking import LIPS, Floats, Track, frame_points, hold_still

EVERY = 5  # frames
JAW = (127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454, 356)
CHEEKS = (50, 280, 195, 152, 172, 397)  # the box that is looked at: from the nose's bridge to the chin
MOVING = 2.5  # grey levels of spread, beyond the grain of a resampled skin
NEAR, FAR = 7, 25  # pixels at 720: the border's own width, and how far its neighbourhood goes
FEWEST = 60  # pixels of border worth judging


def measure_seam(take: Take, track: Track) -> float:
    """The 95th percentile over frames of how much sharper the border is than its surroundings; 1 is no edge."""
    box = frame_points(track.middle[list(CHEEKS)], 0.05, take.size)
    frames = range(0, len(take.frames), EVERY)
    stack = np.array([hold_still(take.frames[i].luma, track.ways[i], box) for i in frames], np.float32)
    skin = mark_skin(track, box, list(frames))
    return judge_seam(stack, skin)


def judge_seam(stack: Floats, skin: np.ndarray) -> float:
    """Frames × rows × columns of luma, and where to look. The first frame is at rest."""
    border, around = find_border(stack, skin)
    if border.sum() < FEWEST:
        return 1.0
    ratios = np.array([compare_edges(frame, border, around) for frame in stack])
    return float(np.percentile(ratios / ratios[0], 95))


def find_border(stack: Floats, skin: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The border of what moves, and the skin beside it."""
    spread = cv2.GaussianBlur(stack.std(0), (0, 0), 2)
    moving = cv2.morphologyEx((spread > MOVING).astype(np.uint8), cv2.MORPH_OPEN, disc(9))
    line = cv2.morphologyEx(moving, cv2.MORPH_GRADIENT, disc(3))
    border, around = (cv2.dilate(line, disc(width)) > 0 for width in (NEAR, FAR))
    return border & skin, around & ~(cv2.dilate(line, disc(NEAR + 4)) > 0) & skin


def compare_edges(frame: Floats, border: np.ndarray, around: np.ndarray) -> float:
    smooth = cv2.GaussianBlur(frame, (0, 0), 1)
    steep = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    return float(steep[border].mean() / max(float(steep[around].mean()), 1e-3))


def mark_skin(track: Track, box: tuple[int, int, int, int], frames: list[int]) -> np.ndarray:
    """The face without the lips, wherever they go, and without the outline of the jaw, which moves too."""
    lips, jaws = (track.steady[frames][:, list(line)] - box[:2] for line in (LIPS, JAW))
    shape = box[3] - box[1], box[2] - box[0]
    skin = cv2.erode(np.min([fill_hull(jaw, shape) for jaw in jaws], axis=0), disc(31))
    mouth = cv2.dilate(np.max([fill_hull(lip, shape) for lip in lips], axis=0), disc(31))
    return (skin > 0) & (mouth == 0)


def fill_hull(points: Floats, shape: tuple[int, int]) -> np.ndarray:
    return cv2.fillConvexPoly(np.zeros(shape, np.uint8), cv2.convexHull(points.astype(np.int32)), 1)


def disc(width: int) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (width, width))
