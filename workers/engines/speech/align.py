"""When was it said: times of a reference voice carried over to another by time warping of MFCCs.

Sakoe and Chiba (1978): symmetric steps within a band, swept by anti-diagonals so that numpy does the work.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Samples

Array = NDArray[np.float32]
RATE = 16000  # the rate features are computed at
HOP = 0.01  # seconds between frames
_WINDOW = int(0.03 * RATE)
_SPECTRUM = 512
_SLANT = 1.2  # a step that stands still in one voice costs this much more


class TimeMap:
    """Seconds of the reference → seconds of the target; monotone."""

    def __init__(self, reference: NDArray[np.floating[Any]], target: NDArray[np.floating[Any]]) -> None:
        self._reference, self._target = reference, target

    def __call__(self, seconds: float) -> float:
        return float(np.interp(seconds, self._reference, self._target))


def align_voices(reference: Samples, reference_rate: int, target: Samples, target_rate: int) -> TimeMap:
    """Maps times of `reference` to times of `target`, two voices that say the same words."""
    first, second = _to_rate(reference, reference_rate), _to_rate(target, target_rate)
    (start1, end1), (start2, end2) = find_speech(first, RATE), find_speech(second, RATE)
    path = warp_path(compute_mfcc(first[start1:end1]), compute_mfcc(second[start2:end2]))
    frames, at = np.unique(path[:, 0], return_index=True)
    counts = np.diff(np.append(at, len(path)))
    means = np.add.reduceat(path[:, 1].astype(np.float64), at) / counts
    return TimeMap(frames * HOP + start1 / RATE, means * HOP + start2 / RATE)


def find_speech(samples: Samples, rate: int, threshold: float = 0.02) -> tuple[int, int]:
    """First and last sample that are louder than `threshold` of the loudest 10 ms."""
    hop = max(1, rate // 100)
    count = len(samples) // hop
    if not count:
        return 0, len(samples)
    energy = np.sqrt((samples[: count * hop].reshape(count, hop) ** 2).mean(1))
    loud = np.flatnonzero(energy > threshold * max(float(energy.max()), 1e-9))
    if not len(loud):
        return 0, len(samples)
    return int(loud[0]) * hop, min(len(samples), (int(loud[-1]) + 1) * hop)


def compute_mfcc(samples: Samples) -> Array:
    """26 features (13 MFCC, 13 deltas) a 10 ms frame, normalised over the clip; `samples` at 16 kHz."""
    hop = int(HOP * RATE)
    sharp = np.append(samples[:1], samples[1:] - 0.97 * samples[:-1])
    padded = np.pad(sharp, (_WINDOW // 2, _WINDOW)).astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::hop][: len(samples) // hop + 1]
    power = np.abs(np.fft.rfft(frames * np.hanning(_WINDOW).astype(np.float32), _SPECTRUM)) ** 2
    from scipy.fft import dct

    coefficients = dct(np.log(power @ _mel_bank().T + 1e-8), axis=1, norm="ortho")[:, :13]
    coefficients = (coefficients - coefficients.mean(0)) / (coefficients.std(0) + 1e-6)
    deltas = np.gradient(coefficients, axis=0) if len(coefficients) > 1 else np.zeros_like(coefficients)
    deltas *= 0.7 / (deltas.std(0) + 1e-6)
    coefficients[:, 0] *= 1.5  # loudness tells speech from pause
    return np.hstack([coefficients, deltas]).astype(np.float32)


def warp_path(first: Array, second: Array) -> NDArray[np.int64]:
    """The cheapest monotone path, as rows (frame of `first`, frame of `second`)."""
    rows, columns = len(first), len(second)
    band = max(150.0, 0.15 * max(rows, columns))
    slope = columns / rows
    norm1, norm2 = (first**2).sum(1), (second**2).sum(1)
    before = np.full(rows + 1, np.inf, dtype=np.float32)  # diagonal k−1, row i at index i+1
    earlier = before.copy()  # diagonal k−2
    choices: list[tuple[int, NDArray[np.int8]]] = []
    for k in range(rows + columns - 1):
        low = max(0, k - columns + 1, int(np.ceil((k - band) / (1 + slope))))
        high = min(rows - 1, k, int((k + band) / (1 + slope)))
        i = slice(low, high + 1)
        j = slice(k - high, k - low + 1)
        dots = np.einsum("id,id->i", first[i], second[j][::-1])
        cost = np.sqrt(np.maximum(norm1[i] + norm2[j][::-1] - 2 * dots, 0))
        options = np.stack(
            [
                earlier[low : high + 1] + cost,
                before[low : high + 1] + _SLANT * cost,
                before[low + 1 : high + 2] + _SLANT * cost,
            ]
        )
        choice = options.argmin(0).astype(np.int8)
        now = np.full(rows + 1, np.inf, dtype=np.float32)
        now[low + 1 : high + 2] = cost if k == 0 else options[choice, np.arange(len(cost))]
        choices.append((low, choice))
        earlier, before = before, now
    return _walk_back(choices, rows, columns)


def _walk_back(choices: list[tuple[int, NDArray[np.int8]]], rows: int, columns: int) -> NDArray[np.int64]:
    i, j = rows - 1, columns - 1
    path = [(i, j)]
    while i or j:
        low, choice = choices[i + j]
        step = choice[i - low] if i and j else (1 if i else 2)
        i -= step != 2
        j -= step != 1
        path.append((i, j))
    return np.array(path[::-1], dtype=np.int64)


@lru_cache
def _mel_bank(bands: int = 40, lowest: float = 60.0, highest: float = 7600.0) -> Array:
    """Triangular filters, equally wide on the mel scale: bands × bins."""
    low, high = (2595 * np.log10(1 + edge / 700) for edge in (lowest, highest))
    mels = np.linspace(low, high, bands + 2)
    edges = 700 * (10 ** (mels / 2595) - 1)
    bins = np.fft.rfftfreq(_SPECTRUM, 1 / RATE)
    rise = (bins[None] - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - bins[None]) / (edges[2:] - edges[1:-1])[:, None]
    bank: Array = np.maximum(0, np.minimum(rise, fall)).astype(np.float32)
    return bank


def _to_rate(samples: Samples, rate: int) -> Samples:
    if rate == RATE:
        return samples
    divisor = int(np.gcd(rate, RATE))
    from scipy.signal import resample_poly  # seconds to import, so not before somebody speaks

    result: Samples = resample_poly(samples, RATE // divisor, rate // divisor).astype(np.float32)
    return result
