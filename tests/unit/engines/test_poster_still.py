"""A still of a greeting: the moment that was asked for, and none of what the film wrote over it."""

import io

import av
import cv2
import numpy as np
import pytest

from tests.contracts.engines.animator_cases import load_portrait
from workers.engines.contracts import EngineError, Picture
from workers.engines.poster.still import take_still

SIDE, FPS = 360, 10


def make_clip(portrait: Picture) -> bytes:
    """Two seconds: the portrait with captions and a sign, its forehead blue in the first second, red in the second."""
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width = stream.height = SIDE
        stream.pix_fmt = "yuv420p"
        for number in range(2 * FPS):
            frame = cv2.resize(portrait, (SIDE, SIDE))
            frame[60:120, 120:240] = (255, 0, 0) if number < FPS else (0, 0, 255)
            frame[SIDE * 4 // 5 :] = 255  # two lines of captions reach up to here
            frame[: SIDE // 12, SIDE * 2 // 3 :] = 255
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="bgr24")))
        container.mux(stream.encode())
    return out.getvalue()


@pytest.fixture(scope="module")
def clip() -> bytes:
    return make_clip(load_portrait())


@pytest.mark.parametrize(("second", "channel"), [(0.5, 0), (1.5, 2)])
def test_it_is_the_moment_that_was_asked_for(clip: bytes, second: float, channel: int) -> None:
    still = take_still(clip, second, load_portrait())
    assert still.shape == (SIDE, SIDE, 3)
    assert still[80:100, 150:210].mean((0, 1)).argmax() == channel


def test_captions_and_sign_are_gone(clip: bytes) -> None:
    portrait = load_portrait()
    still, plain = (take_still(clip, 1.5, portrait), cv2.resize(portrait, (SIDE, SIDE), interpolation=cv2.INTER_AREA))
    for part in (np.s_[SIDE * 4 // 5 :], np.s_[: SIDE // 12, SIDE * 2 // 3 :]):
        assert np.abs(still[part].astype(int) - plain[part].astype(int)).mean() < 6


def test_a_moment_after_the_end_is_an_error(clip: bytes) -> None:
    with pytest.raises(EngineError):
        take_still(clip, 9.0, load_portrait())
