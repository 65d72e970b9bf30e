"""Large photos are decoded in a process of their own: its memory goes with it, and it may take only so long.

The photo goes in and the pixels come out through pipes; nothing touches the disk.
"""

import os
import resource
import struct
import subprocess
import sys
from threading import Lock

import numpy as np

from workers.engines.contracts import Picture
from workers.engines.photos.decoding import PhotoRefused, decode_here

_SECONDS = 12.0  # on a machine that is busy; an idle one takes one or two
_MEMORY = 900 * 2**20  # of address space
_one_at_a_time = Lock()


def decode_apart(body: bytes) -> Picture:
    """What `decode_here` gives, from a child. Raises PhotoRefused, also where the child dies or dawdles."""
    command = [sys.executable, "-m", "workers.engines.photos.apart"]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
    with _one_at_a_time:
        try:
            done = subprocess.run(
                command, input=body, capture_output=True, timeout=_SECONDS, env=environment, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise PhotoRefused("quiz-photo-huge") from error
    if done.returncode != 0:
        raise PhotoRefused("quiz-photo-broken")
    return _unpack(done.stdout)


def _unpack(told: bytes) -> Picture:
    height, width = struct.unpack_from("<II", told)
    if height == 0:
        raise PhotoRefused(told[8:].decode())
    return np.frombuffer(told, np.uint8, offset=8).reshape(height, width, 3)


def _answer(body: bytes) -> bytes:
    try:
        picture = decode_here(body)
    except PhotoRefused as refused:
        return struct.pack("<II", 0, 0) + refused.key.encode()
    return struct.pack("<II", *picture.shape[:2]) + picture.tobytes()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(_SECONDS), int(_SECONDS)))
    sys.stdout.buffer.write(_answer(sys.stdin.buffer.read()))
