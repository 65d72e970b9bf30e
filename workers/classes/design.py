"""Posters, mockups and cards are drawn."""

from workers.classes.contents import Contents
from workers.rows import Bench


def load(bench: Bench) -> Contents:
    return Contents()
