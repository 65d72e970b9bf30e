"""A photo is judged by its bytes: a lost end mark, many pixels, and nothing of what is said about it."""

import io

import numpy as np
import pytest
from PIL import Image

from tests.contracts.engines.hostile_photos import face, heif, pack
from workers.engines.photos.decoding import PhotoRefused
from workers.engines.photos.endings import lacks_end
from workers.engines.photos.opening import open_photo


@pytest.mark.parametrize("cut", [1, 2, 3, 12])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_that_lost_its_end_mark_is_opened(cut: int, progressive: bool) -> None:
    whole = pack(face(), "JPEG", progressive=progressive)
    assert not lacks_end(whole) and lacks_end(whole[:-cut])
    assert open_photo(whole[:-cut]).shape == (640, 640, 3)


def test_a_thumbnail_inside_does_not_end_the_photo() -> None:
    small = pack(face(96), "JPEG")
    noted = pack(face(), "JPEG", comment=small)
    assert lacks_end(noted[:-2]) and not lacks_end(noted)
    assert np.array_equal(open_photo(noted[:-2]), open_photo(noted))


def test_a_jpeg_that_lost_its_half_is_damaged() -> None:
    whole = pack(face(), "JPEG")
    with pytest.raises(PhotoRefused, match="quiz-photo-broken"):
        open_photo(whole[: len(whole) // 2])


@pytest.mark.parametrize(("width", "height"), [(6936, 4624), (8160, 6120), (5792, 8688)])
def test_a_large_jpeg_is_read_small(width: int, height: int) -> None:
    picture = open_photo(pack(Image.new("RGB", (width, height), "teal"), "JPEG", quality=50))
    assert max(picture.shape[:2]) == 800


def test_other_kinds_keep_to_the_smaller_limit() -> None:
    out = io.BytesIO()
    Image.new("L", (6936, 4624)).save(out, "PNG")
    with pytest.raises(PhotoRefused, match="quiz-photo-huge"):
        open_photo(out.getvalue())


def test_a_heic_is_known_by_its_bytes() -> None:
    assert open_photo(heif(face(320))).shape == (320, 320, 3)
