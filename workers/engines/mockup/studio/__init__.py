"""Photographs of blank products: scenes for Blender, run by hand; the product itself never imports this.

`python -m workers.engines.mockup.studio FOLDER [product …]` with the `bpy` package (GPL-3.0-or-later, which does not
extend to pictures made with it) writes the plates that `workers.engines.mockup` prints designs on.
"""
