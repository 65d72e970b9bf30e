"""The embedded animator: a prepared portrait and a speech become a finished film."""

import os
import time
from collections import OrderedDict, deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from workers.engines.contracts import EngineCard, EngineError, Film, Picture, Progress, Script, Speech
from workers.engines.face import PortraitJudge
from workers.engines.film import SPEECH_AT, FilmEncoder, Planes, make_dressing, plan_timeline, write_cover
from workers.engines.mesh_warp.memory import keep_memory
from workers.engines.mesh_warp.motion import plan_motion, seed_motion
from workers.engines.mesh_warp.plates import PlateShelf, make_plate
from workers.engines.mesh_warp.pose import Pose
from workers.engines.mesh_warp.rig import Rig, build_rig

ENGINE_ID = "mesh-warp-2"
RIGS = 12  # about 25 MB each at 720 px
PAINTERS = 2  # frames drawn at once, beside the encoder
AHEAD = 6  # frames drawn before the encoder takes them
COVER_POSE = Pose(wide=0.05, brow=0.01)


class MeshWarpAnimator:
    """A `FaceAnimator` on the CPU. One instance serves many threads."""

    def __init__(self, folder: Path, size: int, fps: int) -> None:
        keep_memory()
        self._judge = PortraitJudge()
        self._shelf = PlateShelf(folder)
        self._size, self._fps = size // 4 * 4, fps
        self._rigs: OrderedDict[str, Rig] = OrderedDict()
        self._lock = Lock()

    def card(self) -> EngineCard:
        return EngineCard(ENGINE_ID, "Apache-2.0", "cpu", "YuNet (MIT), Face Mesh (Apache-2.0)")

    def check(self, portrait: Picture) -> None:
        """Raises PortraitRefused unless there is one frontal face, large enough."""
        self._judge.judge_portrait(portrait)

    def prepare(self, portrait: Picture, key: str) -> None:
        """Measures the face and keeps what animation needs under `key`. Raises PortraitRefused.

        A key names one portrait for good (its checksum, say): what is kept under it is not made again.
        """
        if self._shelf.holds(key):
            return
        mesh = self._judge.judge_portrait(portrait)
        self._shelf.keep(key, make_plate(portrait, mesh.points))
        with self._lock:
            self._rigs.pop(key, None)

    def animate(self, key: str, speech: Speech, script: Script, folder: Path, progress: Progress) -> Film:
        """Renders `film.mp4` and `cover.jpg` in `folder`. Raises EngineError; nothing half-done stays."""
        if not len(speech.samples):
            raise EngineError("the speech is empty: there is nothing to say")
        watch = Stopwatch()
        rig = self._ready_rig(key)
        timeline = plan_timeline(speech.seconds, self._fps)
        poses = plan_motion(speech, timeline.speech_times, rig.mouth.lips.gap, seed_motion(key, speech))
        still = rig.draw(COVER_POSE)
        dressing = make_dressing(script, timeline, still, rig.caption_ceiling)
        watch.lap("prepare")
        folder.mkdir(parents=True, exist_ok=True)
        path, half = folder / "film.mp4", folder / f"film.{os.getpid()}.part"
        try:
            with FilmEncoder(half, self._size, self._fps) as encoder:
                encoder.add_sound(speech.samples, speech.rate, SPEECH_AT, timeline.seconds)
                watch.lap("sound")
                hidden = sum(dressing.title.hides(number / self._fps) for number in range(timeline.frames))
                for number, frame in enumerate(draw_ahead(rig, poses, still, hidden)):
                    watch.lap("draw")
                    dressing.dress(frame, number)
                    watch.lap("dress")
                    encoder.add_frame(frame)
                    watch.lap("encode")
                    if number % 5 == 0:
                        progress(number / timeline.frames)
            watch.lap("finish")
            write_cover(still, script, folder / "cover.jpg")
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
        watch.lap("cover")
        progress(1.0)
        size = self._size
        return Film(path, folder / "cover.jpg", timeline.seconds, size, size, timeline.frames, watch.stages)

    def _ready_rig(self, key: str) -> Rig:
        with self._lock:
            if key not in self._rigs:
                self._rigs[key] = build_rig(self._shelf.find(key), self._size)
                while len(self._rigs) > RIGS:
                    self._rigs.popitem(last=False)
            self._rigs.move_to_end(key)
            return self._rigs[key]


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


def draw_ahead(rig: Rig, poses: list[Pose], still: Planes, hidden: int) -> Iterator[Planes]:
    """Frames in order, drawn by two threads a few frames ahead of whoever takes them.

    The first `hidden` ones nobody will see: they are copies of `still`.
    """
    for _ in range(hidden):
        yield still.copy()
    with ThreadPoolExecutor(PAINTERS, "painter") as pool:
        waiting: deque[Future[Planes]] = deque()
        coming = iter(poses[hidden:])
        try:
            for pose in coming:
                waiting.append(pool.submit(rig.draw, pose))
                if len(waiting) >= AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
