"""JPEGs that lost their end on the way: the end mark is put back, and what is missing must be little."""

import numpy as np

from workers.engines.contracts import Picture

_END, _SCAN = b"\xff\xd9", b"\xff\xda"
_MOST_MISSING = 0.1  # of the rows


def lacks_end(body: bytes) -> bool:
    """True where no end mark follows the last scan; the one of a thumbnail inside comes before it."""
    return body.rfind(_END) < body.rfind(_SCAN)


def put_end(body: bytes) -> bytes:
    return body.rstrip(b"\xff") + _END


def misses_much(picture: Picture) -> bool:
    """True where the bottom is one plain colour: what a decoder fills up with."""
    plain = (picture.reshape(len(picture), -1, 3) == picture[-1, -1]).all(axis=(1, 2))
    filled = len(plain) if plain.all() else int(np.argmin(plain[::-1]))
    return filled > _MOST_MISSING * len(picture)
