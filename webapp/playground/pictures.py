"""Photos as Telegram keeps them: re-encoded JPEG in several sizes, and the limits it sets."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from webapp.playground.errors import bad_request

SIDES = (90, 320, 800, 1280)  # longest side of each kept size, px
LARGEST_BYTES = 10 << 20
LARGEST_SUM = 10_000  # width + height, px
LARGEST_RATIO = 20


def scale_photo(content: bytes) -> list[tuple[int, int, bytes]]:
    """Every size as (width, height, JPEG), smallest first. Raises ApiError as Telegram words it."""
    if len(content) > LARGEST_BYTES:
        raise bad_request("file is too big")
    try:
        with Image.open(io.BytesIO(content)) as opened:
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    width, height = picture.size
    if width + height > LARGEST_SUM or max(width, height) > LARGEST_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    longest = min(max(width, height), SIDES[-1])
    smaller = [side for side in SIDES if side < longest]
    return [_encode(picture, side) for side in (*smaller, longest)]


def _encode(picture: Image.Image, side: int) -> tuple[int, int, bytes]:
    small = picture.copy()
    small.thumbnail((side, side))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=87)
    return small.width, small.height, out.getvalue()
