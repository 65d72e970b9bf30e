"""Any source of frames becomes a whole film: what is written, heard and encoded is the studio's, not the animator's."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from tests.contracts.engines.animator_cases import make_script, make_speech
from workers.engines.contracts import EngineCard, Film, Performance, Picture, Planes, Speech, Times
from workers.engines.film import FilmStudio
from workers.engines.film.layout import FLOOR, lay_tall
from workers.engines.film.timeline import SPEECH_AT, TAIL, TITLE

SIDE, FPS = 256, 25
GREY, DARK, LIGHT = 128, 60, 200


def flat(luma: int) -> Planes:
    half = SIDE // 2
    return Planes(np.full((SIDE, SIDE), luma, np.uint8), np.full((half, half, 2), GREY, np.uint8))


@dataclass
class Blinker:
    """A performance of nothing but light and dark squares, one after the other."""

    count: int
    still: Planes
    caption_ceiling: int = SIDE * 2 // 3

    def frames(self) -> Iterator[Planes]:
        return (flat(LIGHT if number % 2 else DARK) for number in range(self.count))


class Lamp:
    """A `FaceAnimator` without a face."""

    def __init__(self) -> None:
        self.times: Times = np.zeros(0, np.float32)

    def card(self) -> EngineCard:
        return EngineCard("lamp-1", "none", "cpu")

    def check(self, portrait: Picture) -> None: ...

    def prepare(self, portrait: Picture, key: str) -> None: ...

    def perform(self, key: str, speech: Speech, times: Times) -> Performance:
        self.times = times
        return Blinker(len(times), flat(GREY))


@pytest.fixture(scope="module")
def lamp() -> Lamp:
    return Lamp()


@pytest.fixture(scope="module")
def film(lamp: Lamp, tmp_path_factory: pytest.TempPathFactory) -> Film:
    speech = make_speech()
    return FilmStudio(lamp, FPS).shoot("any", speech, make_script(speech), tmp_path_factory.mktemp("f"), lambda _: None)


@pytest.fixture(scope="module")
def frames(film: Film) -> list[np.ndarray[Any, Any]]:
    with av.open(str(film.path)) as opened:
        return [frame.to_ndarray(format="gray") for frame in opened.decode(video=0)]


def test_every_frame_is_filmed_and_the_animator_is_told_its_time(film: Film, lamp: Lamp, frames: list[Any]) -> None:
    assert len(frames) == film.frames == len(lamp.times)
    assert (film.width, film.height) == (SIDE, SIDE)
    assert np.allclose(np.diff(lamp.times), 1 / FPS, atol=1e-4)
    assert lamp.times[0] == pytest.approx(0.5 / FPS - SPEECH_AT, abs=1e-4)


def test_frames_come_in_their_order(frames: list[Any]) -> None:
    """From the first frame to the ending the middle of the picture is the animator's own."""
    middle = slice(SIDE * 2 // 5, SIDE * 3 // 5)
    for number in range(len(frames) - int(TAIL * FPS)):
        seen = float(frames[number][middle, middle].mean())
        assert abs(seen - (LIGHT if number % 2 else DARK)) < 20, number


def test_title_captions_and_mark_are_written_over_them(frames: list[Any]) -> None:
    corner = slice(0, SIDE // 8), slice(SIDE * 2 // 3, SIDE)
    assert all(frame[corner].std() > 4 for frame in (frames[0], frames[len(frames) // 2], frames[-1]))
    titled, bare = (frames[int(time * FPS)][SIDE // 12 : SIDE // 4, : SIDE // 2] for time in (0.8, TITLE + 0.1))
    assert titled.std(1).max() > 25 > 5 > bare.std(1).max()
    spoken = frames[int((SPEECH_AT + 0.3) * FPS)]
    assert spoken[SIDE * 3 // 4 : int(SIDE * FLOOR)].std(1).max() > 10  # a caption below the ceiling


def test_nothing_is_written_under_the_players_buttons(frames: list[Any]) -> None:
    """Whatever is evenly dark there is no writing: letters would make a row uneven."""
    for number, frame in enumerate(frames):
        assert frame[int(SIDE * FLOOR) + 2 :].std(1).max() < 6, number


def test_last_frame_is_calm_and_named(frames: list[Any]) -> None:
    name = frames[-1][int(SIDE * 0.75) : int(SIDE * FLOOR)]
    assert name.std(1).max() > 25 and name.max() > 180
    light = (LIGHT if (len(frames) - 1) % 2 else DARK) * 0.75
    assert frames[-1][SIDE // 3 : SIDE // 2].mean() > light  # the picture is still there
    assert frames[-1].mean() > 30


def test_sound_and_cover_are_there(film: Film) -> None:
    with av.open(str(film.path)) as opened:
        sound = np.concatenate([frame.to_ndarray()[0] for frame in opened.decode(audio=0)])
        loud = np.flatnonzero(np.abs(sound) > 0.03) / opened.streams.audio[0].rate
    assert loud[0] == pytest.approx(SPEECH_AT, abs=0.05)
    assert film.cover.read_bytes().startswith(b"\xff\xd8\xff")


def test_a_tall_film_stands_around_the_same_performance(lamp: Lamp, tmp_path: Path) -> None:
    """9:16: the title above the square, captions below it, neither on it nor under the players' buttons."""
    speech, layout = make_speech(), lay_tall(SIDE)
    film = FilmStudio(lamp, FPS, lay=lay_tall).shoot("any", speech, make_script(speech), tmp_path, lambda _: None)
    assert (film.width, film.height) == (SIDE, layout.height)
    assert film.height == pytest.approx(SIDE * 16 / 9, abs=4)
    with av.open(str(film.path)) as opened:
        frames = [frame.to_ndarray(format="gray") for frame in opened.decode(video=0)]
    assert len(frames) == film.frames and frames[0].shape == (layout.height, SIDE)
    below = layout.top + SIDE
    titled, spoken = frames[int(0.9 * FPS)], frames[int((SPEECH_AT + 0.3) * FPS)]
    assert titled[layout.head : layout.top].std(1).max() > 25
    assert spoken[below : layout.floor].std(1).max() > 10
    assert all(frame[layout.floor + 2 :].std(1).max() < 6 for frame in frames)
    seam = 20  # rows in which the square turns into its ground
    for number, frame in enumerate(frames[: -int(TAIL * FPS)]):
        square = frame[layout.top + seam : below - seam]
        assert abs(float(square.mean()) - (LIGHT if number % 2 else DARK)) < 20 and square.std(1).max() < 6, number
    cover = cv2.imread(str(film.cover))
    assert cover is not None and cover.shape == (layout.height, SIDE, 3)


def test_an_animator_that_breaks_leaves_nothing(lamp: Lamp, tmp_path: Path) -> None:
    class Broken(Lamp):
        def perform(self, key: str, speech: Speech, times: Times) -> Performance:
            made = Blinker(3, flat(GREY))
            made.frames = lambda: (1 // 0 for _ in "x")  # type: ignore[method-assign,assignment,return-value]
            return made

    speech = make_speech()
    with pytest.raises(ZeroDivisionError):
        FilmStudio(Broken(), FPS).shoot("any", speech, make_script(speech), tmp_path, lambda _: None)
    assert list(tmp_path.iterdir()) == []
