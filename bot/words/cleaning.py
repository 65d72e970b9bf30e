"""Signs that no text of ours may hold: zero and the other controls, which Postgres or a carrier refuses, and halves of
letters, which are no UTF-8. Programs are told so; what a person wrote in the chat is cleaned without a word."""

import re
from typing import Any

# Tabs and line ends are text; so is everything that has a shape, or shapes what stands beside it.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85]")  # pasted from word processors, where they part lines


def is_clean(text: str) -> bool:
    """Whether every sign may be kept, sent and printed."""
    return _UNFIT.search(text) is None


def clean_text(text: str) -> str:
    """The text without those signs; what parted lines still does."""
    return text if is_clean(text) else _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def clean_tree(value: Any) -> Any:
    """JSON with every text in it cleaned; names of members stay as they are."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {name: clean_tree(member) for name, member in value.items()}
    return [clean_tree(member) for member in value] if isinstance(value, list) else value


def is_clean_tree(value: Any) -> bool:
    """Whether every text in a piece of JSON is clean, names of members too."""
    if isinstance(value, str):
        return is_clean(value)
    if isinstance(value, dict):
        return all(is_clean_tree(part) for pair in value.items() for part in pair)
    return all(map(is_clean_tree, value)) if isinstance(value, list) else True
