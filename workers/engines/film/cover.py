"""The picture that stands for a film until it plays."""

from pathlib import Path

import cv2
from PIL import ImageDraw

from workers.engines.contracts import EngineError, Planes, Script
from workers.engines.film.dusk import draw_dusk
from workers.engines.film.fonts import DISPLAY, keep_drawable, load_font
from workers.engines.film.layout import Layout
from workers.engines.film.mark import draw_mark
from workers.engines.film.stamp import make_stamp
from workers.engines.film.title import CREAM
from workers.engines.film.typeset import fit_title
from workers.engines.planes import restore_picture

QUALITY = 88


def write_cover(still: Planes, script: Script, layout: Layout, path: Path) -> None:
    """Writes a JPEG of the face with the title on it. Raises EngineError when it cannot."""
    frame, size = still.copy(), layout.side
    setting = fit_title(keep_drawable(DISPLAY, script.title) or " ", DISPLAY, int(size * 0.88), int(size * 0.112), 22)
    step = round(setting.size * 1.14)
    image = draw_dusk(size, step * len(setting.lines) + round(size * 0.17) + layout.foot, 0.78)
    height = image.height
    pen, font = ImageDraw.Draw(image), load_font(DISPLAY, setting.size)
    for row, line in enumerate(setting.lines):
        middle = height - layout.foot - step * (len(setting.lines) - row - 0.5)
        pen.text((size / 2, middle), line, font=font, fill=CREAM, anchor="mm")
    make_stamp(image, (0, layout.height - height)).put(frame)
    draw_mark(script.mark, size).put(frame)
    done, data = cv2.imencode(".jpg", restore_picture(frame), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not done:
        raise EngineError("the cover could not be encoded as JPEG: check the installed OpenCV")
    path.write_bytes(data.tobytes())
