"""The characters of a font file, read from its `cmap` without a font library."""

import struct
from collections.abc import Iterator
from pathlib import Path


def read_letters(path: Path) -> frozenset[str]:
    """Every character that a TrueType or OpenType file has a shape for (format 4, the basic plane)."""
    data = path.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, start + 2)
    places = {start + struct.unpack_from(">HHI", data, start + 4 + 8 * index)[2] for index in range(count)}
    return frozenset(letter for place in places for letter in _read_table(data, place))


def _read_table(data: bytes, place: int) -> Iterator[str]:
    form, _, _, doubled = struct.unpack_from(">HHHH", data, place)
    if form != 4:
        raise ValueError(f"format {form} of a cmap: teach this reader")
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", data, place + 14)
    starts = struct.unpack_from(f">{count}H", data, place + 16 + 2 * count)
    for first, last in zip(starts, ends, strict=True):
        yield from map(chr, range(first, min(last, 0xFFFE) + 1))
