"""Prepared portraits on disk: made once, slow; read back in a moment."""

import hashlib
import os
from pathlib import Path

import numpy as np

from workers.engines.contracts import EngineError, Picture
from workers.engines.mesh_warp.axes import Floats, find_axes
from workers.engines.mesh_warp.matte import cut_person
from workers.engines.mesh_warp.rig import Plate

VERSION = 2  # raise it when what is kept changes meaning
FRAME = 4.2  # side of the picture in eye distances: head and shoulders
EYE_LINE = 0.40  # how far down the eyes stand


class PlateShelf:
    """Plates by key in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def holds(self, key: str) -> bool:
        return self._name(key).is_file()

    def find(self, key: str) -> Plate:
        """The plate of a key. Raises EngineError when it was not prepared."""
        path = self._name(key)
        if not path.is_file():
            raise EngineError(f"no prepared portrait for {key!r}: call prepare() with it first")
        with np.load(path) as kept:
            matte = kept["matte"].astype(np.float32) / 255
            return Plate(kept["picture"], kept["points"], matte, kept["background"])

    def keep(self, key: str, plate: Plate) -> None:
        """Writes a plate whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._name(key)
        half = path.with_suffix(f".{os.getpid()}.part")
        with half.open("wb") as out:
            np.savez(
                out,
                picture=plate.picture,
                points=plate.points,
                matte=np.rint(plate.matte * 255).astype(np.uint8),
                background=plate.background,
            )
        half.replace(path)

    def _name(self, key: str) -> Path:
        digest = hashlib.sha256(key.encode()).hexdigest()[:24]
        return self._folder / f"{digest}.v{VERSION}.npz"


def make_plate(portrait: Picture, points: Floats) -> Plate:
    """Crops head and shoulders, cuts the person out and paints what is behind."""
    x0, y0, side = frame_head(portrait, points)
    picture = np.ascontiguousarray(portrait[y0 : y0 + side, x0 : x0 + side])
    inside = (points - np.array([x0, y0, 0], np.float32)).astype(np.float32)
    return Plate(picture, inside, *cut_person(picture, inside))


def frame_head(portrait: Picture, points: Floats) -> tuple[int, int, int]:
    """Corner and side of the square to show."""
    height, width = portrait.shape[:2]
    axes = find_axes(points)
    side = int(min(FRAME * axes.scale, height, width)) // 2 * 2
    eyes = points[[33, 263], :2].mean(0)
    x0 = int(np.clip(eyes[0] - side / 2, 0, width - side))
    y0 = int(np.clip(eyes[1] - side * EYE_LINE, 0, height - side))
    return x0, y0, side
