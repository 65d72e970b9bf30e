"""An animator's frames become a finished film: title, captions, mark, sound, cover, MP4."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workers.engines.contracts import EngineError, FaceAnimator, Film, Progress, Script, Speech
from workers.engines.film.cover import write_cover
from workers.engines.film.dressing import make_dressing
from workers.engines.film.encoder import FilmEncoder
from workers.engines.film.ground import make_ground
from workers.engines.film.layout import Layout, lay_square
from workers.engines.film.sound import mix_sound
from workers.engines.film.timeline import SPEECH_AT, plan_timeline

_TELL_EVERY = 5  # frames


@dataclass(frozen=True)
class FilmStudio:
    """Shoots films of `fps` frames a second with any animator. One studio serves many threads."""

    animator: FaceAnimator
    fps: int
    music: bool = True  # a quiet bed under the voice
    lay: Callable[[int], Layout] = lay_square

    def shoot(self, key: str, speech: Speech, script: Script, folder: Path, progress: Progress) -> Film:
        """`film.mp4` and `cover.jpg` in `folder`, of the portrait prepared under `key`.

        Blocking. Raises EngineError; nothing half-done stays.
        """
        if not len(speech.samples):
            raise EngineError("the speech is empty: there is nothing to say")
        watch = Stopwatch()
        timeline = plan_timeline(speech.seconds, self.fps)
        performance = self.animator.perform(key, speech, timeline.speech_times)
        still = performance.still
        layout = self.lay(still.size[0])
        ground = make_ground(still, layout)
        dressing = make_dressing(script, timeline, still, performance.caption_ceiling, layout)
        watch.lap("prepare")
        folder.mkdir(parents=True, exist_ok=True)
        path, cover, half = folder / "film.mp4", folder / "cover.jpg", folder / f"film.{os.getpid()}.part"
        try:
            with FilmEncoder(half, layout.side, self.fps, height=layout.height) as encoder:
                encoder.add_sound(mix_sound(speech.samples, speech.rate, SPEECH_AT, timeline.seconds, key, self.music))
                watch.lap("sound")
                for number, square in enumerate(performance.frames()):
                    watch.lap("draw")
                    frame = ground.set_in(square) if ground else square
                    dressing.dress(frame, number)
                    watch.lap("dress")
                    encoder.add_frame(frame)
                    watch.lap("encode")
                    if number % _TELL_EVERY == 0:
                        progress(number / timeline.frames)
            watch.lap("finish")
            write_cover(ground.set_in(still) if ground else still, script, layout, cover)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
        watch.lap("cover")
        progress(1.0)
        return Film(path, cover, timeline.seconds, layout.side, layout.height, timeline.frames, watch.stages)


class Stopwatch:
    """Wall seconds by stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, stage: str) -> None:
        """Adds the time since the last lap to `stage`."""
        now = time.perf_counter()
        self.stages[stage] = self.stages.get(stage, 0.0) + now - self._last
        self._last = now
