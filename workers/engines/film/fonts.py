"""The two typefaces of a greeting; both know Latin, Cyrillic with Uzbek letters, ʻ and ʼ."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

from bot.words.letters import drawn_form

FONTS = Path(__file__).parent / "fonts"
Face = Literal["NotoSerifDisplay-Italic.ttf", "Inter-SemiBold.otf"]
DISPLAY: Face = "NotoSerifDisplay-Italic.ttf"
TEXT: Face = "Inter-SemiBold.otf"


@lru_cache(maxsize=64)
def load_font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """A typeface at a size in pixels."""
    return ImageFont.truetype(str(FONTS / face), size)


@lru_cache(maxsize=4096)
def has_glyph(face: Face, letter: str) -> bool:
    """Whether the typeface can draw this letter (emoji and other scripts it cannot)."""
    if letter.isspace():
        return True
    font = load_font(face, 32)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\U0010fffe"))


def keep_drawable(face: Face, words: str) -> str:
    """The words with plain letters for decorated ones, without what would show as boxes, spaces tidied."""
    plain = drawn_form(words)
    return " ".join("".join(letter for letter in plain if has_glyph(face, letter)).split())
