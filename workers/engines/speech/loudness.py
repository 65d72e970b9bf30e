"""Every voice equally loud: −16 LUFS after ITU-R BS.1770-4, peaks held under −1 dBFS by a soft limiter."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Samples

TARGET_LUFS = -16.0
CEILING = 10 ** (-1.0 / 20)
_REACH = 0.005  # seconds the limiter looks ahead and behind


def measure_loudness(samples: Samples, rate: int) -> float:
    """Gated loudness in LUFS; −inf for silence. Clips under 0.4 s are measured as one block."""
    from scipy.signal import sosfilt  # seconds to import, so not before somebody speaks

    weighted = sosfilt(_k_weighting(rate), samples.astype(np.float64))
    block = min(len(weighted), int(0.4 * rate))
    if not block:
        return -np.inf
    starts = np.arange(0, len(weighted) - block + 1, max(1, block // 4))
    sums = np.concatenate([[0.0], np.cumsum(weighted**2)])
    power = (sums[starts + block] - sums[starts]) / block
    power = power[_to_lufs(power) > -70]
    if not len(power):
        return -np.inf
    gated = power[_to_lufs(power) > _to_lufs(power.mean()) - 10]
    return float(_to_lufs(gated.mean()))


def level_speech(samples: Samples, rate: int, target: float = TARGET_LUFS) -> Samples:
    """`samples` at `target` LUFS with no sample above −1 dBFS. Silence stays silence."""
    leveled = samples
    for _ in range(3):  # the limiter takes a little away each time
        missing = target - measure_loudness(leveled, rate)
        if not np.isfinite(missing) or abs(missing) < 0.1:
            break
        leveled = limit_peaks(leveled * np.float32(10 ** (missing / 20)), rate)
    return leveled


def limit_peaks(samples: Samples, rate: int) -> Samples:
    """Turns the gain down smoothly around peaks over the ceiling."""
    from scipy.ndimage import minimum_filter1d, uniform_filter1d

    reach = 2 * int(_REACH * rate) + 1
    wanted = np.minimum(1.0, CEILING / np.maximum(np.abs(samples), 1e-9))
    gain = uniform_filter1d(minimum_filter1d(wanted, reach), reach // 2 * 2 - 1)
    limited: Samples = np.clip(samples * gain, -CEILING, CEILING).astype(np.float32)
    return limited


def _to_lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-12))


@lru_cache
def _k_weighting(rate: int) -> NDArray[np.float64]:
    """The two filters of BS.1770 (head shelf, low cut) for any rate, from their analogue form."""
    shelf_k = np.tan(np.pi * 1681.974450955533 / rate)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    a0 = 1 + shelf_k / q + shelf_k**2
    shelf = [
        (high + middle * shelf_k / q + shelf_k**2) / a0,
        2 * (shelf_k**2 - high) / a0,
        (high - middle * shelf_k / q + shelf_k**2) / a0,
        1.0,
        2 * (shelf_k**2 - 1) / a0,
        (1 - shelf_k / q + shelf_k**2) / a0,
    ]
    cut_k, cut_q = np.tan(np.pi * 38.13547087602444 / rate), 0.5003270373238773
    b0 = 1 + cut_k / cut_q + cut_k**2
    cut = [1.0, -2.0, 1.0, 1.0, 2 * (cut_k**2 - 1) / b0, (1 - cut_k / cut_q + cut_k**2) / b0]
    return np.array([shelf, cut])
