"""Words too long for one message are parted, and nothing of them is lost."""

import pytest

from bot.people.letters import split_words, utf16_length


@pytest.mark.parametrize(
    "words",
    ["", "salom", "a" * 4096, "a" * 4097, "🎂" * 2049, "salom " * 3000, "qator\n" * 1500, "🎂 a" * 3000, " " * 9000],
)
def test_pieces_fit_and_make_the_whole(words: str) -> None:
    pieces = split_words(words)
    assert "".join(pieces) == words
    assert all(0 < utf16_length(piece) <= 4096 for piece in pieces)


def test_a_word_stays_whole_where_it_can() -> None:
    assert split_words("bir ikki uch", 9) == ["bir ikki ", "uch"]
    assert split_words("bir\nikki uch", 9) == ["bir\nikki ", "uch"]
    assert split_words("birikkiuch", 4) == ["biri", "kkiu", "ch"]
