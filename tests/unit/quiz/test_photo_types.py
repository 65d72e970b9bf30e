"""The name of a photo's type is read kindly, and its bytes decide."""

import pytest

from bot.errors import Invalid
from bot.quiz.photo_types import UNKNOWN, is_photo_type, read_type, sniff_type
from bot.quiz.quizzes import Upload, check_upload
from tests.contracts.engines.hostile_photos import face, heif, pack


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("image/jpg", "image/jpeg"),
        ("image/pjpeg", "image/jpeg"),
        ("IMAGE/JPEG", "image/jpeg"),
        (" image/jpeg; charset=binary", "image/jpeg"),
        ("image/x-png", "image/png"),
        ("image/heic-sequence", "image/heic"),
        ("", UNKNOWN),
        ("  ", UNKNOWN),
        ("image/*", UNKNOWN),
        ("Application/Octet-Stream", UNKNOWN),
        ("binary/octet-stream", UNKNOWN),
    ],
)
def test_another_name_is_taken_for_the_type_it_means(said: str, meant: str) -> None:
    assert read_type(said) == meant
    check_upload(Upload(said, 9_000))


@pytest.mark.parametrize("said", ["image/gif", "text/html", "image/svg+xml", "application/pdf", "video/mp4"])
def test_the_name_of_something_else_is_refused(said: str) -> None:
    assert not is_photo_type(said)
    with pytest.raises(Invalid, match="quiz-photo-type"):
        check_upload(Upload(said, 9_000))


def test_bytes_tell_their_type() -> None:
    assert sniff_type(pack(face(64), "JPEG")) == "image/jpeg"
    assert sniff_type(pack(face(64), "PNG")) == "image/png"
    assert sniff_type(pack(face(64), "WEBP")) == "image/webp"
    assert sniff_type(heif(face(64))) == "image/heic"
    assert sniff_type(pack(face(64), "GIF")) == sniff_type(b"<svg/>") == sniff_type(b"") == ""
