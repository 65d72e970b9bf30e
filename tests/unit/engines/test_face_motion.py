"""The motion plan: lips that meet, mouths that follow the sounds, eyes that blink, nothing that jumps."""

import numpy as np
import pytest

from tests.contracts.engines.animator_cases import make_speech
from workers.engines.contracts import Phoneme, Speech
from workers.engines.film.timeline import plan_timeline
from workers.engines.mesh_warp.motion import plan_motion, seed_motion
from workers.engines.mesh_warp.pose import Pose
from workers.engines.mesh_warp.speech_curves import limit_speed
from workers.engines.mesh_warp.visemes import BILABIAL, LABIODENTAL, ROUND, SPREAD, is_bilabial, list_gestures


def plan(speech: Speech, fps: int = 25, gap: float = 0.0) -> tuple[list[Pose], np.ndarray]:  # type: ignore[type-arg]
    times = plan_timeline(speech.seconds, fps).speech_times
    return plan_motion(speech, times, gap, seed_motion("somebody", speech)), times


def silence(seconds: float) -> np.ndarray:  # type: ignore[type-arg]
    return np.zeros(int(seconds * 22_050), np.float32)


@pytest.mark.parametrize("fps", [25, 30, 60])
@pytest.mark.parametrize("gap", [0.0, 0.09])
def test_every_bilabial_has_a_frame_with_the_lips_together(fps: int, gap: float) -> None:
    speech = make_speech()
    poses, times = plan(speech, fps, gap)
    for phoneme in speech.phonemes:
        if is_bilabial(phoneme.ipa):
            nearest = int(np.abs(times - (phoneme.start + phoneme.end) / 2).argmin())
            pose = poses[nearest]
            assert pose.shut_upper == pose.shut_lower == 1.0
            assert pose.part < 1e-6 and pose.bare_upper < 1e-6 and pose.bare_lower < 1e-6


def test_bilabial_shorter_than_a_frame_is_not_lost() -> None:
    sounds = (Phoneme(0.0, 0.30, "a"), Phoneme(0.30, 0.315, "b"), Phoneme(0.315, 0.6, "a"))
    poses, _ = plan(Speech(silence(0.6), 22_050, sounds, ()))
    assert max(pose.shut_lower for pose in poses) == 1.0


def test_mouth_opens_with_the_openness_of_the_sound() -> None:
    speech = make_speech()
    poses, times = plan(speech)
    opening = {"a": 3.0, "o": 2.0, "e": 2.0, "i": 1.0, "u": 1.0, "m": 0.0, "b": 0.0, "p": 0.0, "f": 0.3, "v": 0.3}
    heard, seen = [], []
    for phoneme in speech.phonemes:
        if phoneme.ipa:
            nearest = int(np.abs(times - (phoneme.start + phoneme.end) / 2).argmin())
            heard.append(opening[phoneme.ipa])
            seen.append(poses[nearest].part)
    assert np.corrcoef(heard, seen)[0, 1] > 0.8


def test_face_rests_before_and_after_the_words() -> None:
    poses, times = plan(make_speech())
    for pose, time in zip(poses, times, strict=True):
        if time < -0.25 or time > make_speech().seconds + 0.4:
            assert pose.part < 0.004 and abs(pose.full) < 0.02


def test_blinks_close_fully_and_quickly() -> None:
    seconds = 20.0
    poses, _ = plan(Speech(silence(seconds), 22_050, (Phoneme(0, seconds, ""),), ()))
    lids = np.array([pose.lid for pose in poses])
    closing = np.flatnonzero((lids[1:] > 0.05) & (lids[:-1] <= 0.05))
    assert 4 <= len(closing) <= 14
    for start in closing:
        assert lids[start : start + 4].max() > 0.93  # shut within three frames
    assert np.mean(lids > 0.5) < 0.12  # awake


def test_head_moves_smoothly() -> None:
    poses, _ = plan(make_speech())
    for name in ("yaw", "pitch", "roll"):
        steps = np.abs(np.diff([getattr(pose, name) for pose in poses]))
        assert steps.max() < 0.02


def test_same_words_move_the_same_way() -> None:
    assert plan(make_speech())[0] == plan(make_speech())[0]


@pytest.mark.parametrize(
    ("ipa", "viseme"),
    [("m", BILABIAL), ("bʲ", BILABIAL), ("pʰ", BILABIAL), ("v", LABIODENTAL), ("uː", ROUND), ("ˈi", SPREAD)],
)
def test_symbols_of_the_speech_engines(ipa: str, viseme: object) -> None:
    assert list_gestures((Phoneme(0, 0.1, ipa),))[0].viseme is viseme


def test_diphthong_is_two_shapes_and_a_lone_mark_none() -> None:
    assert len(list_gestures((Phoneme(0, 0.2, "aɪ"),))) == 2
    assert list_gestures((Phoneme(0, 0.2, "ʲ"),)) == []


def test_lips_never_travel_faster_than_lips_do_and_still_meet() -> None:
    wished = np.array([0, 1, 1, 1, 0, 1, 0, 0, 1, 1], np.float32)
    limited = limit_speed(wished, 0.4)
    assert np.abs(np.diff(limited)).max() <= 0.4 + 1e-6
    assert (limited[wished == 0] == 0).all() and (limited <= wished).all()
    assert limited[2] == pytest.approx(0.8)


def test_a_mouth_that_is_silent_keeps_still() -> None:
    """Between two words half a second apart nothing of the mouth moves, whatever the head does."""
    sounds = (Phoneme(0, 0.2, "a"), Phoneme(0.2, 1.2, ""), Phoneme(1.2, 1.4, "a"))
    speech = Speech(np.zeros(48_000, np.float32), 24_000, sounds, ())
    times = np.arange(0, 1.6, 0.04, dtype=np.float32)
    poses = plan_motion(speech, times, 0.0, np.random.default_rng(3))
    silent = [pose for pose, time in zip(poses, times, strict=True) if 0.45 < time < 0.95]
    assert np.ptp([pose.part for pose in silent]) < 0.003
    assert np.ptp([pose.wide for pose in silent]) < 0.003
