"""The last second: the picture dims a little and the artist's name stays."""

from dataclasses import dataclass

import cv2
from PIL import ImageDraw

from workers.engines.contracts import Planes
from workers.engines.film.dusk import draw_dusk
from workers.engines.film.fonts import DISPLAY, keep_drawable, load_font
from workers.engines.film.stamp import Stamp, make_stamp
from workers.engines.film.timeline import FADE
from workers.engines.film.title import CREAM
from workers.engines.film.typeset import fit_text
from workers.engines.planes import BLACK

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
        frame.chroma[:] = cv2.convertScaleAbs(frame.chroma, alpha=light, beta=128 * (1 - light))
        self.name.put(frame, part)


def draw_ending(artist: str, size: int, end: float) -> Ending:
    """The artist's name low on a `size` square."""
    setting = fit_text(keep_drawable(DISPLAY, artist) or " ", DISPLAY, int(size * 0.8), 1, int(size * 0.078), 20)
    image = draw_dusk(size, round(size * 0.42), 0.62)
    pen, font = ImageDraw.Draw(image), load_font(DISPLAY, setting.size)
    for line in setting.lines:
        pen.text((size / 2, image.height - size * 0.115), line, font=font, fill=CREAM, anchor="mm")
    return Ending(make_stamp(image, (0, size - image.height)), end)
