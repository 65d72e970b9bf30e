"""An artist's portraits as one vector: each also mirrored, turned, dimmed and small, as photos of people are."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from workers.engines.contracts import EngineError, Picture
from workers.engines.face.contracts import Vector
from workers.engines.face.selfies import SelfieReader
from workers.engines.face.vectors import average
from workers.engines.photos.opening import open_photo


def enrol_portraits(reader: SelfieReader, bodies: Sequence[bytes]) -> Vector:
    """The average over all portraits. Raises EngineError where no portrait shows a face."""
    views = [view for body in bodies for view in vary_picture(open_photo(body))]
    found = [vector for view in views if (vector := reader.embed_picture(view)) is not None]
    if not found:
        raise EngineError("no portrait shows a face: give the artist another portrait")
    return average(found)


def vary_picture(picture: Picture) -> Iterator[Picture]:
    """The picture, and what a telephone could have made of it."""
    yield picture
    yield np.ascontiguousarray(picture[:, ::-1])
    yield _turn(picture, 8.0)
    yield (picture * 0.4).astype(np.uint8)
    yield _pack(_shrink(picture, 360), 30)


def _turn(picture: Picture, degrees: float) -> Picture:
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8)


def _shrink(picture: Picture, side: int) -> Picture:
    scale = side / max(picture.shape[:2])
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _pack(picture: Picture, quality: int) -> Picture:
    _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
