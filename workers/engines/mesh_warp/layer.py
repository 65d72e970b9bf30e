"""Pieces of a face as video planes, which can be read through a map of places and laid over each other."""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.contracts import Picture, Plane
from workers.engines.mesh_warp.axes import Floats
from workers.engines.planes import convert_picture, lay_over

FOLD, CUT = 1, 2  # channels of a layer's luma
MATTE, CHROMA_CUT = 2, 3  # channels of its chroma


@dataclass(frozen=True)
class Places:
    """Where each pixel of a half-resolution grid reads: two planes, in texture pixels."""

    across: Floats
    down: Floats

    def crop(self, box: tuple[int, int, int, int]) -> "Places":
        """The part under a box (x0, y0, x1, y1) of full-resolution pixels."""
        x0, y0, x1, y1 = (v // 2 for v in box)
        return Places(self.across[y0:y1, x0:x1], self.down[y0:y1, x0:x1])

    def shift(self, across: Floats | float, down: Floats | float) -> "Places":
        return Places(self.across + across, self.down + down)

    def full(self) -> "Places":
        """The same places at full resolution."""
        return Places(*(cv2.resize(p, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR) for p in self._both()))

    def fixed(self) -> tuple[Plane, Plane]:
        """As the fixed-point maps that OpenCV reads fastest."""
        first, second = cv2.convertMaps(self.across, self.down, cv2.CV_16SC2)
        return first, second

    def _both(self) -> tuple[Floats, Floats]:
        return self.across, self.down


@dataclass
class Layer:
    """`luma` H × W × (value, fold, cut), `chroma` H/2 × W/2 × (blue, red, matte, cut), premultiplied by it.

    The cut parts one piece of the face from another, the matte the person from the background, the fold says
    where a cheek fold may darken. `origin` is the layer's corner in texture pixels.
    """

    luma: Plane
    chroma: Plane
    origin: tuple[int, int] = (0, 0)

    def read(self, places: Places) -> "Layer":
        """The layer resampled at these places of the texture."""
        inner = places.shift(-float(self.origin[0]), -float(self.origin[1]))
        half = Places((inner.across - 0.5) * 0.5, (inner.down - 0.5) * 0.5)
        return Layer(read_plane(self.luma, inner.full()), read_plane(self.chroma, half))

    def crop(self, box: tuple[int, int, int, int]) -> "Layer":
        """A view of an even box (x0, y0, x1, y1)."""
        x0, y0, x1, y1 = box
        return Layer(self.luma[y0:y1, x0:x1], self.chroma[y0 // 2 : y1 // 2, x0 // 2 : x1 // 2])

    def cover_with(self, top: "Layer") -> None:
        """Lays `top`, of the same size, over this one."""
        self.luma[:] = _blend(self.luma, top.luma)
        self.chroma[:] = _blend(self.chroma, top.chroma)


def read_plane(plane: Plane, places: Places) -> Plane:
    """A plane resampled; beyond its border the border goes on."""
    return np.asarray(
        cv2.remap(plane, *places.fixed(), interpolation=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def make_layer(
    picture: Picture, matte: Floats, cut: Floats, origin: tuple[int, int], fold: Floats | None = None
) -> Layer:
    """A BGR picture of even size with its covers (0 … 1) as a layer."""
    planes = convert_picture(picture)
    half_cut, half_matte = shrink(cut), shrink(matte)
    folds = np.zeros_like(cut) if fold is None else fold
    luma = np.dstack([planes.luma * cut, folds * cut * 255, cut * 255])
    chroma = np.dstack([planes.chroma * half_cut[..., None], half_matte * half_cut * 255, half_cut * 255])
    return Layer(np.rint(luma).astype(np.uint8), np.rint(chroma).astype(np.uint8), origin)


def shrink(values: Floats) -> Floats:
    """Half the size, as chroma is kept."""
    return np.asarray(cv2.resize(values.astype(np.float32), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))


def _blend(under: Plane, top: Plane) -> Plane:
    clear = cv2.bitwise_not(cv2.extractChannel(top, top.shape[2] - 1))
    return lay_over(under, top, cv2.merge([clear] * top.shape[2]))
