"""Lines of type on a card, with edges smooth on any ground."""

from PIL import Image, ImageDraw, ImageFont

from workers.engines.film.fonts import TEXT, keep_drawable, load_font

Ink = tuple[int, int, int] | tuple[int, int, int, int]


def draw_line(
    card: Image.Image, place: tuple[float, float], words: str, font: ImageFont.FreeTypeFont, ink: Ink, anchor: str
) -> None:
    """One line at `place`, where `anchor` is Pillow's: the horizontal and vertical side it hangs by."""
    ImageDraw.Draw(card, "RGBA").text(place, words, font=font, fill=ink, anchor=anchor)


def draw_spaced(card: Image.Image, place: tuple[float, float], words: str, size: int, ink: Ink) -> None:
    """Small capitals' cousin: upper case with air between the letters, hung by its left baseline."""
    font, pen = load_font(TEXT, size), ImageDraw.Draw(card, "RGBA")
    x, y = place
    for letter in keep_drawable(TEXT, words).upper():
        pen.text((x, y), letter, font=font, fill=ink, anchor="ls")
        x += font.getlength(letter) + size * 0.12
