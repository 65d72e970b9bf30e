"""Opening a photo that a stranger sent: here where that is cheap, else in a process of its own, with limits."""

from workers.engines.contracts import Picture
from workers.engines.photos.apart import decode_apart
from workers.engines.photos.decoding import decode, is_heavy, opened, sniff_kind


def open_photo(body: bytes) -> Picture:
    """The photo upright, at most 800 pixels a side. Raises PhotoRefused."""
    if sniff_kind(body) == "HEIF":
        return decode_apart(body)  # its decoder is a library of many parts, one of them GPL
    with opened(body) as image:
        if not is_heavy(image):
            return decode(image)
    return decode_apart(body)
