"""How we talk to an engine's own process: a JSON head and raw PCM, both with their lengths in front."""

import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">II")
LARGEST_HEAD = 4 << 20
LARGEST_BODY = 256 << 20


def write_frame(pipe: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    """Sends one frame. Raises OSError when the other side is gone."""
    text = json.dumps(head, ensure_ascii=False).encode()
    pipe.write(_LENGTHS.pack(len(text), len(body)) + text + body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """The next frame. Raises EOFError at the end of the pipe, ValueError when it is not ours."""
    head_size, body_size = _LENGTHS.unpack(_read_exactly(pipe, _LENGTHS.size))
    if head_size > LARGEST_HEAD or body_size > LARGEST_BODY:
        raise ValueError("not a frame of a speech engine")
    head = json.loads(_read_exactly(pipe, head_size))
    return head, _read_exactly(pipe, body_size)


def _read_exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError("the pipe was closed")
    return data
