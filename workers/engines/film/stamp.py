"""A small picture with transparency, rastered once and laid on frames many times."""

from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from workers.engines.contracts import Plane, Planes
from workers.engines.planes import convert_picture, lay_over, to_bytes


@dataclass
class Stamp:
    """Premultiplied planes with their covers; `place` is the corner on the frame, even pixels."""

    luma: Plane
    cover: Plane
    chroma: Plane
    half_cover: Plane
    place: tuple[int, int]

    def put(self, frame: Planes, opacity: float = 1.0, rise: int = 0) -> None:
        """Lays the stamp on a frame in place, moved down by `rise` even pixels."""
        if opacity <= 0.004:
            return
        rows, columns = self.luma.shape
        x, y = self.place[0], self.place[1] + rise // 2 * 2
        under = frame.crop((x, y, x + columns, y + rows))
        luma, cover, chroma, half = (
            cv2.convertScaleAbs(plane, alpha=opacity) if opacity < 1 else plane
            for plane in (self.luma, self.cover, self.chroma, self.half_cover)
        )
        under.luma[:] = lay_over(under.luma, luma, cv2.bitwise_not(cover))
        clear = cv2.bitwise_not(half)
        under.chroma[:] = lay_over(under.chroma, chroma, cv2.merge([clear, clear]))


def make_stamp(image: Image.Image, place: tuple[int, int]) -> Stamp:
    """A stamp from an RGBA image, padded to even size, at an even place."""
    width, height = (side + side % 2 for side in image.size)
    padded = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    padded.paste(image, (0, 0))
    pixels = np.asarray(padded)
    planes = convert_picture(np.ascontiguousarray(pixels[..., 2::-1]))
    cover = pixels[..., 3].astype(np.float32) / 255
    half = cv2.resize(cover, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return Stamp(
        to_bytes(planes.luma * cover),
        to_bytes(cover * 255),
        to_bytes(planes.chroma * half[..., None]),
        to_bytes(half * 255),
        (place[0] // 2 * 2, place[1] // 2 * 2),
    )
