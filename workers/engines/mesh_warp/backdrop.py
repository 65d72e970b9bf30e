"""Studio backgrounds: a smooth surface fitted to what lies around the person."""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.contracts import Picture
from workers.engines.mesh_warp.axes import Floats
from workers.engines.planes import to_bytes

DEGREE = 4
ROUNDS = 5  # each round lets the fit claim more of the picture
NOISE = 7.0  # a surface that misses its own pixels by more (of 255) is no studio
CLAIM = 16.0  # a pixel this near the surface may belong to it


@dataclass(frozen=True)
class Backdrop:
    """The fitted background (BGR, float, any size asked for) and how badly it fits its own pixels."""

    weights: Floats
    noise: float
    clear: Floats  # what the surface claimed, at the size of the fit

    def paint(self, side: int) -> Floats:
        """The surface on a square of `side` pixels."""
        painted: Floats = (_powers(side) @ self.weights).reshape(side, side, 3)
        return painted


def fit_backdrop(small: Picture, shoulders: int) -> Backdrop | None:
    """Fits a square picture's surroundings; `shoulders` is the row where the body may reach the sides.

    Grows from the borders inwards, like water. None when the surroundings are no smooth surface.
    """
    side = small.shape[0]
    edge = max(4, side // 24)
    known = np.zeros((side, side), np.uint8)
    known[: max(2, edge // 3), : side // 4] = known[: max(2, edge // 3), -side // 4 :] = 1
    known[:shoulders, :edge] = known[:shoulders, -edge:] = 1
    colours = cv2.GaussianBlur(small, (0, 0), 1.0).astype(np.float32).reshape(-1, 3)
    powers = _powers(side)
    for turn in range(ROUNDS):
        terms = 6 if turn < 2 else powers.shape[1]  # a plain curve first: far from known pixels it stays sane
        inside = known.reshape(-1) > 0
        weights = np.zeros((powers.shape[1], 3), np.float32)
        weights[:terms] = np.linalg.lstsq(powers[inside, :terms], colours[inside], rcond=None)[0]
        miss = np.linalg.norm(powers @ weights - colours, axis=1)
        near = (miss < CLAIM).reshape(side, side).astype(np.uint8)
        known = _flood(cv2.erode(near, np.ones((3, 3), np.uint8)), known)
    noise = float(np.sqrt((miss[inside] ** 2).mean()))
    if noise > NOISE or not 0.08 < float(known.mean()) < 0.9:
        return None
    return Backdrop(weights, noise, known.astype(np.float32))


def subtract_backdrop(picture: Picture, backdrop: Backdrop) -> Floats:
    """How surely each pixel is not background, 0 … 1, at the picture's own size."""
    side = picture.shape[0]
    soft = cv2.GaussianBlur(picture, (0, 0), side / 1100).astype(np.float32)
    away = np.linalg.norm(soft - backdrop.paint(side), axis=2)
    low = 5.0 + 1.5 * backdrop.noise
    return np.asarray(np.clip((away - low) / 14.0, 0, 1), np.float32)


def lift_background(picture: Picture, matte: Floats, backdrop: Backdrop) -> Picture:
    """The background alone: its own pixels where they are seen, the surface behind the person."""
    side = picture.shape[0]
    hidden = cv2.dilate(matte, np.ones((9, 9), np.uint8))
    hidden = np.clip(cv2.GaussianBlur(hidden, (0, 0), side / 90) * 2.0, 0, 1)[..., None]
    return to_bytes(picture * (1 - hidden) + backdrop.paint(side) * hidden)


def _powers(side: int) -> Floats:
    """Polynomial terms of both directions up to DEGREE, lowest first: side² × terms."""
    spot = np.linspace(-1, 1, side, dtype=np.float32)
    down, across = np.meshgrid(spot, spot, indexing="ij")
    terms = [
        across.reshape(-1) ** i * down.reshape(-1) ** (total - i)
        for total in range(DEGREE + 1)
        for i in range(total + 1)
    ]
    return np.stack(terms, 1)


def _flood(near: Floats, known: Floats) -> Floats:
    """The near pixels that touch known ones."""
    _, labels = cv2.connectedComponents(cv2.bitwise_or(near, known))
    touched = np.unique(labels[known > 0])
    return np.isin(labels, touched[touched > 0]).astype(np.uint8)
