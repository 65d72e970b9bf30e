"""Pitch and timbre moved by signal processing (WORLD); it disguises a voice, it does not clone one.

Morise, Yokomori, Ozawa: WORLD (IEICE 2016). The spectral envelope is warped along frequency, so formants move
while the words and their times stay.
"""

import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Samples

FRAME_MS = 10.0
_LOWEST_F0, _HIGHEST_F0 = 60.0, 500.0
# A larger throat is also a darker one: by this much above 6 kHz for each unit that the timbre goes down.
_DARKER_DB = 40.0


def convert_voice(samples: Samples, rate: int, pitch: float, timbre: float) -> Samples:
    """`samples` with F0 times `pitch` and formants times `timbre`; the same length."""
    if (abs(pitch - 1) < 1e-3 and abs(timbre - 1) < 1e-3) or not len(samples):
        return samples
    import pyworld  # a C extension few calls need

    wave = samples.astype(np.float64)
    coarse, times = pyworld.dio(wave, rate, f0_floor=_LOWEST_F0, f0_ceil=_HIGHEST_F0, frame_period=FRAME_MS)
    f0 = pyworld.stonemask(wave, coarse, times, rate)
    envelope = pyworld.cheaptrick(wave, f0, times, rate)
    noise = pyworld.d4c(wave, f0, times, rate)
    spoken = pyworld.synthesize(
        f0 * pitch,
        darken_highs(warp_formants(envelope, timbre), rate, timbre),
        warp_formants(noise, timbre),
        rate,
        frame_period=FRAME_MS,
    )
    fitted = np.zeros(len(samples), dtype=np.float32)
    count = min(len(spoken), len(samples))
    fitted[:count] = spoken[:count]
    return fitted


def warp_formants(envelope: NDArray[np.float64], ratio: float) -> NDArray[np.float64]:
    """Stretches each frame's spectrum along frequency by `ratio` (frames × bins); the top bin is held."""
    if abs(ratio - 1) < 1e-3:
        return envelope
    bins = envelope.shape[1]
    source = np.minimum(np.arange(bins) / ratio, bins - 1.001)
    low = source.astype(int)
    part = source - low
    warped = envelope[:, low] * (1 - part) + envelope[:, low + 1] * part
    return np.ascontiguousarray(warped)


def darken_highs(envelope: NDArray[np.float64], rate: int, timbre: float) -> NDArray[np.float64]:
    """Lowers the power above 3 … 6 kHz where `timbre` is under 1; brighter voices keep theirs."""
    if timbre >= 1:
        return envelope
    hertz = np.linspace(0, rate / 2, envelope.shape[1])
    slope = np.clip((hertz - 3000) / 3000, 0, 1)
    return np.ascontiguousarray(envelope * 10 ** (-(1 - timbre) * _DARKER_DB * slope / 10))
