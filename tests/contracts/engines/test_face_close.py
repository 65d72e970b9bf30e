"""Selfies from close by, on their side, and both: each finds its own star, and a refusal names the true reason."""

from uuid import uuid5

import cv2
import numpy as np
import pytest

from tests.contracts.engines.conftest import NAMESPACE, SLUGS
from tests.flows.quiz.quiz_world import as_jpeg, picture_of
from workers.engines.contracts import Picture
from workers.engines.face.gallery import Gallery
from workers.engines.face.selfies import SelfieReader
from workers.engines.photos.decoding import PhotoRefused

SIDEWAYS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


def close_up(picture: Picture, part: float) -> Picture:
    """The middle `part` of the picture, enlarged as a telephone held near would."""
    height, width = picture.shape[:2]
    side = int(min(height, width) * part)
    top, left = (height - side) // 2, (width - side) // 2
    return np.asarray(cv2.resize(picture[top : top + side, left : left + side], (1080, 1080)), np.uint8)


def bordered(picture: Picture) -> Picture:
    wide = cv2.copyMakeBorder(picture, 700, 700, 700, 700, cv2.BORDER_CONSTANT, value=(200, 200, 200))
    return np.asarray(wide, np.uint8)


def rank_own(reader: SelfieReader, gallery: Gallery, slug: str, picture: Picture) -> tuple[bool, float]:
    """Whether the star of the picture comes first, and with how many percent."""
    ranked = gallery.rank(reader.read_selfies([as_jpeg(picture)]).vector)
    mine = uuid5(NAMESPACE, slug)
    return ranked[0][0] == mine, dict(ranked)[mine]


@pytest.mark.parametrize("part", [0.6, 0.52, 0.44, 0.4])
def test_a_face_that_fills_the_picture_is_its_own_star(reader: SelfieReader, gallery: Gallery, part: float) -> None:
    for slug in SLUGS:
        first, percent = rank_own(reader, gallery, slug, close_up(picture_of(slug), part))
        assert first and percent > 85, (slug, percent)


def test_a_face_larger_than_the_picture_scores_about_what_it_scores_with_room(
    reader: SelfieReader, gallery: Gallery
) -> None:
    for slug in SLUGS[:4]:
        near = close_up(picture_of(slug), 0.36)
        first, percent = rank_own(reader, gallery, slug, near)
        _, roomy = rank_own(reader, gallery, slug, bordered(near))
        assert first and percent > roomy - 8, (slug, percent, roomy)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_picture_on_its_side_or_head_is_turned(reader: SelfieReader, gallery: Gallery, degrees: int) -> None:
    for slug in SLUGS[::2]:
        turned = np.asarray(cv2.rotate(picture_of(slug), SIDEWAYS[degrees]), np.uint8)
        first, percent = rank_own(reader, gallery, slug, turned)
        assert first and percent > 95, (slug, percent)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_close_picture_on_its_side_is_turned_too(reader: SelfieReader, gallery: Gallery, degrees: int) -> None:
    for slug in SLUGS[1::4]:
        turned = np.asarray(cv2.rotate(close_up(picture_of(slug), 0.44), SIDEWAYS[degrees]), np.uint8)
        first, percent = rank_own(reader, gallery, slug, turned)
        assert first and percent > 85, (slug, percent)


def test_a_bright_close_picture_is_never_called_dark(reader: SelfieReader) -> None:
    for slug in SLUGS[:3]:
        for part in (0.3, 0.24, 0.18):
            try:
                reader.read_selfies([as_jpeg(close_up(picture_of(slug), part))])
            except PhotoRefused as refused:
                assert refused.key in ("quiz-face-cut", "quiz-no-face")
