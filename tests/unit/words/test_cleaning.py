"""What no text of ours may hold, and what is left of one without it."""

import pytest

from bot.words.cleaning import clean_text, clean_tree, is_clean, is_clean_tree

FIT = ("", "salom", "Oʻgʻil\tqiz\r\nkelin", "👨‍👩‍👧 ❤️", "a\u200bb", "\ufeffa", "\u00a0", "🇺🇿")
UNFIT = {
    "a\0b": "ab",
    "\0": "",
    "\x1b[1m": "[1m",
    "a\x7f": "a",
    "a\ud800b": "ab",
    "\udc00": "",
    "a\x0bb": "a\nb",
    "a\x85b": "a\nb",
}


@pytest.mark.parametrize("text", FIT)
def test_what_people_write_stays(text: str) -> None:
    assert is_clean(text) and clean_text(text) == text


@pytest.mark.parametrize(("text", "left"), UNFIT.items())
def test_what_nobody_keeps_goes(text: str, left: str) -> None:
    assert not is_clean(text) and clean_text(text) == left and is_clean(left)
    left.encode()


def test_json_is_cleaned_all_the_way_down() -> None:
    told = {"a": ["x\0", {"b": "\ud800y"}], "n": 1, "none": None}
    assert not is_clean_tree(told)
    assert clean_tree(told) == {"a": ["x", {"b": "y"}], "n": 1, "none": None}
    assert is_clean_tree(clean_tree(told)) and not is_clean_tree({"\0": 1})
