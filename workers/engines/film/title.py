"""The opening: for whom the greeting is, over the head of a face that already speaks."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from workers.engines.contracts import Planes
from workers.engines.film.dusk import draw_dusk
from workers.engines.film.fonts import DISPLAY, TEXT, keep_drawable, load_font
from workers.engines.film.layout import MARGIN, Layout
from workers.engines.film.stamp import Stamp, make_stamp
from workers.engines.film.timeline import TITLE
from workers.engines.film.typeset import Setting, cut_line, fit_title

CREAM = (255, 246, 232)
GOLD = (232, 196, 138)
DEPTH = 0.84  # how dark the picture gets behind the words
COMES, LEAVES = 0.30, 0.28  # seconds
LEADING = 1.16


@dataclass
class Title:
    """A dark rim along the upper edge, and the words on it. The face below stays as it is."""

    dusk: Stamp
    words: Stamp

    def cover(self, frame: Planes, time: float) -> None:
        """Lays the title over the frame at `time` seconds, as far as it is there."""
        seen = min(_ease(time / COMES), _ease((TITLE - time) / LEAVES))
        self.dusk.put(frame, seen)
        self.words.put(frame, seen, rise=round(12 * (1 - _ease(time / 0.5))))


def draw_title(words: str, artist: str, layout: Layout) -> Title:
    """The title of a film: `words` large, the artist's name small under a line of gold."""
    size = layout.side
    width = int(size * (1 - 2 * MARGIN))
    words = keep_drawable(DISPLAY, words) or keep_drawable(DISPLAY, artist) or " "
    setting = fit_title(words, DISPLAY, width, int(size * 0.1), max(18, round(size * 0.036)))
    image = _set_words(setting, keep_drawable(TEXT, artist).upper(), size)
    dusk = draw_dusk(size, round((layout.head + image.height) * 1.6), DEPTH, falls=True)
    return Title(make_stamp(dusk, (0, 0)), make_stamp(image, (0, layout.head)))


def _set_words(setting: Setting, artist: str, size: int) -> Image.Image:
    step = round(setting.size * LEADING)
    below = step * len(setting.lines)
    image = Image.new("RGBA", (size, below + round(size * 0.075)), (*CREAM, 0))
    pen, font = ImageDraw.Draw(image), load_font(DISPLAY, setting.size)
    for row, line in enumerate(setting.lines):
        pen.text((size / 2, (row + 0.5) * step), line, font=font, fill=(*CREAM, 255), anchor="mm")
    rule = _draw_rule(size)
    image.alpha_composite(rule, ((size - rule.width) // 2, below + round(size * 0.012)))
    _set_artist(pen, artist, size, below + size * 0.045)
    return image


def _draw_rule(size: int) -> Image.Image:
    width = round(size * 0.16)
    fall = np.clip(1 - np.abs(np.linspace(-1, 1, width)) ** 2, 0, 1)
    image = Image.new("RGBA", (width, 2), (*GOLD, 0))
    image.putalpha(Image.fromarray(np.repeat((fall * 235).astype(np.uint8)[None], 2, 0)))
    return image


def _set_artist(pen: ImageDraw.ImageDraw, artist: str, size: int, middle: float) -> None:
    """Spaced capitals in one line."""
    font, gap = load_font(TEXT, round(size * 0.028)), size * 0.005
    name = cut_if_wide(artist, size)
    x = (size - sum(font.getlength(letter) + gap for letter in name) + gap) / 2
    for letter in name:
        pen.text((x, middle), letter, font=font, fill=(*CREAM, 225), anchor="lm")
        x += font.getlength(letter) + gap


def cut_if_wide(name: str, size: int) -> str:
    """An artist's name that fits one spaced line."""
    font = load_font(TEXT, round(size * 0.028))
    limit = int(size * 0.84 - size * 0.005 * len(name))
    return name if font.getlength(name) <= limit else cut_line(name, font, max(limit, 40))


def _ease(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * part * (3 - 2 * part)
