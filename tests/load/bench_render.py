"""How fast a greeting is drawn: `python -m tests.load.bench_render [seconds] [size]`.

Method: one prepared portrait says made-up syllables. CPU milliseconds a frame are the process's own time
(threads together) over a whole film, so they hold on a busy machine; wall figures are only true on an idle one.
The share of each stage is CPU time of its own thread: a second, single-threaded pass over the same frames.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from bot.settings import Settings
from tests.contracts.engines.animator_cases import load_portrait, make_script, make_speech
from workers.engines.contracts import Phoneme, Speech
from workers.engines.face.judging import open_judge
from workers.engines.film import FilmStudio
from workers.engines.film.dressing import make_dressing
from workers.engines.film.encoder import FilmEncoder
from workers.engines.film.timeline import plan_timeline
from workers.engines.mesh_warp.animator import STILL_POSE, MeshWarpAnimator
from workers.engines.mesh_warp.motion import plan_motion, seed_motion

FPS = Settings().video_fps


def stretch_speech(seconds: float) -> Speech:
    """The made-up syllables said again and again."""
    once = make_speech()
    times = max(1, round(seconds / once.seconds))
    phonemes = tuple(
        Phoneme(p.start + i * once.seconds, p.end + i * once.seconds, p.ipa)
        for i in range(times)
        for p in once.phonemes
    )
    words = tuple(
        replace(w, start=w.start + i * once.seconds, end=w.end + i * once.seconds)
        for i in range(times)
        for w in once.words
    )
    return Speech(np.tile(once.samples, times), once.rate, phonemes, words)


def measure_film(studio: FilmStudio, speech: Speech, folder: Path) -> float:
    """Renders one film as the worker does; prints its rates and gives CPU milliseconds a frame."""
    wall, cpu = time.perf_counter(), time.process_time()
    film = studio.shoot("bench", speech, make_script(speech), folder, lambda part: None)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    size, length = film.path.stat().st_size // 1024, film.seconds
    print(f"film       {length:.2f} s, {film.frames} frames of {film.width} px, {size} KiB")
    print(f"wall       {wall:.2f} s = {wall / length:.2f} of the film's length, {film.frames / wall:.1f} frames/s")
    print(f"cpu        {1000 * cpu / film.frames:.1f} ms a frame = {cpu / length:.2f} of the film's length, one core")
    print(f"two cores  {2 * film.frames / cpu:.0f} frames/s at best")
    return 1000 * cpu / film.frames


def measure_stages(animator: MeshWarpAnimator, speech: Speech, folder: Path) -> dict[str, float]:
    """CPU milliseconds a frame by stage, each run alone on this thread (the encoder with its own)."""
    rig, spent = animator._ready_rig("bench"), {"draw": 0.0, "dress": 0.0, "encode": 0.0}
    timeline = plan_timeline(speech.seconds, FPS)
    poses = plan_motion(speech, timeline.speech_times, rig.mouth.lips.gap, seed_motion("bench", speech))[:100]
    dressing = make_dressing(make_script(speech), timeline, rig.draw(STILL_POSE), rig.caption_ceiling)

    def timed(stage: str, work: Callable[[], object]) -> object:
        start = time.process_time()
        result = work()
        spent[stage] += time.process_time() - start
        return result

    with FilmEncoder(folder / "stages.mp4", animator._size, FPS) as encoder:
        for number, pose in enumerate(poses):
            frame = timed("draw", lambda pose=pose: rig.draw(pose))
            timed("dress", lambda frame=frame, number=number: dressing.dress(frame, number))
            timed("encode", lambda frame=frame: encoder.add_frame(frame))
    return {stage: 1000 * seconds / len(poses) for stage, seconds in spent.items()}


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 720
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        animator = MeshWarpAnimator(folder / "faces", size, open_judge())
        studio = FilmStudio(animator, FPS)
        start = time.process_time()
        animator.prepare(load_portrait(), "bench")
        print(f"prepare    {time.process_time() - start:.2f} s of CPU, once an artist")
        speech = stretch_speech(seconds)
        studio.shoot("bench", stretch_speech(1), make_script(speech), folder / "warm", lambda part: None)
        measure_film(studio, speech, folder / "film")
        stages = measure_stages(animator, speech, folder)
        total = sum(stages.values())
        for stage, spent in stages.items():
            print(f"{stage:<10} {spent:5.1f} ms a frame, {100 * spent / total:3.0f} %")


if __name__ == "__main__":
    main()
