"""Which engines look at faces here: this file and `judging.py` name them, no other does."""

from workers.engines.face.decency import OpenNsfwJudge
from workers.engines.face.detect import YunetDetector
from workers.engines.face.finding import FaceFinder
from workers.engines.face.identity import SfaceEmbedder
from workers.engines.face.selfies import SelfieReader

_QUICK_SIDE = 512  # pixels: enough for a selfie, at two thirds of the time of a thorough look
_GLANCE_SIDE = 256  # which way is up shows in a small picture, too


def open_selfies() -> SelfieReader:
    """Reads the photos of a quiz. Raises EngineError where weights are missing."""
    detectors = (YunetDetector(long_side=_QUICK_SIDE), YunetDetector())
    finder = FaceFinder(detectors, YunetDetector(long_side=_GLANCE_SIDE))
    return SelfieReader(finder, SfaceEmbedder(), OpenNsfwJudge())
