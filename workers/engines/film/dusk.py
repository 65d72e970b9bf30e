"""Evening at the foot or the head of a picture: a soft dark on which type reads, whatever lies beneath."""

import numpy as np
from PIL import Image

SHADE = (16, 8, 20)


def draw_dusk(width: int, height: int, depth: float, falls: bool = False) -> Image.Image:
    """RGBA of even size, clear at the top and `depth` (0 … 1) dark at the bottom; one that `falls` hangs from above."""
    rise = np.linspace(0, 1, height // 2 * 2) ** 1.4
    alpha = (np.clip(rise * 1.2, 0, 1) * depth * 255).astype(np.uint8)
    image = Image.new("RGBA", (width // 2 * 2, len(alpha)), (*SHADE, 0))
    image.putalpha(Image.fromarray(np.repeat(alpha[:: -1 if falls else 1, None], image.width, 1)))
    return image
