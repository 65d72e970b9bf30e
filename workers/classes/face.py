"""Faces are looked at: quiz photos while somebody waits, artists' portraits when they change."""

from workers.classes.contents import Contents
from workers.rows import Bench


def load(bench: Bench) -> Contents:
    return Contents()
