"""A sheet of stickers from a poster: the person cut out, a badge, the name, the poster itself in small."""

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from bot.posters.designs import Palette
from workers.engines.contracts import Picture
from workers.engines.film.fonts import TEXT, keep_drawable, load_font
from workers.engines.poster import Cutout
from workers.engines.poster import __file__ as poster_file

_SIDE = (1000, 1414)  # pixels of the sheet
_RIM = 13  # white round each sticker
_PAPER = (238, 240, 241)


_BOLD = Path(poster_file).parent / "fonts" / "Oswald-Bold.ttf"


@lru_cache(maxsize=64)
def _font(words: str, size: int) -> ImageFont.FreeTypeFont:
    """The posters' bold face where it has every letter of the words, else the one that has all that we accept."""
    return ImageFont.truetype(str(_BOLD), size) if _is_bold(words) else load_font(TEXT, size)


@lru_cache(maxsize=256)
def _is_bold(words: str) -> bool:
    font = ImageFont.truetype(str(_BOLD), 32)
    box = bytes(font.getmask("\U0010fffe"))
    return all(letter.isspace() or bytes(font.getmask(letter)) != box for letter in words)


def lay_stickers(poster: Picture, cutout: Cutout, palette: Palette, recipient: str) -> Picture:
    """The sheet, BGR."""
    sheet = Image.new("RGB", _SIDE, _PAPER)
    person = _person(cutout)
    _stick(sheet, person.resize((620, 620), Image.Resampling.LANCZOS), (30, 40))
    _stick(sheet, _badge(person, palette, 330), (640, 70))
    _stick(sheet, _star(palette, 200), (705, 440))
    _stick(sheet, _label(recipient, palette.ink, palette.paper, 900), (50, 715))
    small = cv2.resize(poster, (330, 467), interpolation=cv2.INTER_AREA)
    _stick(sheet, _rounded(Image.fromarray(small[..., ::-1]), 18), (60, 900))
    _stick(sheet, _badge(person, Palette(palette.accent, palette.ink, palette.tone, palette.paper), 250), (440, 905))
    _stick(sheet, _label("STARIO", palette.paper, palette.ink, 250), (715, 930))
    _stick(sheet, _star(Palette(palette.paper, palette.ink, palette.tone, palette.accent), 170), (735, 1060))
    _stick(sheet, _label("★ ★ ★", palette.ink, palette.tone, 470), (450, 1260))
    return np.ascontiguousarray(np.asarray(sheet)[..., ::-1])


def _person(cutout: Cutout) -> Image.Image:
    picture = Image.fromarray(np.ascontiguousarray(cutout.picture[..., ::-1])).convert("RGBA")
    matte = cutout.matte.copy()
    rows, columns = matte.shape
    round_foot = np.zeros_like(matte)  # shoulders end in a curve, not at the edge of the picture
    cv2.ellipse(
        round_foot, (columns // 2, int(rows * 0.46)), (int(columns * 0.47), int(rows * 0.52)), 0, 0, 360, (255,), -1
    )
    round_foot[: rows // 2] = 255
    picture.putalpha(Image.fromarray(cv2.min(matte, round_foot)))
    return picture


def _stick(sheet: Image.Image, sticker: Image.Image, place: tuple[int, int]) -> None:
    """A sticker with its white rim and the shadow of the cut."""
    room = _RIM * 3
    wide = Image.new("RGBA", (sticker.width + 2 * room, sticker.height + 2 * room), (255, 255, 255, 0))
    wide.paste(sticker, (room, room))
    cover = np.asarray(wide.getchannel("A"))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _RIM + 1, 2 * _RIM + 1))
    rim = cv2.GaussianBlur(cv2.dilate(cover, kernel), (0, 0), 1.6)
    rim = np.clip((rim.astype(np.float32) - 96) * 3, 0, 255).astype(np.uint8)
    corner = (place[0] - room, place[1] - room)
    shade = Image.fromarray(rim).filter(ImageFilter.GaussianBlur(5))
    sheet.paste((150, 152, 156), (corner[0] + 2, corner[1] + 4), shade.point([round(v * 0.55) for v in range(256)]))
    sheet.paste((255, 255, 255), corner, Image.fromarray(rim))
    sheet.paste(wide, corner, wide)


def _disc(side: int) -> Image.Image:
    big = Image.new("L", (side * 4, side * 4), 0)
    ImageDraw.Draw(big).ellipse((0, 0, side * 4 - 1, side * 4 - 1), fill=255)
    return big.resize((side, side), Image.Resampling.LANCZOS)


def _badge(person: Image.Image, palette: Palette, side: int) -> Image.Image:
    badge = Image.new("RGBA", (side, side), palette.accent)
    inner = person.resize((side, side), Image.Resampling.LANCZOS)
    badge.alpha_composite(inner, (0, round(side * 0.06)) if side else (0, 0))
    badge.putalpha(_disc(side))
    return badge


def _rounded(picture: Image.Image, radius: int) -> Image.Image:
    mask = Image.new("L", picture.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, picture.width - 1, picture.height - 1), radius, fill=255)
    picture = picture.convert("RGBA")
    picture.putalpha(mask)
    return picture


def _label(words: str, ground: str, ink: str, width: int) -> Image.Image:
    """A pill with a word on it, as large as fits."""
    words = (keep_drawable(TEXT, words) or "STARIO").upper() if words != "★ ★ ★" else words
    if words == "★ ★ ★":
        return _three_stars(ground, ink, width)
    size = 120
    while size > 18 and _font(words, size).getlength(words) > width - 90:
        size -= 3
    high = round(size * 1.5) + 10
    length = min(width, round(_font(words, size).getlength(words)) + 90)
    big = Image.new("RGBA", (length, high), (255, 255, 255, 0))
    draw = ImageDraw.Draw(big)
    draw.rounded_rectangle((0, 0, length - 1, high - 1), high // 2, fill=ground)
    draw.text((length / 2, high / 2), words, font=_font(words, size), fill=ink, anchor="mm")
    return big


def _three_stars(ground: str, ink: str, width: int) -> Image.Image:
    high = width // 4
    pill = Image.new("RGBA", (width, high), (255, 255, 255, 0))
    draw = ImageDraw.Draw(pill)
    draw.rounded_rectangle((0, 0, width - 1, high - 1), high // 2, fill=ground)
    for number in (-1, 0, 1):
        draw.polygon(_rays(width / 2 + number * high * 1.05, high / 2, high * 0.36, 5, 0.45), fill=ink)
    return pill


def _star(palette: Palette, side: int) -> Image.Image:
    """An eight-pointed star, as on tiles."""
    big = Image.new("RGBA", (side * 3, side * 3), (255, 255, 255, 0))
    draw, middle = ImageDraw.Draw(big), side * 1.5
    for share, colour in ((1.0, palette.accent), (0.72, palette.tone), (0.42, palette.ink)):
        draw.polygon(_rays(middle, middle, middle * share, 8, 0.74), fill=colour)
    return big.resize((side, side), Image.Resampling.LANCZOS)


def _rays(x: float, y: float, radius: float, points: int, waist: float) -> list[tuple[float, float]]:
    turn = np.linspace(0, 2 * np.pi, 2 * points, endpoint=False) - np.pi / 2
    away = np.where(np.arange(2 * points) % 2 == 0, radius, radius * waist)
    return [(x + r * float(np.cos(t)), y + r * float(np.sin(t))) for t, r in zip(turn, away, strict=True)]
