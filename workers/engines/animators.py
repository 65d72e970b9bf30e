"""Which animator moves faces here: the one place that names it."""

from bot.settings import Settings
from workers.engines.contracts import FaceAnimator
from workers.engines.face.judging import open_judge
from workers.engines.mesh_warp.animator import MeshWarpAnimator


def open_animator(settings: Settings) -> FaceAnimator:
    """The animator of these settings. Raises EngineError when its weights are not installed."""
    return MeshWarpAnimator(settings.data_dir / "faces", settings.video_size, open_judge())
