"""A portrait, a made-up utterance and a script: what any face animator is tried with."""

from pathlib import Path

import cv2
import numpy as np

from bot.demo import __file__ as demo_file
from workers.engines.contracts import Phoneme, Picture, Script, Speech, Word

PORTRAITS = sorted((Path(demo_file).parent / "portraits").glob("*.jpg"))
RATE = 22_050
SOUNDS = "mama_boba_pipu_feva"  # syllables that shut, tuck and open the lips
LENGTH = 0.13  # seconds a sound


def load_portrait(place: int = 0) -> Picture:
    """One of the demo catalogue's people, none of whom exists."""
    picture = cv2.imread(str(PORTRAITS[place]))
    assert picture is not None
    return np.asarray(picture, np.uint8)


def make_speech() -> Speech:
    """A buzz for every vowel, a hum for every consonant, silence for a pause."""
    phonemes, parts = [], []
    clock = np.arange(int(LENGTH * RATE)) / RATE
    for place, sound in enumerate(SOUNDS):
        ipa = "" if sound == "_" else sound
        phonemes.append(Phoneme(place * LENGTH, (place + 1) * LENGTH, ipa))
        level = 0.0 if not ipa else 0.4 if sound in "aoiue" else 0.08
        parts.append(level * np.sin(2 * np.pi * 180 * clock))
    words = tuple(Word(i * 0.6, i * 0.6 + 0.5, text) for i, text in enumerate(("Mama,", "boba", "pipu", "feva!")))
    return Speech(np.concatenate(parts).astype(np.float32), RATE, tuple(phonemes), words)


def make_script(speech: Speech) -> Script:
    return Script("Onajon", "Sabohat Tongotar", "Onajon uchun", "AI · Stario", "uz", speech.words)
