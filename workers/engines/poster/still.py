"""A still of a greeting: the face as it was at that moment, without captions and signs of the film."""

import io

import av
import cv2
import numpy as np

from workers.engines.contracts import EngineError, Picture
from workers.engines.poster.tone import fit_picture

_CAPTIONS = 0.78  # of the height: below it the film has written words
_SIGN = (0.56, 0.12)  # the film's own sign stands right of and above this


def take_still(clip: bytes, second: float, portrait: Picture) -> Picture:
    """The frame at `second` of an MP4, square. Where the film is written upon, the portrait shows instead:

    a greeting moves the face of that very portrait and leaves the rest in place. Raises EngineError.
    """
    frame = _decode_frame(clip, second)
    rows, columns = frame.shape[:2]
    side = min(rows, columns)
    frame = frame[(rows - side) // 2 :, (columns - side) // 2 :][:side, :side]
    clean = fit_picture(portrait, side, side).astype(np.float32)
    share = _written(side)[..., None]
    return np.asarray(frame * (1 - share) + clean * share, np.float32).astype(np.uint8)


def _decode_frame(clip: bytes, second: float) -> Picture:
    with av.open(io.BytesIO(clip), mode="r") as container:
        stream = container.streams.video[0]
        container.seek(int(second / float(stream.time_base or 1)), stream=stream)
        for frame in container.decode(stream):
            if frame.time is not None and frame.time >= second - 0.001:
                return np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
    raise EngineError(f"the clip has no frame at {second:.2f} s")


def _written(side: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """1 where the film carries captions or its sign, with soft edges."""
    mask = np.zeros((side, side), np.float32)
    mask[int(side * _CAPTIONS) :] = 1
    mask[: int(side * _SIGN[1]), int(side * _SIGN[0]) :] = 1
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), side / 60), np.float32)
