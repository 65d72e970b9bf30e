"""What every neighbour relies on in a finished greeting: the file, its picture, its sound, its mouth."""

from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from bot.settings import Settings
from tests.contracts.engines.animator_cases import load_portrait, make_script, make_speech
from workers.engines.animators import open_animator
from workers.engines.contracts import EngineError, FaceAnimator, Film, Script, Speech
from workers.engines.face.detect import YunetDetector
from workers.engines.face.mesh import MediapipeMesher
from workers.engines.film import FilmStudio
from workers.engines.film.timeline import SPEECH_AT, TITLE

SIZE, FPS = 512, 25
Frames = list[np.ndarray[Any, Any]]


@pytest.fixture(scope="module")
def animator(tmp_path_factory: pytest.TempPathFactory) -> FaceAnimator:
    made = open_animator(Settings(data_dir=tmp_path_factory.mktemp("faces"), video_size=SIZE, video_fps=FPS))
    made.prepare(load_portrait(-1), "portrait")
    return made


@pytest.fixture(scope="module")
def studio(animator: FaceAnimator) -> FilmStudio:
    return FilmStudio(animator, FPS)


@pytest.fixture(scope="module")
def speech() -> Speech:
    return make_speech()


@pytest.fixture(scope="module")
def told() -> list[float]:
    return []


@pytest.fixture(scope="module")
def film(studio: FilmStudio, speech: Speech, told: list[float], tmp_path_factory: pytest.TempPathFactory) -> Film:
    return studio.shoot("portrait", speech, make_script(speech), tmp_path_factory.mktemp("film"), told.append)


@pytest.fixture(scope="module")
def frames(film: Film) -> Frames:
    with av.open(str(film.path)) as opened:
        return [frame.to_ndarray(format="bgr24") for frame in opened.decode(video=0)]


def test_film_is_h264_and_aac_of_the_promised_shape(film: Film, frames: Frames, speech: Speech) -> None:
    with av.open(str(film.path)) as opened:
        video, audio = opened.streams.video[0], opened.streams.audio[0]
        assert (video.codec_context.name, audio.codec_context.name) == ("h264", "aac")
        assert video.pix_fmt == "yuv420p"
        assert (video.width, video.height) == (film.width, film.height) == (SIZE, SIZE)
        assert video.average_rate == FPS
        assert audio.rate in (44_100, 48_000)
    assert len(frames) == film.frames
    assert film.seconds == pytest.approx(film.frames / FPS)
    assert speech.seconds < film.seconds < speech.seconds + 3


def test_picture_and_sound_are_of_one_length(film: Film) -> None:
    with av.open(str(film.path)) as opened:
        video, audio = opened.streams.video[0], opened.streams.audio[0]
        assert video.start_time == 0 and audio.start_time == 0
        lengths = [float(stream.duration * stream.time_base) for stream in (video, audio)]
    assert lengths == pytest.approx([film.seconds, film.seconds], abs=0.03)


def test_film_plays_while_it_loads(film: Film) -> None:
    data = film.path.read_bytes()
    assert 0 < data.find(b"moov") < data.find(b"mdat")
    with av.open(str(film.path)) as opened:
        first = next(packet for packet in opened.demux(video=0) if packet.size)
        assert first.is_keyframe


def test_voice_begins_with_the_film(film: Film) -> None:
    with av.open(str(film.path)) as opened:
        sound = np.concatenate([frame.to_ndarray()[0] for frame in opened.decode(audio=0)])
        rate = opened.streams.audio[0].rate
    loud = np.flatnonzero(np.abs(sound) > 0.03) / rate
    assert loud[0] == pytest.approx(SPEECH_AT, abs=0.05) and loud[0] < 0.4
    assert float(np.abs(sound).max()) > 0.3


