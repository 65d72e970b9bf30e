"""Posters, mockups and cards are drawn."""

from workers.classes.contents import Contents
from workers.draw_card import draw_card
from workers.rows import Bench


def load(bench: Bench) -> Contents:
    return Contents(calls={"draw_card": draw_card})
