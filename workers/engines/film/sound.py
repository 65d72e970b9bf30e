"""The sound track: the voice in a quiet room, over music that makes way for it."""

import av
import numpy as np
from numpy.typing import NDArray

from workers.engines.contracts import Samples
from workers.engines.film.bed import BED_RATE, play_bed
from workers.engines.film.encoder import AUDIO_RATE
from workers.engines.film.room import fill_room
from workers.engines.speech.loudness import limit_peaks, measure_loudness

ROOM = 10 ** (-62 / 20)  # −62 dBFS
BED_LUFS = -32.0
DUCK = 10 ** (-6 / 20)  # of the bed while somebody speaks
HEADROOM = 10 ** (-1.0 / 20)  # under the voices' own ceiling: between samples, and in AAC, peaks rise
_SPARE = 0.1  # seconds of ground more than is needed: resampling shortens it
_STEP = 0.02  # seconds a look at whether somebody speaks
_HEARD = 10 ** (-40 / 20)
_AROUND = 0.30  # seconds before and after a sound that still count as speaking


def mix_sound(samples: Samples, rate: int, offset: float, seconds: float, key: str, music: bool) -> Samples:
    """Mono at AUDIO_RATE, `seconds` long: `samples` at `offset`, nowhere digital silence.

    `key` chooses the music. Peaks end 2 dB under full scale.
    """
    track = np.zeros(round(seconds * AUDIO_RATE), np.float32)
    start = round(offset * AUDIO_RATE)
    voice = resample(samples, rate)[: len(track) - start]
    track[start : start + len(voice)] = voice
    ground = fill_room(seconds + _SPARE, BED_RATE, samples) * ROOM
    if music:
        ground += _lay_bed(track, seconds + _SPARE, key)
    track += resample(ground.astype(np.float32), BED_RATE)[: len(track)]
    return limit_peaks(track / np.float32(HEADROOM), AUDIO_RATE) * np.float32(HEADROOM)


def _lay_bed(voice: Samples, seconds: float, key: str) -> NDArray[np.float64]:
    bed = play_bed(seconds, key)
    loud = 10 ** ((BED_LUFS - measure_loudness(bed.astype(np.float32), BED_RATE)) / 20)
    laid: NDArray[np.float64] = bed * loud * duck(voice, len(bed))
    return laid


def duck(voice: Samples, length: int) -> NDArray[np.float64]:
    """The bed's gain, `length` numbers at BED_RATE: DUCK where somebody speaks, 1 elsewhere, gliding between."""
    step, reach = int(_STEP * AUDIO_RATE), int(_AROUND / _STEP)
    looks = np.abs(voice[: len(voice) // step * step]).reshape(-1, step).max(1) > _HEARD
    near = np.convolve(np.pad(looks, 2 * reach), np.ones(2 * reach + 1), "valid") > 0
    window = np.hanning(2 * reach + 3)[1:-1]
    glide = np.convolve(near, window / window.sum(), "valid")
    speaking = np.interp(np.arange(length) / BED_RATE, (np.arange(len(looks)) + 0.5) * _STEP, glide)
    return 1 - (1 - DUCK) * speaking


def resample(samples: Samples, rate: int) -> Samples:
    """Mono from `rate` to AUDIO_RATE."""
    resampler = av.AudioResampler("fltp", "mono", AUDIO_RATE)
    source = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[None], np.float32), "fltp", "mono")
    source.sample_rate = rate
    pieces = [frame.to_ndarray() for given in (source, None) for frame in resampler.resample(given)]
    joined: Samples = np.concatenate(pieces, axis=1)[0]
    return joined
