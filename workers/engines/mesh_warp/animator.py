"""The embedded animator: a prepared portrait and a speech become moving frames."""

from collections import OrderedDict, deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from workers.engines.contracts import EngineCard, Picture, Planes, Speech, Times
from workers.engines.face.portrait import PortraitJudge
from workers.engines.mesh_warp.memory import keep_memory
from workers.engines.mesh_warp.motion import plan_motion, seed_motion
from workers.engines.mesh_warp.plates import PlateShelf, make_plate
from workers.engines.mesh_warp.pose import Pose
from workers.engines.mesh_warp.rig import Rig, build_rig

RIGS = 12  # about 25 MB each at 720 px
PAINTERS = 2  # frames drawn at once, beside the encoder
AHEAD = 6  # frames drawn before the encoder takes them
STILL_POSE = Pose(wide=0.05, brow=0.01)


@dataclass(frozen=True)
class MeshPerformance:
    """A `Performance`: one rig, and a pose for every frame."""

    rig: Rig
    poses: list[Pose]

    @cached_property
    def still(self) -> Planes:
        return self.rig.draw(STILL_POSE)

    @property
    def caption_ceiling(self) -> int:
        return self.rig.caption_ceiling

    def frames(self) -> Iterator[Planes]:
        """Drawn by two threads, a few frames ahead of whoever takes them."""
        with ThreadPoolExecutor(PAINTERS, "painter") as pool:
            waiting: deque[Future[Planes]] = deque()
            try:
                for pose in self.poses:
                    waiting.append(pool.submit(self.rig.draw, pose))
                    if len(waiting) >= AHEAD:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()


class MeshWarpAnimator:
    """A `FaceAnimator` on the CPU: frames of `size` × `size`. One instance serves many threads."""

    def __init__(self, folder: Path, size: int, judge: PortraitJudge) -> None:
        keep_memory()
        self._judge = judge
        self._shelf = PlateShelf(folder)
        self._size = size // 4 * 4
        self._rigs: OrderedDict[str, Rig] = OrderedDict()
        self._lock = Lock()

    def card(self) -> EngineCard:
        return EngineCard("mesh-warp-3", "Apache-2.0", "cpu", "YuNet (MIT), Face Mesh (Apache-2.0)")

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

    def perform(self, key: str, speech: Speech, times: Times) -> MeshPerformance:
        """The portrait of `key` speaking. Raises EngineError for a key that nothing was prepared under."""
        rig = self._ready_rig(key)
        return MeshPerformance(rig, plan_motion(speech, times, rig.mouth.lips.gap, seed_motion(key, speech)))

    def _ready_rig(self, key: str) -> Rig:
        with self._lock:
            if key not in self._rigs:
                self._rigs[key] = build_rig(self._shelf.find(key), self._size)
                while len(self._rigs) > RIGS:
                    self._rigs.popitem(last=False)
            self._rigs.move_to_end(key)
            return self._rigs[key]
