"""Faces: finding one, measuring its mesh, telling whose it is, and judging whether a portrait can be animated."""
