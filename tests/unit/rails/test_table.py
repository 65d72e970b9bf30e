"""The table of rails: what is promised of each, and that nobody keeps a second list."""

import pytest

from bot.errors import NotFound
from bot.merchants import COMPARED
from bot.rails.table import RAILS, compared_rails, comparison_of, open_rails
from bot.settings import Settings

PLAYGROUND = Settings(_env_file=None)  # type: ignore[call-arg]
REAL = Settings(_env_file=None, bot_token="123456:abc")  # type: ignore[call-arg, arg-type]


def test_the_playground_opens_every_rail_and_a_token_without_keys_none() -> None:
    assert open_rails(PLAYGROUND) == ["payme", "click", "stripe", "telegram"]
    assert open_rails(REAL) == []


def test_stars_are_compared_wherever_there_is_telegram() -> None:
    assert compared_rails(PLAYGROUND) == ["payme", "click", "stripe", "stars"]
    assert compared_rails(REAL) == ["stars"]


def test_the_command_line_names_the_rails_that_can_be_compared() -> None:
    assert tuple(name for name, rail in RAILS.items() if rail.compare is not None) == COMPARED


@pytest.mark.parametrize("name", ["telegram", "paypal", ""])
def test_what_cannot_be_compared_is_not_found(name: str) -> None:
    with pytest.raises(NotFound):
        comparison_of(name)
