"""Posters: a portrait, a name and words become a sheet that a print shop accepts."""

from workers.engines.poster.composed import ComposedPosters
from workers.engines.poster.sheet import Cutout, PosterEngine, Printed, Sheet

__all__ = ["ComposedPosters", "Cutout", "PosterEngine", "Printed", "Sheet"]
