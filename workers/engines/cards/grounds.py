"""The ground of a card: the portrait, sinking into a colour on which type can stand."""

import numpy as np
from PIL import Image, ImageOps

from workers.engines.cards.palette import Palette

_LIFT = 0.42  # where in the picture's height the face is expected
_RISE = 76  # pixels a low card takes off the top, so that the type stays below the chin


def lay_portrait(star: Image.Image, size: tuple[int, int], palette: Palette) -> Image.Image:
    """The portrait over the upper part of a ground, melting into it downwards."""
    width, height = size
    is_low = height < 1.5 * width
    tall = width if is_low else round(width * 1.2)
    rise = _RISE if is_low else 0
    card = Image.new("RGB", size, palette.ground)
    card.paste(ImageOps.fit(star, (width, tall), Image.Resampling.LANCZOS, centering=(0.5, _LIFT)), (0, -rise))
    shade = Image.new("RGB", size, palette.ground)
    return Image.composite(shade, card, _melt(width, height, tall - rise))


def _melt(width: int, height: int, tall: int) -> Image.Image:
    """How much of the ground is seen at each row: a little at the very top, all below the portrait."""
    row = np.arange(height, dtype=np.float32)
    down = np.clip((row - tall * 0.5) / (tall * 0.46), 0, 1)
    up = np.clip(1 - row / (height * 0.16), 0, 1)
    seen = np.maximum(down * down * (3 - 2 * down), up * 0.5)
    return Image.fromarray(np.repeat((seen * 255).astype(np.uint8)[:, None], width, axis=1))
