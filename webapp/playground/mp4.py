"""Duration and picture size of an MP4, read from its `moov` box (ISO/IEC 14496-12)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

CONTAINERS = (b"moov", b"trak")


@dataclass
class Clip:
    """Seconds, and pixels of the first track that has a picture; zeros when the file does not say."""

    seconds: float = 0.0
    width: int = 0
    height: int = 0


def probe_mp4(content: bytes) -> Clip:
    """Reads what the boxes say; anything that is no MP4 gives an empty Clip."""
    clip = Clip()
    try:
        for kind, body in _walk_boxes(memoryview(content)):
            if kind == b"mvhd":
                clip.seconds = _read_seconds(body)
            elif kind == b"tkhd" and not clip.width:
                width, height = struct.unpack(">II", body[-8:])
                clip.width, clip.height = width >> 16, height >> 16
    except (struct.error, ZeroDivisionError):
        return Clip()
    return clip


def _walk_boxes(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    position = 0
    while position + 8 <= len(data):
        size, kind = struct.unpack(">I4s", data[position : position + 8])
        head = 8
        if size == 1:
            size, head = struct.unpack(">Q", data[position + 8 : position + 16])[0], 16
        end = len(data) if size == 0 else position + size
        if end <= position:
            return
        body = data[position + head : end]
        yield kind, body
        if kind in CONTAINERS:
            yield from _walk_boxes(body)
        position = end


def _read_seconds(body: memoryview) -> float:
    if body[0] == 1:
        scale, duration = struct.unpack(">IQ", body[20:32])
    else:
        scale, duration = struct.unpack(">II", body[12:20])
    return float(duration / scale)
