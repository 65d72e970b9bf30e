"""What a face does beside speaking: blinks, glances, nods on stressed syllables, sway, brows, breath."""

import numpy as np

from workers.engines.contracts import Phoneme
from workers.engines.mesh_warp.axes import Floats
from workers.engines.mesh_warp.visemes import is_stressed

BLINK = (0.55, 1.0, 1.0, 0.72, 0.36, 0.10)  # lid at 25 frames a second: shut in two frames, open in three


def plan_blinks(times: Floats, pauses: list[float], random: np.random.Generator) -> Floats:
    """Lid position, 0 … 1: every four seconds or so, and gladly in a pause of the speech."""
    lid = np.zeros(len(times), np.float32)
    moment, end = float(times[0]) + 0.35 + random.random() * 0.5, float(times[-1])
    places = np.arange(len(BLINK)) / 25
    while moment < end - 0.3:
        near = [pause for pause in pauses if abs(pause - moment) < 0.7]
        start = near[0] if near else moment
        lid = np.maximum(lid, np.interp(times - start, places, BLINK, left=0, right=0))
        if random.random() < 0.06:  # now and then a double one
            lid = np.maximum(lid, np.interp(times - start - 0.32, places, BLINK, left=0, right=0))
        moment = max(start, moment) + 2.4 + random.gamma(4, 0.4)
    return lid.astype(np.float32)


def plan_gaze(times: Floats, random: np.random.Generator) -> Floats:
    """Micro-saccades: (frames, 2) in eye distances; the eyes jump, rest, and come back."""
    gaze = np.zeros((len(times), 2), np.float32)
    moment = float(times[0]) + 0.5
    while moment < times[-1]:
        target = random.normal(0, (0.007, 0.003)) if random.random() < 0.6 else np.zeros(2)
        gaze[times >= moment] = np.clip(target, -0.016, 0.016)
        moment += 0.35 + random.gamma(2, 0.35)
    return gaze


def plan_nods(times: Floats, phonemes: tuple[Phoneme, ...], loud: Floats) -> Floats:
    """A small dip of the head on stressed vowels, deeper on loud ones, never closer than 0.45 s."""
    nods, last = np.zeros(len(times), np.float32), -9.0
    marked = [p for p in phonemes if is_stressed(p.ipa)] or [p for p in phonemes if _is_long(p)]
    for phoneme in marked:
        if phoneme.start - last < 0.45:
            continue
        last = phoneme.start
        after = times - phoneme.start + 0.06
        strength = 0.5 + 0.5 * float(np.interp(phoneme.start + 0.05, times, loud))
        rise = np.exp(-((np.minimum(after - 0.14, 0) / 0.09) ** 2))
        fall = np.exp(-((np.maximum(after - 0.14, 0) / 0.22) ** 2))
        nods = np.maximum(nods, strength * rise * fall)
    return nods.astype(np.float32)


def _is_long(phoneme: Phoneme) -> bool:
    return phoneme.end - phoneme.start > 0.11 and phoneme.ipa != ""


def drift(times: Floats, seconds: float, random: np.random.Generator) -> Floats:
    """Slow, smooth, aimless movement about zero, of unit size, with this period or so."""
    step = seconds / 2
    knots = np.arange(float(times[0]) - 2 * step, float(times[-1]) + 3 * step, step)
    values = random.standard_normal(len(knots))
    kernel = np.hanning(9)
    fine = np.arange(knots[0], knots[-1], step / 8)
    smooth = np.convolve(np.interp(fine, knots, values), kernel / kernel.sum(), "same")
    return np.interp(times, fine, smooth / max(float(smooth.std()), 1e-3)).astype(np.float32)
