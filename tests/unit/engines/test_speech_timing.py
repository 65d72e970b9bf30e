"""Times of sounds and words: warping, cleaning, captions in the script's own spelling."""

from itertools import pairwise

import numpy as np
import pytest

from workers.engines.contracts import Phoneme
from workers.engines.speech.align import align_voices
from workers.engines.speech.sounds import clean_sounds, frame_phonemes, map_phonemes
from workers.engines.speech.words import assign_tokens, caption_words, time_tokens

RATE = 24_000


def sing(lengths: list[float], rate: int = RATE) -> np.ndarray:
    """Five unlike "sounds" (harmonics under moving formants) of the given seconds, with silence around."""
    random = np.random.default_rng(7)
    parts = [np.zeros(int(0.2 * rate))]
    for seconds, formant in zip(lengths, (400, 2500, 900, 1800, 600), strict=True):
        t = np.arange(int(seconds * rate)) / rate
        tone = sum(np.exp(-(((f - formant) / 300) ** 2)) * np.sin(2 * np.pi * f * t) for f in range(130, 4000, 130))
        parts.append(tone * 0.1 + 0.001 * random.standard_normal(len(t)))
    return np.concatenate([*parts, np.zeros(int(0.3 * rate))]).astype(np.float32)


def test_times_follow_a_voice_that_is_slower_here_and_faster_there() -> None:
    reference, target = [0.2, 0.3, 0.2, 0.25, 0.3], [0.35, 0.2, 0.3, 0.4, 0.2]
    when = align_voices(sing(reference), RATE, sing(target, 22_050), 22_050)
    for edge in range(1, 5):
        heard = 0.2 + sum(target[:edge])
        assert when(0.2 + sum(reference[:edge])) == pytest.approx(heard, abs=0.03)


def test_the_warp_never_goes_back() -> None:
    when = align_voices(sing([0.2] * 5), RATE, sing([0.1, 0.4, 0.1, 0.4, 0.1]), RATE)
    times = [when(t) for t in np.linspace(0, 1.5, 200)]
    assert all(b >= a for a, b in pairwise(times))


def test_stress_and_length_marks_become_part_of_their_sound() -> None:
    raw = [(0.0, "ˈ"), (0.1, "ɑ"), (0.2, "ː"), (0.3, "tS"), (0.4, "ˈiː"), (0.5, "(en)"), (0.5, " "), (0.7, "m")]
    assert clean_sounds(raw, 0.8) == [
        Phoneme(0.0, 0.3, "ɑː"),
        Phoneme(0.3, 0.4, "tʃ"),
        Phoneme(0.4, 0.5, "iː"),
        Phoneme(0.5, 0.7, ""),
        Phoneme(0.7, 0.8, "m"),
    ]


def test_every_moment_has_exactly_one_phoneme() -> None:
    framed = frame_phonemes([Phoneme(-0.1, 0.2, "a"), Phoneme(0.3, 0.4, "b"), Phoneme(0.35, 0.9, "m")], 0.8)
    assert [p.ipa for p in framed] == ["a", "", "b", "m"]
    assert framed[0].start == 0 and framed[-1].end == 0.8
    assert all(a.end == pytest.approx(b.start) for a, b in pairwise(framed))


def test_a_sound_that_shrinks_takes_time_of_a_long_neighbour() -> None:
    squeezed = map_phonemes([Phoneme(0, 1, "a"), Phoneme(1, 1.1, "b"), Phoneme(1.1, 2, "o")], lambda t: min(t, 1.0))
    assert [p.ipa for p in squeezed] == ["a", "b"]
    assert squeezed[1].end - squeezed[1].start == pytest.approx(0.03)


def test_a_word_ends_before_the_pause_behind_it() -> None:
    sounds = [Phoneme(0, 0.2, "a"), Phoneme(0.2, 0.5, ""), Phoneme(0.5, 0.9, "b")]
    assert time_tokens("salom, ona", [(0.0, 0, 6), (0.5, 7, 3)], sounds) == [(0.0, 0.2), (0.5, 0.9)]


def test_a_word_without_a_mark_lies_between_its_neighbours() -> None:
    spans = time_tokens("a b c", [(0.0, 0, 1), (1.0, 4, 1)], [Phoneme(0, 2, "a")])
    assert [start for start, _ in spans] == [0.0, 0.5, 1.0]


def test_captions_keep_the_spelling_of_the_script() -> None:
    spoken = "oʻgʻiloy, yigirma besh yosh muborak!"
    spans = [(float(i), i + 0.9) for i in range(5)]
    words = caption_words("Oʻgʻiloy, 25 yosh muborak! 🎉", "uz", spoken, spans)
    assert [w.text for w in words] == ["Oʻgʻiloy,", "25", "yosh", "muborak! 🎉"]
    assert (words[1].start, words[1].end) == (1.0, 2.9)


def test_words_said_otherwise_in_context_stay_in_order() -> None:
    owners = assign_tokens([["oʻn", "ikki"], ["kuni"]], ["oʻn", "ikkinchi", "may", "kuni"])
    assert owners == sorted(owners) and owners[0] == 0 and owners[-1] == 1
