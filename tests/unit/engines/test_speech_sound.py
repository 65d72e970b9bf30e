"""How speech sounds when it leaves: its level, its peaks, its pitch, its note."""

import io

import av
import numpy as np
import pytest

from workers.engines.contracts import EngineError, Speech
from workers.engines.speech.convert import convert_voice, warp_formants
from workers.engines.speech.loudness import CEILING, level_speech, measure_loudness
from workers.engines.speech.notes import encode_note

RATE = 24_000


def hum(seconds: float, hertz: float = 200.0, level: float = 0.1) -> np.ndarray:
    t = np.arange(int(seconds * RATE)) / RATE
    return (level * sum(np.sin(2 * np.pi * hertz * k * t) / k for k in range(1, 20))).astype(np.float32)


def test_the_measure_is_that_of_the_standard() -> None:
    t = np.arange(5 * 48_000) / 48_000
    tone = np.sin(2 * np.pi * 997 * t).astype(np.float32)
    assert measure_loudness(tone, 48_000) == pytest.approx(-3.01, abs=0.05)  # BS.1770-4: 997 Hz at 0 dBFS


@pytest.mark.parametrize("seconds", [0.15, 0.3, 1.0, 5.0])
@pytest.mark.parametrize("level", [0.003, 0.1, 0.6])
def test_short_and_long_loud_and_quiet_come_out_alike(seconds: float, level: float) -> None:
    leveled = level_speech(hum(seconds, level=level), RATE)
    assert measure_loudness(leveled, RATE) == pytest.approx(-16, abs=0.5)
    assert np.abs(leveled).max() <= CEILING + 1e-6


def test_a_peak_is_held_without_a_click() -> None:
    samples = hum(2.0, level=0.05)
    samples[RATE] += 3.0
    leveled = level_speech(samples, RATE)
    assert np.abs(leveled).max() <= CEILING + 1e-6


def test_silence_stays_silence() -> None:
    assert not level_speech(np.zeros(RATE, np.float32), RATE).any()


def find_pitch(samples: np.ndarray) -> float:
    middle = samples[RATE // 2 : RATE].astype(np.float64)
    lags = np.correlate(middle, middle, "full")[len(middle) - 1 :]
    low, high = RATE // 500, RATE // 60
    return RATE / (low + int(np.argmax(lags[low:high])))


def test_pitch_moves_by_its_ratio_and_the_length_stays() -> None:
    samples = hum(1.5, 220)
    lowered = convert_voice(samples, RATE, 0.55, 0.84)
    assert len(lowered) == len(samples)
    assert find_pitch(lowered) == pytest.approx(121, rel=0.04)


def test_ratios_of_one_touch_nothing() -> None:
    samples = hum(0.5)
    assert convert_voice(samples, RATE, 1.0, 1.0) is samples


def test_formants_move_by_their_ratio() -> None:
    envelope = np.exp(-(((np.arange(513) - 200) / 20.0) ** 2))[None]
    assert int(warp_formants(envelope, 0.8)[0].argmax()) == pytest.approx(160, abs=1)


def test_a_note_is_mono_opus_of_the_same_length() -> None:
    note = encode_note(Speech(hum(1.2), RATE, (), ()))
    with av.open(io.BytesIO(note)) as container:
        stream = container.streams.audio[0]
        heard = sum(frame.samples / frame.sample_rate for frame in container.decode(stream))
        assert (container.format.name, stream.codec_context.name) == ("ogg", "opus")
        assert stream.codec_context.channels == 1
    assert heard == pytest.approx(1.2, abs=0.1)


def test_no_note_of_nothing() -> None:
    with pytest.raises(EngineError):
        encode_note(Speech(np.zeros(0, np.float32), RATE, (), ()))
