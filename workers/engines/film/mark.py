"""The visible sign that a film was made by a machine: small, in a corner, on every frame."""

from PIL import Image, ImageDraw

from workers.engines.film.fonts import TEXT, keep_drawable, load_font
from workers.engines.film.stamp import Stamp, make_stamp
from workers.engines.film.typeset import cut_line


def draw_mark(words: str, size: int) -> Stamp:
    """White type on a dark pill, so that it reads on any picture; top right of a `size` square."""
    font = load_font(TEXT, max(14, round(size * 0.026)))
    words = keep_drawable(TEXT, words) or "AI"
    limit = int(size * 0.5)
    if font.getlength(words) > limit:
        words = cut_line(words, font, limit)
    pad_x, pad_y = round(size * 0.016), round(size * 0.010)
    height = round(size * 0.026 * 1.15) + 2 * pad_y
    width = round(font.getlength(words)) + 2 * pad_x
    big = Image.new("L", (width * 4, height * 4), 0)
    ImageDraw.Draw(big).rounded_rectangle((0, 0, width * 4 - 1, height * 4 - 1), height * 2, fill=150)
    image = Image.new("RGBA", (width, height), (14, 14, 20, 0))
    image.putalpha(big.resize((width, height), Image.Resampling.LANCZOS))
    text = Image.new("RGBA", image.size, (255, 255, 255, 0))
    ImageDraw.Draw(text).text((width / 2, height / 2), words, font=font, fill=(255, 255, 255, 240), anchor="mm")
    image.alpha_composite(text)
    margin = round(size * 0.022)
    return make_stamp(image, (size - margin - width - width % 2, margin))
