"""The foot of a card: an invitation, the address in short, and a code that a camera reads."""

import io

import segno
from PIL import Image, ImageDraw

from workers.engines.cards.palette import CREAM
from workers.engines.cards.type import draw_line
from workers.engines.film.fonts import TEXT, keep_drawable, load_font
from workers.engines.film.typeset import fit_text

_EDGE = 72
_CODE = 208  # pixels, the light border included
_QUIET = 14  # pixels of it that stay empty at least


def draw_foot(card: Image.Image, invitation: str, link: str, bottom: int) -> int:
    """Draws the foot that ends at `bottom`; the row where it begins."""
    top = bottom - _CODE
    card.paste(_draw_code(link), (card.width - _EDGE - _CODE, top), _round_mask())
    room = card.width - 2 * _EDGE - _CODE - 40
    setting = fit_text(keep_drawable(TEXT, invitation), TEXT, room, 2, 42, 28)
    font, step = load_font(TEXT, setting.size), round(setting.size * 1.28)
    small = load_font(TEXT, 30)
    y = bottom - (_CODE - step * len(setting.lines) - 52) / 2
    draw_line(card, (_EDGE, y), _short(link), small, (*CREAM, 190), "ls")
    for line in reversed(setting.lines):
        y -= 52 if line is setting.lines[-1] else step
        draw_line(card, (_EDGE, y), line, font, CREAM, "ls")
    ImageDraw.Draw(card, "RGBA").line((_EDGE, top - 28, card.width - _EDGE, top - 28), (*CREAM, 46), 2)
    return top - 28


def _short(link: str) -> str:
    """`t.me/bot` for `https://t.me/bot?start=…`: what a person would type."""
    return link.partition("://")[2].partition("?")[0]


def _draw_code(link: str) -> Image.Image:
    """The code in whole pixels a module, as a camera likes it, on a light square with round corners."""
    code, drawn = segno.make(link, error="m", micro=False), io.BytesIO()
    scale = (_CODE - 2 * _QUIET) // code.symbol_size(border=0)[0]
    code.save(drawn, kind="png", scale=scale, border=0, dark="#18121a", light="#fff7eb")
    inner = Image.open(drawn).convert("RGB")
    square = Image.new("RGB", (_CODE, _CODE), CREAM)
    square.paste(inner, ((_CODE - inner.width) // 2, (_CODE - inner.height) // 2))
    return square


def _round_mask() -> Image.Image:
    mask = Image.new("L", (_CODE * 4, _CODE * 4), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, _CODE * 4 - 1, _CODE * 4 - 1), 88, fill=255)
    return mask.resize((_CODE, _CODE), Image.Resampling.LANCZOS)
