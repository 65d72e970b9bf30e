"""A card from words and a portrait: the star fills the top, the likeness stands below in large type."""

import io
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageDraw, ImageOps

from workers.engines.cards.foot import draw_foot
from workers.engines.cards.grounds import lay_portrait
from workers.engines.cards.palette import CREAM, Color, choose_palette
from workers.engines.cards.type import draw_line, draw_spaced
from workers.engines.film.fonts import DISPLAY, TEXT, keep_drawable, load_font
from workers.engines.film.typeset import fit_text

Shape = Literal["chat", "story"]
SIZES: dict[Shape, tuple[int, int]] = {"chat": (1080, 1350), "story": (1080, 1920)}
EDGE = 72  # pixels between type and the border
_QUALITY = 90
_DARK = (24, 18, 20)
# A story's top and bottom lie under the controls of the telephone.
_TOP = {"chat": 64, "story": 190}
_BOTTOM = {"chat": 64, "story": 230}


@dataclass(frozen=True)
class CardContent:
    """What stands on a card, in one language. `percent` is 0–100, `link` what the code leads to."""

    percent: int
    name: str
    badge: str
    looks_like: str  # the line above the name
    invitation: str  # beside the code
    mark: str  # says that it is a game and who judged
    link: str


def draw_card(content: CardContent, portrait: bytes, shape: Shape) -> bytes:
    """The card as JPEG, 1080 × 1350 for a chat and 1080 × 1920 for a story. Raises OSError for no picture."""
    palette = choose_palette(content.percent)
    star = ImageOps.exif_transpose(Image.open(io.BytesIO(portrait))).convert("RGB")
    card = lay_portrait(star, SIZES[shape], palette)
    _draw_head(card, content, _TOP[shape])
    top = draw_foot(card, content.invitation, content.link, card.height - _BOTTOM[shape])
    _draw_likeness(card, content, palette.accent, top - 56)
    written = io.BytesIO()
    card.save(written, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return written.getvalue()


def _draw_head(card: Image.Image, content: CardContent, top: int) -> None:
    """The name of the house on the left, the honest word on the right."""
    draw_line(card, (EDGE, top + 26), "Stario", load_font(DISPLAY, 54), CREAM, "lm")
    font = load_font(TEXT, 25)
    words = keep_drawable(TEXT, content.mark)
    wide = round(font.getlength(words)) + 44
    box = (card.width - EDGE - wide, top, card.width - EDGE, top + 52)
    veil = Image.new("L", card.size, 0)
    ImageDraw.Draw(veil).rounded_rectangle(box, 26, fill=120)
    card.paste((12, 12, 18), mask=veil)
    draw_line(card, ((box[0] + box[2]) // 2, top + 26), words, font, CREAM, "mm")


def _draw_likeness(card: Image.Image, content: CardContent, accent: Color, bottom: int) -> None:
    """From below upwards: the name, the line above it, the percent with the badge beside it."""
    name = keep_drawable(DISPLAY, content.name) or "Stario"
    setting = fit_text(name, DISPLAY, card.width - 2 * EDGE, 1, 112, 56)
    draw_line(card, (EDGE - 2, bottom), setting.lines[0], load_font(DISPLAY, setting.size), CREAM, "ls")
    base = bottom - setting.size - 6
    draw_spaced(card, (EDGE, base), content.looks_like, 30, (*CREAM, 215))
    base -= 30 + 38
    number, sign = load_font(DISPLAY, 250), load_font(DISPLAY, 120)
    digits = str(content.percent)
    edge = EDGE - 12 + number.getlength(digits) + 8
    draw_line(card, (EDGE - 12, base), digits, number, accent, "ls")
    draw_line(card, (edge, base), "%", sign, accent, "ls")
    _draw_badge(card, content.badge, accent, (round(edge + sign.getlength("%")) + 36, base - 4))


def _draw_badge(card: Image.Image, badge: str, accent: Color, corner: tuple[int, int]) -> None:
    """A pill in the accent, its lower left corner at `corner`."""
    left, bottom = corner
    room = card.width - EDGE - left - 60
    setting = fit_text(keep_drawable(TEXT, badge) or "?", TEXT, room, 1, 36, 20)
    font, words = load_font(TEXT, setting.size), setting.lines[0]
    box = (left, bottom - 70, left + round(font.getlength(words)) + 60, bottom)
    ImageDraw.Draw(card).rounded_rectangle(box, 35, fill=accent)
    draw_line(card, ((box[0] + box[2]) // 2, bottom - 36), words, font, _DARK, "mm")
