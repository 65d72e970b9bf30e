"""Sealed text: opens with its key in its own place, and nowhere else."""

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from db import sealing

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))


@pytest.fixture(autouse=True)
def one_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "_ciphers", {})
    sealing.use_key(KEY)


@given(st.binary(max_size=400))
def test_what_is_sealed_opens_again(plain: bytes) -> None:
    assert sealing.unseal(sealing.seal(plain, "videos.text"), "videos.text") == plain


def test_the_same_words_never_look_the_same() -> None:
    assert sealing.seal(b"Onajon", "videos.text") != sealing.seal(b"Onajon", "videos.text")


def test_it_does_not_open_in_another_column_or_after_tampering() -> None:
    sealed = sealing.seal(b"Onajon", "videos.text")
    with pytest.raises(InvalidTag):
        sealing.unseal(sealed, "videos.recipient")
    with pytest.raises(InvalidTag):
        sealing.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), "videos.text")


def test_a_new_key_seals_while_the_old_one_still_opens() -> None:
    old = sealing.seal(b"before", "videos.text")
    sealing.use_key(OTHER, number=2)
    new = sealing.seal(b"after", "videos.text")
    assert new[0] == 2
    assert sealing.unseal(old, "videos.text") == b"before"


def test_an_unknown_key_says_which() -> None:
    sealed = sealing.seal(b"x", "videos.text")
    with pytest.raises(sealing.SealingError, match="77"):
        sealing.unseal(bytes([77]) + sealed[1:], "videos.text")


def test_a_key_of_the_wrong_size_is_refused() -> None:
    with pytest.raises(sealing.SealingError):
        sealing.use_key(b"short")
