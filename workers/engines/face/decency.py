"""Is a photo fit to be looked at: Yahoo's open_nsfw (Mahadeokar & Pesavento, 2016), an ONNX port under Apache-2.0."""

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from workers.engines.contracts import EngineCard, Picture
from workers.engines.face.weights import OPEN_NSFW, find_weights

INDECENT = 0.8  # its authors' mark for "very likely"; close-up faces stay far below
_RESIZED, _CROPPED = 256, 224
_MEAN = np.array([104, 117, 123], np.float32)  # BGR


class OpenNsfwJudge:
    """A `DecencyJudge`. One session on one thread, beside the face networks."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = options.enable_mem_pattern = False  # memory goes back between photos
        path = str(find_weights(OPEN_NSFW))
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name

    def card(self) -> EngineCard:
        return EngineCard("open-nsfw-onnx-0.1", "Apache-2.0", "cpu", "Yahoo open_nsfw (BSD-2-Clause)")

    def is_indecent(self, picture: Picture) -> bool:
        return self.score(picture) > INDECENT

    def score(self, picture: Picture) -> float:
        """How likely the picture is indecent, 0 … 1."""
        _, indecent = self._session.run(None, {self._input: prepare(picture)[None]})[0][0]
        return float(indecent)


def prepare(picture: Picture) -> NDArray[np.float32]:
    """What the network wants: 256 pixels a side, the middle 224 of them, less the mean of its training set."""
    resized = cv2.resize(picture, (_RESIZED, _RESIZED), interpolation=cv2.INTER_AREA)
    edge = (_RESIZED - _CROPPED) // 2
    # The network was trained on pictures that had been through JPEG, and is sure only of those.
    _, packed = cv2.imencode(".jpg", resized, [cv2.IMWRITE_JPEG_QUALITY, 75])
    seen = np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.float32)
    return np.ascontiguousarray(seen[edge : edge + _CROPPED, edge : edge + _CROPPED] - _MEAN)
