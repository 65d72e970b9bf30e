"""The air of a room: a breath of dark noise, because a microphone that hears nothing at all sounds broken."""

import hashlib

import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Samples

CORNER = 420.0  # Hz; above it the noise falls off
RUMBLE = 60.0  # Hz; below it there is none


def fill_room(seconds: float, rate: int, said: Samples) -> NDArray[np.float64]:
    """Mono noise of spread 1, seeded by what is said: the same words stand in the same room."""
    digest = hashlib.sha256(np.ascontiguousarray(said, np.float32).tobytes()).digest()
    random = np.random.default_rng(int.from_bytes(digest[:8], "big"))
    length = round(seconds * rate)
    pitch = np.fft.rfftfreq(length, 1 / rate)
    shape = np.where(pitch < RUMBLE, 0, 1 / np.sqrt(1 + (pitch / CORNER) ** 2))
    noise = np.fft.irfft(np.fft.rfft(random.standard_normal(length)) * shape, length)
    return np.asarray(noise / noise.std(), np.float64)
