"""Faces: finding one, measuring its 468 points, and judging whether a portrait can be animated."""

from workers.engines.face.detect import Face, FaceDetector
from workers.engines.face.mesh import FaceMesher, Mesh
from workers.engines.face.portrait import PortraitJudge

__all__ = ["Face", "FaceDetector", "FaceMesher", "Mesh", "PortraitJudge"]
