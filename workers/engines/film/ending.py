"""The last second: the face is quiet, evening falls at its foot, and the artist's name stays."""

from dataclasses import dataclass

import cv2
from PIL import ImageDraw

from workers.engines.contracts import Planes
from workers.engines.film.dusk import draw_dusk
from workers.engines.film.fonts import DISPLAY, keep_drawable, load_font
from workers.engines.film.layout import Layout
from workers.engines.film.stamp import Stamp, make_stamp
from workers.engines.film.timeline import FADE
from workers.engines.film.title import CREAM
from workers.engines.film.typeset import fit_text
from workers.engines.planes import BLACK

DIM = 0.14  # how much of the light goes: the last frame stays on the screen, so it stays a picture
COMES = 0.5  # seconds


@dataclass
class Ending:
    """The artist's name and when the film ends (seconds)."""

    name: Stamp
    end: float

    def cover(self, frame: Planes, time: float) -> None:
        """Lays the ending over the frame at `time`."""
        part = min(max((time - (self.end - FADE)) / COMES, 0.0), 1.0)
        if part <= 0:
            return
        light = 1 - DIM * part
        frame.luma[:] = cv2.convertScaleAbs(frame.luma, alpha=light, beta=BLACK * (1 - light))
        frame.chroma[:] = cv2.convertScaleAbs(frame.chroma, alpha=light, beta=128 * (1 - light))
        self.name.put(frame, part)


def draw_ending(artist: str, layout: Layout, end: float) -> Ending:
    """The artist's name low on a film that ends at `end` seconds."""
    size = layout.side
    setting = fit_text(keep_drawable(DISPLAY, artist) or " ", DISPLAY, int(size * 0.8), 1, int(size * 0.078), 20)
    image = draw_dusk(size, round(size * 0.44), 0.74)
    pen, font = ImageDraw.Draw(image), load_font(DISPLAY, setting.size)
    foot = image.height - (layout.height - layout.floor)
    for line in setting.lines:  # the deepest letter ends at the floor
        pen.text((size / 2, foot), line, font=font, fill=CREAM, anchor="md")
    return Ending(make_stamp(image, (0, layout.height - image.height)), end)