def test_lips_meet_on_bilabials_and_open_on_vowels(frames: Frames, speech: Speech) -> None:
    """Measured on the finished frames by the face mesh, which knows nothing of how they were drawn."""
    detector, mesher = YunetDetector(), MediapipeMesher()

    def measure_gap(time: float) -> float:
        picture = frames[int((SPEECH_AT + time) * FPS)]
        points = mesher.measure_face(picture, detector.find_faces(picture)[0]).points
        return float(np.linalg.norm(points[13, :2] - points[14, :2]) / np.linalg.norm(points[33] - points[263]))

    gaps = {"shut": [], "open": []}  # type: dict[str, list[float]]
    for phoneme in speech.phonemes:
        kind = "shut" if phoneme.ipa in ("m", "b", "p") else "open" if phoneme.ipa in ("a", "o", "e") else ""
        if kind:
            gaps[kind].append(measure_gap((phoneme.start + phoneme.end) / 2))
    assert max(gaps["shut"]) < 0.03, gaps
    assert np.mean(gaps["open"]) > 3 * np.mean(gaps["shut"]), gaps
    assert np.mean(gaps["open"]) > 0.045, gaps


def test_mark_stands_in_its_corner_from_first_to_last_frame(frames: Frames) -> None:
    corner = slice(0, SIZE // 10), slice(SIZE * 2 // 3, SIZE)
    for frame in (frames[0], frames[int(TITLE * FPS) + 5], frames[len(frames) // 2], frames[-1]):
        grey = cv2.cvtColor(frame[corner], cv2.COLOR_BGR2GRAY)
        assert np.count_nonzero(grey > 200) > 40  # letters
        assert grey.min() < 60  # the plate behind them


def test_name_is_on_the_title_and_gone_after_it(frames: Frames) -> None:
    def count_bright(time: float) -> int:
        return int(np.count_nonzero(frames[int(time * FPS)][SIZE // 12 : SIZE // 4].min(2) > 215))

    assert count_bright(0.7) > 5 * max(count_bright(TITLE + 0.2), 20)


def test_film_begins_with_the_face_and_keeps_it_clear(frames: Frames) -> None:
    """The mesh finds the same face in the first frame, under the title and in the last one."""
    detector = YunetDetector()
    boxes = [detector.find_faces(frames[number]) for number in (0, int(0.8 * FPS), -1)]
    assert [len(found) for found in boxes] == [1, 1, 1]


def test_face_is_still_before_it_speaks_and_alive_while_it_does(frames: Frames, speech: Speech) -> None:
    middle = slice(SIZE // 4, SIZE * 3 // 4)

    def differ(first: float, second: float) -> float:
        pair = (frames[int(time * FPS)][middle, middle].astype(np.int16) for time in (first, second))
        return float(np.abs(next(pair) - next(pair)).mean())

    end = SPEECH_AT + speech.seconds
    assert differ(SPEECH_AT + 0.3, SPEECH_AT + 0.46) > 0.3
    assert differ(end + 0.28, end + 0.36) < differ(SPEECH_AT + 0.3, SPEECH_AT + 0.46)


def test_cover_is_a_jpeg_of_the_same_size(film: Film) -> None:
    cover = cv2.imread(str(film.cover))
    assert cover is not None and cover.shape == (SIZE, SIZE, 3)
    assert film.cover.read_bytes()[:2] == b"\xff\xd8"


def test_progress_grows_to_one(film: Film, told: list[float]) -> None:
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 10
    assert set(film.stages) >= {"draw", "encode"}


def test_same_words_make_the_same_film(studio: FilmStudio, film: Film, speech: Speech, tmp_path: Path) -> None:
    again = studio.shoot("portrait", speech, make_script(speech), tmp_path, lambda part: None)
    assert again.path.read_bytes() == film.path.read_bytes()


def test_unknown_face_is_a_clear_error(studio: FilmStudio, speech: Speech, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="prepare"):
        studio.shoot("nobody", speech, make_script(speech), tmp_path, lambda part: None)


def test_interrupted_render_leaves_nothing(studio: FilmStudio, speech: Speech, tmp_path: Path) -> None:
    def stop(part: float) -> None:
        if part > 0.2:
            raise TimeoutError("enough")

    with pytest.raises(TimeoutError):
        studio.shoot("portrait", speech, make_script(speech), tmp_path, stop)
    assert list(tmp_path.iterdir()) == []


def test_awkward_words_are_survived(studio: FilmStudio, tmp_path: Path) -> None:
    short = Speech(make_speech().samples[:4000], 22_050, (), ())
    script = Script("", "", "🎂" * 40, "", "uz", ())
    film = studio.shoot("portrait", short, script, tmp_path, lambda part: None)
    assert film.path.stat().st_size > 10_000
