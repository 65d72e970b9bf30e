"""Turns the renders of the studio into the plates that are kept: `python -m …studio.develop FOLDER`.

Runs in the product's own Python; the renders' 32-bit maps are read by OpenCV.
"""

import os
import sys
from pathlib import Path

os.environ["OPENCV_IO_ENABLE_OPENEXR"] = "1"

import cv2
import numpy as np

from workers.engines.mockup.printing import PLATES

_SIDE = 900  # pixels of a plate


def develop_plate(folder: Path, name: str) -> None:
    """Writes the three files of one product."""
    photo = cv2.imread(str(folder / f"{name}.png"))
    marks = cv2.imread(str(folder / f"{name}.exr"), cv2.IMREAD_UNCHANGED)
    assert photo is not None and marks is not None
    photo = cv2.resize(photo, (_SIDE, _SIDE), interpolation=cv2.INTER_CUBIC)  # blanks are smooth: they bear it
    print_area = marks[..., 0] > 0.75
    u, v = marks[..., 2], marks[..., 1]
    inside = print_area & (u >= 0) & (u <= 1) & (v >= 0) & (v <= 1)
    tint = marks[..., 0] > 0.25
    mask = np.zeros((_SIDE, _SIDE, 3), np.uint8)
    mask[..., 2], mask[..., 1] = _soften(tint), _soften(inside)
    PLATES.mkdir(exist_ok=True)
    cv2.imwrite(str(PLATES / f"{name}.webp"), photo, [cv2.IMWRITE_WEBP_QUALITY, 90])
    cv2.imwrite(str(PLATES / f"{name}-mask.png"), mask, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    small = np.stack([np.zeros_like(u), _spread(v, print_area), _spread(u, print_area)], -1)
    small = cv2.resize(small, (_SIDE // 4, _SIDE // 4), interpolation=cv2.INTER_AREA)
    place = (small.clip(0, 1) * 65535).astype(np.uint16)
    cv2.imwrite(str(PLATES / f"{name}-map.png"), place, [cv2.IMWRITE_PNG_COMPRESSION, 9])


def _soften(mask: np.ndarray) -> np.ndarray:
    """An edge without stairs: blurred, enlarged, and made steep again."""
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.1)
    large = cv2.resize(soft, (_SIDE, _SIDE), interpolation=cv2.INTER_CUBIC)
    return np.asarray((np.clip((large - 0.5) * 2.0 + 0.5, 0, 1) * 255).astype(np.uint8))


def _spread(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The nearest known value everywhere else, so that edges interpolate well."""
    _, labels = cv2.distanceTransformWithLabels(
        (~known).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    table = np.zeros(int(labels.max()) + 1, np.float32)
    table[labels[known]] = values[known]
    return np.asarray(table[labels])


if __name__ == "__main__":
    for render in sorted(Path(sys.argv[1]).glob("*.exr")):
        develop_plate(Path(sys.argv[1]), render.stem)
