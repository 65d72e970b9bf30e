"""Which engines judge portraits here. Apart from those of the quiz, so that who animates or prints loads no more."""

from workers.engines.face.detect import YunetDetector
from workers.engines.face.mesh import MediapipeMesher
from workers.engines.face.portrait import PortraitJudge


def open_judge() -> PortraitJudge:
    """Judges portraits before they are animated or printed. Raises EngineError where weights are missing."""
    return PortraitJudge(YunetDetector(), MediapipeMesher())
