"""Face animation without a GPU: the portrait's own pixels, moved by the sounds of the speech."""

from bot.settings import Settings
from workers.engines.contracts import FaceAnimator
from workers.engines.face.opening import open_judge
from workers.engines.mesh_warp.animator import MeshWarpAnimator

__all__ = ["MeshWarpAnimator", "open_animator"]


def open_animator(settings: Settings) -> FaceAnimator:
    """The animator of these settings. Raises EngineError when its weights are not installed."""
    return MeshWarpAnimator(settings.data_dir / "faces", settings.video_size, open_judge())
