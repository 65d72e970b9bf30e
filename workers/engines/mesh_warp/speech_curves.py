"""Sounds become movement: dominance functions blend neighbouring visemes (Cohen & Massaro, 1993).

Closures are not blended away: every m, b and p has at least one frame in which the lips meet.
"""

import numpy as np

from workers.engines.contracts import Speech
from workers.engines.mesh_warp.axes import Floats, ease
from workers.engines.mesh_warp.visemes import Gesture, list_gestures

RATE = 200  # Hz, at which curves are worked out before they are read at frame times
TRACKS = ("jaw", "wide", "bare_upper", "bare_lower", "full", "tongue")
LEAD = 0.01  # seconds by which lips are ahead of the sound


def shape_mouth(speech: Speech, times: Floats) -> dict[str, Floats]:
    """Every mouth number at the frame times (seconds from the start of the speech; may lie outside it)."""
    gestures = list_gestures(speech.phonemes)
    start, end = float(times[0]) - 0.2, float(times[-1]) + 0.2
    clock = np.arange(start, end, 1 / RATE, dtype=np.float32)
    blended = _blend_targets(gestures, clock)
    curves = {name: np.interp(times, clock, track).astype(np.float32) for name, track in blended.items()}
    loud = measure_loudness(speech, times)
    curves["jaw"] *= 0.92 + 0.16 * np.clip(loud, 0, 1.2)  # how far is the sound's to say, loudness only colours it
    for name in ("shut_upper", "shut_lower"):
        curves[name] = _close_lips(gestures, times, name)
    return curves


def _blend_targets(gestures: list[Gesture], clock: Floats) -> dict[str, Floats]:
    if not gestures:
        return {name: np.zeros_like(clock) for name in TRACKS}
    begin, end, hold = (np.array([v], np.float32).T for v in _spans(gestures))
    middle, half = (begin + end) / 2 - LEAD, np.maximum((end - begin) / 2, 0.028) + 0.008
    weight = hold * np.exp(-(np.abs((clock - middle) / half) ** 1.7))
    still = 0.02  # the rest position's own pull, felt where nobody speaks
    total = weight.sum(0) + still
    tracks = {}
    for name in TRACKS:
        target = np.array([getattr(gesture.viseme, name) for gesture in gestures], np.float32)
        tracks[name] = smooth_track((target @ weight) / total, int(0.04 * RATE) | 1)
    return tracks


def _spans(gestures: list[Gesture]) -> tuple[list[float], list[float], list[float]]:
    return (
        [gesture.start for gesture in gestures],
        [gesture.end for gesture in gestures],
        [gesture.viseme.hold for gesture in gestures],
    )


def _close_lips(gestures: list[Gesture], times: Floats, name: str) -> Floats:
    """A closure's curve: held through the middle of the sound, and met by at least the nearest frame.

    The way there and back is as long as lips need (`limit_speed`).
    """
    curve = np.zeros(len(times), np.float32)
    for gesture in gestures:
        level = getattr(gesture.viseme, name)
        if level <= 0:
            continue
        begin, end = gesture.start, gesture.end - 0.15 * (gesture.end - gesture.start)
        quarter = (end - begin) / 4
        rise = ease(times, begin - 0.01, begin + quarter) * (1 - ease(times, end - quarter, end + 0.01))
        rise[int(np.abs(times - (begin + end) / 2).argmin())] = 1.0
        curve = np.maximum(curve, level * rise)
    return curve


def limit_speed(opening: Floats, step: float) -> Floats:
    """The highest curve under `opening` that changes by at most `step` a frame.

    What is shut stays shut; what opens wide beside it does so a little later and less.
    """
    limited = opening.copy()
    for places in (range(1, len(limited)), range(len(limited) - 2, -1, -1)):
        way = 1 if places.step > 0 else -1
        for place in places:
            limited[place] = min(limited[place], limited[place - way] + step)
    return limited


def smooth_track(values: Floats, width: int) -> Floats:
    """The values averaged over `width` neighbours, weighted towards the middle; the ends go on as they are."""
    kernel = np.hanning(width + 2)[1:-1]
    padded = np.pad(values, width // 2, "edge")
    return np.convolve(padded, kernel / kernel.sum(), "valid").astype(np.float32)


def measure_loudness(speech: Speech, times: Floats) -> Floats:
    """Loudness at each time, about 1 for a loud vowel, smoothed over a fifth of a second."""
    hop = max(1, speech.rate // 100)
    count = len(speech.samples) // hop
    if count < 2:
        return np.zeros_like(times)
    power = np.sqrt((speech.samples[: count * hop].reshape(count, hop).astype(np.float32) ** 2).mean(1) + 1e-9)
    smooth = smooth_track(power, 21)
    level = smooth / max(float(np.percentile(smooth, 92)), 1e-4)
    places = (np.arange(count) + 0.5) * hop / speech.rate
    return np.interp(times, places, level, left=0, right=0).astype(np.float32)
