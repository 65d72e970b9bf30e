"""Blinks, from how high the eyes are for their width (Soukupová and Čech, 2016)."""

from dataclasses import dataclass

import numpy as np

from tests.load.faces.acting import FPS
from tests.load.faces.tracking import Floats, Track

# Upper and lower lid, twice, and the corners.
EYES = ((160, 144, 158, 153, 33, 133), (385, 380, 387, 373, 362, 263))
BEGUN = 0.8  # of the usual height: a blink is as long as the eye is lower
MEANT = 0.6  # and no blink if it never gets here


@dataclass(frozen=True)
class Blink:
    milliseconds: float
    lowest: float  # of the usual height


def measure_eyes(track: Track) -> Floats:
    """Both eyes' height in every frame, 1 where they are as usual."""
    ratio = np.mean([measure_eye(track.points, eye) for eye in EYES], axis=0)
    return (ratio / np.percentile(ratio, 70)).astype(np.float32)


def measure_eye(points: Floats, eye: tuple[int, ...]) -> Floats:
    up1, down1, up2, down2, left, right = (points[:, i] for i in eye)
    height = np.linalg.norm(up1 - down1, axis=1) + np.linalg.norm(up2 - down2, axis=1)
    return height / (2 * np.linalg.norm(left - right, axis=1))


def list_blinks(eyes: Floats) -> list[Blink]:
    """Blinks that begin and end within the frames."""
    low = np.flatnonzero(np.diff((eyes < BEGUN).astype(int)))
    starts = [i for i in low if eyes[i] >= BEGUN]
    blinks = [read_blink(eyes, start, end) for start in starts if (end := next((i for i in low if i > start), 0))]
    return [blink for blink in blinks if blink.lowest < MEANT]


def read_blink(eyes: Floats, start: int, end: int) -> Blink:
    """`start` and `end` are the frames before the eye crosses the line, which it does somewhere on the way."""
    down = start + cross(eyes[start], eyes[start + 1])
    up = end + cross(eyes[end], eyes[end + 1])
    return Blink(1000 * (up - down) / FPS, float(eyes[start : end + 1].min()))


def cross(before: float, after: float) -> float:
    return float((before - BEGUN) / (before - after))
