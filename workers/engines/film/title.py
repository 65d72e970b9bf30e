"""The opening: the recipient's name over the portrait out of focus, which sharpens and speaks."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from workers.engines.contracts import Plane, Planes
from workers.engines.film.fonts import DISPLAY, TEXT, keep_drawable, load_font
from workers.engines.film.stamp import Stamp, make_stamp
from workers.engines.film.timeline import TITLE
from workers.engines.film.typeset import cut_line, fit_text

CREAM = (255, 246, 232)
GOLD = (232, 196, 138)
FOCUS = 0.42  # seconds in which the picture comes into focus
SHRINK = 8  # the backdrop is kept this much smaller: it is blurred anyway


@dataclass
class Title:
    """The title's parts; `cover` lays them on the frame of a moment."""

    backdrop: Planes  # small
    name: Stamp
    line: Stamp
    artist: Stamp

    @staticmethod
    def hides(time: float) -> bool:
        """Whether the frame under the title is not seen at all yet."""
        return time < TITLE - FOCUS

    def cover(self, frame: Planes, time: float) -> None:
        """Lays the title over the frame at `time` seconds, as far as it is still there."""
        left = 1 - _ease((time - (TITLE - FOCUS)) / FOCUS)
        if left <= 0:
            return
        self._blur(frame, time, left)
        out = _ease((TITLE - 0.12 - time) / 0.30)
        self.name.put(frame, out * _ease((time + 0.30) / 0.55), rise=round(18 * (1 - _ease((time + 0.35) / 0.75))))
        self.line.put(frame, out * _ease((time - 0.08) / 0.40))
        self.artist.put(frame, out * _ease((time - 0.16) / 0.45))

    def _blur(self, frame: Planes, time: float, opacity: float) -> None:
        for small, whole in ((self.backdrop.luma, frame.luma), (self.backdrop.chroma, frame.chroma)):
            side, small_side = whole.shape[0], small.shape[0]
            zoom = small_side / side / (1.04 + 0.05 * time)
            shift = (small_side - side * zoom) / 2
            turn = np.array([[zoom, 0, shift], [0, zoom, shift]], np.float32)
            flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
            seen = cv2.warpAffine(small, turn, (side, side), flags=flags, borderMode=cv2.BORDER_REPLICATE)
            whole[:] = seen if opacity >= 1 else cv2.addWeighted(seen, opacity, whole, 1 - opacity, 0)


def draw_title(words: str, artist: str, still: Planes) -> Title:
    """The title for a film whose first frame is `still`."""
    size = still.size[0]
    setting = fit_text(keep_drawable(DISPLAY, words) or artist, DISPLAY, int(size * 0.84), 3, int(size * 0.118), 24)
    font = load_font(DISPLAY, setting.size)
    step = round(setting.size * 1.16)
    height = step * len(setting.lines) + setting.size // 2
    image = Image.new("RGBA", (size, height), (*CREAM, 0))
    pen = ImageDraw.Draw(image)
    for row, line in enumerate(setting.lines):
        pen.text((size / 2, setting.size * 0.75 + row * step), line, font=font, fill=(*CREAM, 255), anchor="mm")
    top = round(size * 0.47 - height / 2)
    below = top + height + round(size * 0.012)
    return Title(
        _draw_backdrop(still),
        make_stamp(image, (0, top)),
        make_stamp(_draw_line(size), (round(size * 0.42), below)),
        make_stamp(_draw_artist(artist, size), (0, below + round(size * 0.034))),
    )


def _draw_line(size: int) -> Image.Image:
    width = round(size * 0.16)
    fall = np.clip(1 - np.abs(np.linspace(-1, 1, width)) ** 2, 0, 1)
    image = Image.new("RGBA", (width, 4), (*GOLD, 0))
    alpha = np.zeros((4, width), np.uint8)
    alpha[1:3] = (fall * 235).astype(np.uint8)
    image.putalpha(Image.fromarray(alpha))
    return image


def _draw_artist(artist: str, size: int) -> Image.Image:
    font = load_font(TEXT, round(size * 0.028))
    name = cut_if_wide(keep_drawable(TEXT, artist).upper(), size)
    image = Image.new("RGBA", (size, round(size * 0.05)), (*CREAM, 0))
    pen = ImageDraw.Draw(image)
    gap = size * 0.005
    wide = sum(font.getlength(letter) + gap for letter in name) - gap
    x = (size - wide) / 2
    for letter in name:  # spaced capitals
        pen.text((x, image.height / 2), letter, font=font, fill=(*CREAM, 205), anchor="lm")
        x += font.getlength(letter) + gap
    return image


def cut_if_wide(name: str, size: int) -> str:
    """An artist's name that fits one spaced line."""
    font = load_font(TEXT, round(size * 0.028))
    limit = int(size * 0.84 - size * 0.005 * len(name))
    return name if font.getlength(name) <= limit else cut_line(name, font, max(limit, 40))


def _draw_backdrop(still: Planes) -> Planes:
    """The portrait far out of focus, darkened at the edges and drawn towards plum."""
    size = still.size[0]
    side = size // SHRINK // 2 * 2
    luma = _defocus(still.luma, side)
    chroma = _defocus(still.chroma, side // 2)
    spot = np.linspace(-1, 1, side, dtype=np.float32)
    edge = np.clip(1 - 0.34 * (spot[:, None] ** 2 + spot[None] ** 2), 0.3, 1)
    luma = 16 + (luma - 16) * 0.46 * edge
    plum = np.array([134, 136], np.float32)
    chroma = plum + (chroma - 128) * 0.75
    return Planes(luma.astype(np.uint8), np.clip(chroma, 0, 255).astype(np.uint8))


def _defocus(plane: Plane, side: int) -> NDArray[np.float32]:
    small = cv2.resize(plane, (side, side), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(small, (0, 0), side / 22), np.float32)


def _ease(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * part * (3 - 2 * part)
