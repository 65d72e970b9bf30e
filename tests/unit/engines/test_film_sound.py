"""What is heard: a voice as loud as before, never digital silence, music that makes way."""

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from workers.engines.contracts import Samples
from workers.engines.film.bed import BED_RATE, ROUNDS, play_bed
from workers.engines.film.encoder import AUDIO_RATE, FilmEncoder
from workers.engines.film.room import fill_room
from workers.engines.film.sound import DUCK, duck, mix_sound, resample
from workers.engines.planes import convert_picture
from workers.engines.speech.loudness import level_speech, measure_loudness

RATE = 24_000
SPEECH_AT, SECONDS = 0.25, 9.0


def make_voice() -> Samples:
    """Six seconds of loud and quiet syllables with a pause of a second, levelled as voices are."""
    clock = np.arange(6 * RATE) / RATE
    tone = sum(np.sin(2 * np.pi * 140 * part * clock) / part for part in range(1, 20))
    syllables = np.clip(np.sin(2 * np.pi * 2.2 * clock), 0, 1) * (0.4 + 0.6 * np.sin(clock) ** 2)
    syllables[3 * RATE : 4 * RATE] = 0
    return level_speech((np.asarray(tone) * syllables * 0.2).astype(np.float32), RATE)


def as_decibels(part: Any) -> float:
    return float(20 * np.log10(max(float(np.sqrt(np.mean(np.square(part, dtype=np.float64)))), 1e-9)))


def measure_true_peak(track: Samples) -> float:
    """dBTP: the highest point of the wave four times oversampled (ITU-R BS.1770-4, annex 2)."""
    from scipy.signal import resample_poly

    return float(20 * np.log10(np.abs(resample_poly(track.astype(np.float64), 4, 1)).max()))


def play_through(track: Samples, folder: Path) -> Samples:
    """What is heard from the finished file."""
    path, black = folder / "sound.mp4", convert_picture(np.zeros((64, 64, 3), np.uint8))
    with FilmEncoder(path, 64, 25) as encoder:
        encoder.add_sound(track)
        for _ in range(int(SECONDS * 25)):
            encoder.add_frame(black)
    with av.open(str(path)) as opened:
        heard: Samples = np.concatenate([frame.to_ndarray()[0] for frame in opened.decode(audio=0)])
    return heard


@pytest.fixture(scope="module")
def voice() -> Samples:
    return make_voice()


@pytest.mark.parametrize("music", [True, False])
def test_finished_track_is_as_loud_as_the_voice_and_never_clips(voice: Samples, music: bool, tmp_path: Path) -> None:
    heard = play_through(mix_sound(voice, RATE, SPEECH_AT, SECONDS, "star", music), tmp_path)
    assert measure_loudness(heard, AUDIO_RATE) == pytest.approx(-16, abs=1)
    assert measure_true_peak(heard) <= -1


@pytest.mark.parametrize("music", [True, False])
def test_head_gaps_and_tail_are_never_digital_silence(voice: Samples, music: bool, tmp_path: Path) -> None:
    heard = play_through(mix_sound(voice, RATE, SPEECH_AT, SECONDS, "star", music), tmp_path)
    step = AUDIO_RATE // 50
    looks = heard[: len(heard) // step * step].reshape(-1, step)
    assert min(as_decibels(look) for look in looks) > -76
    assert not (looks == 0).all(1).any()


def test_without_music_the_tail_is_a_quiet_room(voice: Samples) -> None:
    track = mix_sound(voice, RATE, SPEECH_AT, SECONDS, "star", music=False)
    assert as_decibels(track[7 * AUDIO_RATE :]) == pytest.approx(-62, abs=1)


def test_music_stands_under_the_voice_and_further_while_it_speaks(voice: Samples) -> None:
    silent = np.zeros_like(voice)
    alone = mix_sound(silent, RATE, SPEECH_AT, SECONDS, "star", music=True)
    assert measure_loudness(alone, AUDIO_RATE) == pytest.approx(-32, abs=1)
    track = resample(voice, RATE)
    gain = duck(track, round(len(track) * BED_RATE / AUDIO_RATE))
    assert gain.min() == pytest.approx(DUCK) and np.abs(np.diff(gain)).max() < 0.001
    assert gain[int(1.5 * BED_RATE)] == pytest.approx(DUCK)  # between two syllables it does not come back
    assert gain[int(3.55 * BED_RATE)] > DUCK + 0.1  # in a long pause it does


@pytest.mark.parametrize("key", ["star", "other", "1", "2", "3"])
def test_bed_comes_and_goes_softly_and_never_leaps(key: str) -> None:
    bed = play_bed(11.3, key)
    assert len(bed) == round(11.3 * BED_RATE)
    assert abs(bed[0]) < 0.01 and abs(bed[-1]) < 0.01
    assert np.abs(bed).max() < 4.5  # of its spread: no chord shouts
    swells = [bed[second * BED_RATE : (second + 1) * BED_RATE].std() for second in range(1, 10)]
    assert min(swells) > 0.35 * max(swells)


def test_an_artist_keeps_the_music_and_words_keep_the_room(voice: Samples) -> None:
    assert np.array_equal(play_bed(3, "a"), play_bed(3, "a"))
    assert len({play_bed(3, str(key)).tobytes() for key in range(12)}) > len(ROUNDS)
    assert np.array_equal(fill_room(2, BED_RATE, voice), fill_room(2, BED_RATE, voice))
    assert not np.array_equal(fill_room(2, BED_RATE, voice), fill_room(2, BED_RATE, voice[1:]))


@pytest.mark.parametrize("seconds", [0.01, 0.2, 1.0])
def test_shortest_films_have_sound_too(seconds: float) -> None:
    said = np.full(int(seconds * RATE) + 1, 0.1, np.float32)
    track = mix_sound(said, RATE, SPEECH_AT, seconds + 2, "star", music=True)
    assert len(track) == round((seconds + 2) * AUDIO_RATE) and np.isfinite(track).all()
