"""Whether lips do what is heard: shut on m, b and p, as open as the sound wants, smooth, and still in silence."""

import numpy as np

from tests.load.faces.acting import FPS, Take
from tests.load.faces.tracking import LIPS, Floats, Track
from workers.engines.contracts import Speech
from workers.engines.mesh_warp.visemes import is_bilabial, list_gestures

CLOCK = 200  # Hz
BLUR = 0.03  # seconds: what a jaw cannot follow
LAGS = range(-4, 5)
PAUSE = 0.15  # seconds
SETTLE, AFTERGLOW = 0.08, 0.25  # seconds in which lips may still arrive: beside a pause's ends, after the last word


def judge_closures(take: Take, gaps: Floats, width: float, share: float = 0.03) -> list[bool]:
    """Of each m, b and p: whether a frame within it has lips no further apart than `share` of the mouth."""
    sounds = [phoneme for phoneme in take.line.speech.phonemes if is_bilabial(phoneme.ipa)]
    half = 0.5 / FPS  # the picture stands this long before and after its moment
    frames = [(take.times >= sound.start - half) & (take.times <= sound.end + half) for sound in sounds]
    return [bool(gaps[within].min() <= share * width) for within in frames if within.any()]


def compare_opening(take: Take, opening: Floats) -> tuple[float, int]:
    """Pearson r of the opening with what the sounds want, at the best lag, and that lag (frames; late is positive)."""
    wanted = want_opening(take)
    spoken = (take.times > 0) & (take.times < take.line.speech.seconds)
    scores = {lag: float(np.corrcoef(np.roll(opening, -lag)[spoken], wanted[spoken])[0, 1]) for lag in LAGS}
    best = max(scores, key=lambda lag: scores[lag])
    return scores[best], best


def want_opening(take: Take) -> Floats:
    """The jaw's targets at the frames' times: steps from sound to sound, blurred as a jaw would."""
    clock = np.arange(take.times[0] - 0.2, take.times[-1] + 0.2, 1 / CLOCK)
    steps = np.zeros(len(clock))
    for gesture in list_gestures(take.line.speech.phonemes):
        steps[(clock >= gesture.start) & (clock < gesture.end)] = gesture.viseme.jaw
    reach = np.arange(-4 * BLUR, 4 * BLUR, 1 / CLOCK)
    kernel = np.exp(-((reach / BLUR) ** 2) / 2)
    return np.interp(take.times, clock, np.convolve(steps, kernel / kernel.sum(), "same")).astype(np.float32)


def measure_jump(opening: Floats) -> float:
    """The biggest change between two frames, in percent of the whole range."""
    return 100 * float(np.abs(np.diff(opening)).max()) / max(float(np.ptp(opening)), 1.0)


def measure_silence(take: Take, track: Track) -> float:
    """How far the outline of the lips strays in a silence (RMS of its points), in percent of the eyes' distance."""
    lips = calm_noise(track.steady[:, LIPS])
    strays = [measure_stray(lips[frames]) for frames in list_silences(take)]
    return 100 * max(strays, default=0.0) / track.eyes_apart


def measure_stray(lips: Floats) -> float:
    away = lips - np.median(lips, axis=0)
    return float(np.sqrt((away**2).sum(2).mean(1)).max())


def calm_noise(points: Floats) -> Floats:
    """The median of three frames: the mesh trembles by itself."""
    return np.median([points[:-2], points[1:-1], points[2:]], axis=0)[np.r_[0, 0 : len(points) - 2, -1]]


def list_silences(take: Take) -> list[np.ndarray]:
    """Frames of each pause and of the time after the last word, less those in which lips settle."""
    spans = [(s + SETTLE, e - SETTLE) for s, e in list_pauses(take.line.speech) if e - s > PAUSE]
    spans.append((end_of_words(take.line.speech) + AFTERGLOW, float(take.times[-1])))
    frames = [np.flatnonzero((take.times >= start) & (take.times <= end)) for start, end in spans]
    return [some for some in frames if len(some) > 1]


def list_pauses(speech: Speech) -> list[tuple[float, float]]:
    """Pauses between words; what follows the last one is not a pause."""
    end = end_of_words(speech)
    return [(p.start, p.end) for p in speech.phonemes if p.ipa == "" and 0 < p.start < end]


def end_of_words(speech: Speech) -> float:
    return max((p.end for p in speech.phonemes if p.ipa), default=0.0)
