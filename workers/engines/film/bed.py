"""A music bed made of nothing but sines: four soft chords that go round, a key and an order an artist."""

import hashlib

import numpy as np
from numpy.typing import NDArray

BED_RATE = 12_000  # a pad has no highs; the finished track's rate is a multiple
CHORD = 3.6  # seconds from one chord to the next
SWELL = 1.2  # of which they overlap
RISE, FALL = 0.7, 0.9  # seconds in which the bed comes and goes
PARTIALS = ((1.0, 1.0), (2.0, 0.30), (3.0, 0.09))
STRINGS = ((0.9989, 1.0), (1.0011, 0.4))  # two a note, a hair out of tune, so that it breathes and does not beat
LOWEST = 196.0  # G3, the lowest key: telephones play little below
ROUNDS = (  # semitones over the key: warm, and never in a minor mood for long
    ((0, 4, 7, 11), (-3, 0, 4, 7), (5, 9, 12, 16), (-5, 2, 7, 11)),
    ((0, 4, 7, 14), (5, 9, 12, 16), (-3, 0, 4, 7), (-5, 2, 7, 12)),
    ((0, 7, 12, 16), (4, 7, 11, 14), (5, 9, 12, 16), (5, 7, 11, 14)),
)
Wave = NDArray[np.float64]


def play_bed(seconds: float, key: str) -> Wave:
    """Mono at BED_RATE, spread 1 while it plays, faded in and out. The same key plays the same chords."""
    digest = hashlib.sha256(key.encode()).digest()
    chords, tonic = ROUNDS[digest[0] % len(ROUNDS)], LOWEST * 2 ** (digest[1] % 6 / 12)
    wave = np.zeros(round(seconds * BED_RATE))
    count = int(seconds / CHORD) + 1
    sounds = [_play_chord(tonic, chord) for chord in chords[:count]]
    for place in range(count):
        start = int(place * CHORD * BED_RATE)
        sound = sounds[place % len(sounds)][: len(wave) - start]
        wave[start : start + len(sound)] += sound
    return wave / max(float(wave.std()), 1e-9) * _fade(len(wave))


def _play_chord(tonic: float, chord: tuple[int, ...]) -> Wave:
    # Single precision is a third of the time, and what it errs lies far under the room.
    clock = (np.arange(int((CHORD + SWELL) * BED_RATE)) / BED_RATE).astype(np.float32)
    sound = np.zeros(len(clock), np.float32)
    for number, note in enumerate(chord):
        for times, loud in PARTIALS:
            for string, share in STRINGS:
                turns = np.float32(2 * np.pi * tonic * 2 ** (note / 12) * times * string)
                sound += np.float32(loud * share) * np.sin(turns * clock + np.float32(number + times))
    swell = np.clip(np.minimum(clock, clock[-1] - clock) / SWELL, 0, 1)
    rounded: Wave = sound * np.sin(swell * np.pi / 2)  # equal power: no dip between chords
    return rounded


def _fade(length: int) -> Wave:
    place = np.arange(length) / BED_RATE
    edge = np.clip(np.minimum(place / RISE, place[::-1] / FALL), 0, 1)
    faded: Wave = np.sin(edge * np.pi / 2) ** 2
    return faded
