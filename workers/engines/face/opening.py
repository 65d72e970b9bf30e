"""Which engines look at faces here: this file and `judging.py` name them, no other does."""

from workers.engines.face.decency import OpenNsfwJudge
from workers.engines.face.detect import YunetDetector
from workers.engines.face.identity import SfaceEmbedder
from workers.engines.face.selfies import SelfieReader

_QUICK_SIDE = 512  # pixels: enough for a selfie, at two thirds of the time of a thorough look


def open_selfies() -> SelfieReader:
    """Reads the photos of a quiz. Raises EngineError where weights are missing."""
    detectors = (YunetDetector(long_side=_QUICK_SIDE), YunetDetector())
    return SelfieReader(detectors, SfaceEmbedder(), OpenNsfwJudge())
