"""The last second: the picture dims a little and the artist's name stays."""

from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw

from workers.engines.film.fonts import DISPLAY, keep_drawable, load_font
from workers.engines.film.planes import BLACK, Planes
from workers.engines.film.stamp import Stamp, make_stamp
from workers.engines.film.timeline import FADE
from workers.engines.film.title import CREAM
from workers.engines.film.typeset import fit_text

DIM = 0.42  # how much of the light goes


@dataclass
class Ending:
    """The artist's name and when the film ends (seconds)."""

    name: Stamp
    end: float

    def cover(self, frame: Planes, time: float) -> None:
        """Lays the ending over the frame at `time`."""
        part = min(max((time - (self.end - FADE)) / (FADE * 0.7), 0.0), 1.0)
        if part <= 0:
            return
        light = 1 - DIM * part
        frame.luma[:] = cv2.convertScaleAbs(frame.luma, alpha=light, beta=BLACK * (1 - light))
        self.name.put(frame, part, rise=round(12 * (1 - part)))


def draw_ending(artist: str, size: int, end: float) -> Ending:
    """The artist's name low on a `size` square."""
    setting = fit_text(
        keep_drawable(DISPLAY, artist) or " ", DISPLAY, int(size * 0.8), 1, int(size * 0.078), 20
    )
    image = Image.new("RGBA", (size, setting.size * 2), (*CREAM, 0))
    for row, line in enumerate(setting.lines):
        ImageDraw.Draw(image).text(
            (size / 2, setting.size * (1 + row)),
            line,
            font=load_font(DISPLAY, setting.size),
            fill=CREAM,
            anchor="mm",
        )
    shade = _draw_shade(size, setting.size * 2)
    shade.alpha_composite(image)
    return Ending(make_stamp(shade, (0, round(size * 0.80) - setting.size)), end)


def _draw_shade(width: int, height: int) -> Image.Image:
    """A soft dark band that keeps the name legible on white clothes."""
    fall = np.sin(np.linspace(0, np.pi, height)) ** 1.5
    image = Image.new("RGBA", (width, height), (12, 8, 16, 0))
    image.putalpha(Image.fromarray(np.repeat((fall * 105).astype(np.uint8)[:, None], width, 1)))
    return image
