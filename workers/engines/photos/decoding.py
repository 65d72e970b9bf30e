"""Decoding a photo that a stranger sent: known formats only, judged by its header before a pixel is decoded.

The file is never trusted to be what it says: its first bytes choose the one decoder that may look at it, its header is
held against our limits, and what comes out is plain pixels. EXIF, profiles and whatever was appended stay behind.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps

from bot.quiz.photo_types import sniff_type
from workers.engines.contracts import EngineError, Picture
from workers.engines.photos.endings import lacks_end, misses_much, put_end

LONG_SIDE = 800  # pixels of the picture that is looked at
MOST_PIXELS = 25_000_000  # a telephone of 24 megapixels passes
MOST_SHRUNK = 51_000_000  # of a JPEG, which is read small: one of 50 megapixels passes
LONGEST = 9_000  # pixels a side
SHORTEST = 64
HEAVY = 4_000_000  # pixels
_ORIENTATION = 0x0112
_KINDS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/heic": "HEIF"}  # by Pillow's names
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    struct.error,
    zlib.error,
    LookupError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
)

Image.MAX_IMAGE_PIXELS = MOST_SHRUNK


class PhotoRefused(EngineError):
    """The photo cannot be used; `key` names the Fluent text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def decode_here(body: bytes) -> Picture:
    """The photo upright, at most 800 pixels a side, whatever that costs. Raises PhotoRefused."""
    if sniff_kind(body) == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    with opened(body) as image:
        return decode(image)


@contextmanager
def opened(body: bytes) -> Iterator[Image.Image]:
    """The image by its header, within our limits; whatever goes wrong inside becomes a PhotoRefused."""
    kind = sniff_kind(body)
    is_cut = kind == "JPEG" and lacks_end(body)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(put_end(body) if is_cut else body), formats=[kind]) as image:
                image.info["is_cut"] = is_cut
                check_header(image)
                yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoRefused("quiz-photo-huge") from error
    except _BROKEN as error:
        raise PhotoRefused("quiz-photo-broken") from error


def sniff_kind(body: bytes) -> str:
    """Pillow's name of the one format these bytes may be. Raises PhotoRefused for any other."""
    kind = _KINDS.get(sniff_type(body))
    if kind is None:
        raise PhotoRefused("quiz-photo-empty" if not body else "quiz-photo-type")
    return kind


def check_header(image: Image.Image) -> None:
    """Raises PhotoRefused for what is too large, too small, or moves."""
    width, height = image.size
    most = MOST_SHRUNK if image.format in ("JPEG", "MPO") else MOST_PIXELS
    if max(width, height) > LONGEST or width * height > most:
        raise PhotoRefused("quiz-photo-huge")
    if min(width, height) < SHORTEST:
        raise PhotoRefused("quiz-photo-small")
    # A JPEG or HEIC may hold more pictures than the one that is shown (depth, a burst): the first is the photo.
    if image.format in ("PNG", "WEBP") and getattr(image, "n_frames", 1) > 1:
        raise PhotoRefused("quiz-photo-animated")


def is_heavy(image: Image.Image) -> bool:
    """True for what would take much memory or time: only a plain JPEG shrinks on its way out of the file."""
    shrinks = image.format in ("JPEG", "MPO") and not image.info.get("progressive")
    return image.size[0] * image.size[1] > HEAVY and not shrinks


def decode(image: Image.Image) -> Picture:
    if image.format in ("JPEG", "MPO"):
        image.draft("RGB", (LONG_SIDE, LONG_SIDE))
    turn = _read_orientation(image)
    image.load()
    small = _shrink(_to_rgb(image))
    small.getexif()[_ORIENTATION] = turn
    if image.info.get("is_cut") and misses_much(np.asarray(small, np.uint8)):
        raise PhotoRefused("quiz-photo-broken")
    upright = ImageOps.exif_transpose(small)
    return np.ascontiguousarray(np.asarray(upright, np.uint8)[:, :, ::-1])


def _read_orientation(image: Image.Image) -> int:
    try:
        turn = image.getexif().get(_ORIENTATION, 1)
    except _BROKEN:
        return 1  # a broken note beside a good picture: shown as it lies
    return turn if turn in range(1, 9) else 1


def _shrink(image: Image.Image) -> Image.Image:
    scale = LONG_SIDE / max(image.size)
    if scale >= 1:
        return image
    width, height = (max(1, round(side * scale)) for side in image.size)
    return image.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2.0)


def _to_rgb(image: Image.Image) -> Image.Image:
    """Plain colour, whatever the file keeps: palettes, CMYK, sixteen bits, transparency over white."""
    if image.mode == "RGB":
        return image
    if image.mode.startswith("I") or image.mode == "F":
        grey = np.asarray(image, np.float32)
        top = 65535.0 if grey.max() > 255 else 255.0
        return Image.fromarray((np.clip(grey / top, 0, 1) * 255).astype(np.uint8)).convert("RGB")
    if image.has_transparency_data:
        small = _shrink(image if image.mode == "RGBA" else image.convert("RGBA"))
        white = Image.new("RGBA", small.size, "white")
        return Image.alpha_composite(white, small).convert("RGB")
    return _shrink(image.convert("RGB"))
