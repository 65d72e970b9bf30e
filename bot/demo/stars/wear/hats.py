"""What stars wear on their heads: the doʻppi, a chef's hat, a headscarf."""

from typing import Any

import bpy
import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head
from bot.demo.stars.nodes import Shader, rgba
from bot.demo.stars.scene import lattice, make_mesh, set_texture
from bot.demo.stars.wear.cloth import plain_cloth
from bot.demo.stars.wear.embroidery import embroider

COLUMNS = 144
# Profiles from rim to crown: height, share of the girth, and how square (or pleated) the ring is.
CAP = (
    (0, 1, 0),
    (0.02, 1.01, 0),
    (0.25, 1.0, 0.1),
    (0.5, 0.98, 0.3),
    (0.75, 0.945, 0.5),
    (0.92, 0.915, 0.65),
    (1.0, 0.88, 0.75),
    (1.03, 0.81, 0.8),
    (1.06, 0.55, 0.85),
    (1.10, 0.3, 0.9),
    (1.12, 0.02, 0.95),
)
TOQUE = (
    (0, 1.0, 0),
    (0.03, 1.01, 0),
    (0.5, 1.03, 0),
    (0.52, 1.03, 0),
    (0.54, 1.0, 0.1),
    (0.62, 1.06, 0.6),
    (0.85, 1.22, 1),
    (1.1, 1.27, 1),
    (1.3, 1.2, 1),
    (1.42, 1.0, 1),
    (1.46, 0.7, 1),
    (1.44, 0.35, 0.6),
    (1.43, 0.02, 0),
)


def dome(crown: float) -> list[tuple[float, float]]:
    """Rows that close a scarf over the crown: share of the last ring, and height."""
    return [(0.86, crown - 0.03), (0.62, crown + 0.055), (0.34, crown + 0.095), (0.02, crown + 0.105)]


def make_hat(head: Head, hat: dict[str, Any]) -> None:
    """The hat that `hat` describes; none for an empty one."""
    if hat:
        {"doppi": make_doppi, "chef": make_toque, "scarf": make_scarf}[hat["kind"]](head, hat)


def seat(head: Head, hat: dict[str, Any]) -> tuple[Floats, float, Floats]:
    """Centre, tilt and radii of the ring on which a hat sits."""
    front, back = head.landmark(0, 1.35, hat.get("front", 8.0)), head.landmark(0, -0.3, hat.get("back", 7.75))
    centre, tilt = (front + back) / 2, float((back[2] - front[2]) / (back[1] - front[1]))
    angles = np.linspace(0, 2 * np.pi, COLUMNS, endpoint=False)
    return centre, tilt, head.girth(centre, angles, tilt) + 0.055


def ring(centre: Floats, radius: Floats, rise: Floats | float, tilt: Floats | float) -> Floats:
    angles = np.linspace(0, 2 * np.pi, COLUMNS, endpoint=False)
    z = centre[2] + rise - np.cos(angles) * tilt * radius
    return np.stack([centre[0] + np.sin(angles) * radius, centre[1] - np.cos(angles) * radius, z], axis=1)


def make_doppi(head: Head, hat: dict[str, Any]) -> None:
    """The embroidered cap: round at the brow, four-cornered and creased at the crown."""
    centre, tilt, girth = seat(head, hat)
    tall = hat.get("height", 0.58)
    angles = np.linspace(0, 2 * np.pi, COLUMNS, endpoint=False)
    square = girth.mean() * 0.95 / (np.abs(np.cos(angles)) ** 2.7 + np.abs(np.sin(angles)) ** 2.7) ** (1 / 2.7)
    crease = 0.05 * tall * np.abs(np.cos(2 * angles)) ** 6
    rows = [
        ring(
            centre,
            (girth * (1 - corner) + square * corner) * share,
            tall * rise + (crease * share if rise > 1 else 0),
            tilt * (1 - 0.35 * min(rise, 1)),
        )
        for rise, share, corner in CAP
    ]
    thing = make_mesh("doppi", np.concatenate(rows), lattice(len(CAP), COLUMNS), doppi_material(hat), subdivide=1)
    heights = [min(rise, 1.0) * 0.97 if rise <= 1 else 0.985 for rise, _, _ in CAP]
    set_texture(
        thing.data,
        np.array(
            [
                (column / COLUMNS, heights[row])
                for i in range(len(CAP) - 1)
                for j in range(COLUMNS)
                for row, column in ((i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j))
            ]
        ),
    )


def doppi_material(hat: dict[str, Any]) -> Any:
    picture = embroider(hat)
    image = bpy.data.images.new("doppi", picture.shape[1], picture.shape[0], float_buffer=True)
    image.colorspace_settings.name = "Linear Rec.709"
    image.pixels.foreach_set(np.dstack([picture, np.ones(picture.shape[:2])]).astype(np.float32).ravel())
    shader = Shader("doppi")
    sewn = shader.node("ShaderNodeTexImage", image=image)
    shader.feed(sewn, Vector=shader.node("ShaderNodeUVMap").outputs[0])
    light = shader.feed(shader.node("ShaderNodeRGBToBW"), i0=sewn.outputs[0]).outputs[0]
    relief = shader.bump(shader.noise(shader.object_place(), 120, 2), 0.25, 0.01, shader.bump(light, 0.5, 0.03))
    return shader.finish(
        shader.principled(Base_Color=sewn.outputs[0], Roughness=0.75, Normal=relief, Sheen_Weight=0.35)
    )


def make_toque(head: Head, hat: dict[str, Any]) -> None:
    """The chef's tall hat, pleated above its band."""
    centre, tilt, girth = seat(head, hat)
    angles = np.linspace(0, 2 * np.pi, COLUMNS, endpoint=False)
    fold = 0.035 * np.sin(angles * 17 + 0.6 * np.sin(angles * 3))
    rows = [
        ring(
            centre, girth * share * (1 + pleat * fold + pleat * 0.03 * np.sin(angles * 5 + rise * 3)), rise * 0.95, tilt
        )
        for rise, share, pleat in TOQUE
    ]
    cloth = plain_cloth("toque", (0.82, 0.82, 0.80))
    make_mesh("toque", np.concatenate(rows), lattice(len(TOQUE), COLUMNS), cloth, subdivide=2)


def make_scarf(head: Head, hat: dict[str, Any]) -> None:
    """A headscarf laid over the hair and falling to the shoulders: rings, opened in front by its material."""
    crown = float(head.points[:, 2].max())
    middle, low = head.landmark(0, 0.4, 7.3), float(head.landmark(0, -0.5, 5.0)[2])
    cheeks = float(head.landmark(0, 0, 7.2)[2])
    rows, above = [], np.zeros(COLUMNS)
    angles = np.linspace(0, 2 * np.pi, COLUMNS, endpoint=False)
    for rise in np.linspace(crown - 0.14, low, 34):
        girth = head.girth(np.array([middle[0], middle[1], rise]), angles, 0.0, 19, 0.5) + 0.10
        if rise < cheeks:  # cloth hangs from the widest place, it does not follow the neck
            girth = np.maximum(girth, above * 1.006)
        above = girth
        folds = 0.012 * np.sin(angles * 9 + rise) + 0.03 * np.sin(angles * 14) * max(0.0, cheeks - rise)
        rows.append(ring(middle * [1, 1, 0] + [0, 0, rise], girth + folds, 0.0, 0.0))
    rows.reverse()
    top, centre = rows[-1], rows[-1].mean(axis=0)
    for share, rise in dome(crown):
        rows.append(np.column_stack([(top * share + centre * (1 - share))[:, :2], np.full(COLUMNS, rise)]))
    cloth = scarf_material(head, hat)
    thing = make_mesh("scarf", np.concatenate(rows), lattice(len(rows), COLUMNS), cloth, subdivide=2)
    solid = thing.modifiers.new("thickness", "SOLIDIFY")
    solid.thickness, solid.offset = -0.022, 1


def scarf_material(head: Head, hat: dict[str, Any]) -> Any:
    """Flowered cloth with a border, cut away over the face by an egg-shaped opening."""
    shader = Shader("scarf")
    middle, brow = head.landmark(0, 1.2, 7.05), head.landmark(0, 1.2, hat.get("brow", 7.86))
    place = shader.object_place()
    across, depth, height = shader.split(place)
    width = shader.math("DIVIDE", shader.minus(across, float(middle[0])), hat.get("width", 0.66))
    tall = shader.math("DIVIDE", shader.minus(height, float(middle[2])), float(brow[2] - middle[2]))
    tall = shader.math("MAXIMUM", tall, 0.0)  # straight down at the cheeks
    reach = shader.math("SQRT", shader.add(shader.times(width, width), shader.times(tall, tall)))
    in_front = shader.minus(float(head.landmark(0, 0.1, 7.0)[1]), depth)
    edge = shader.math("MINIMUM", shader.minus(1.0, reach), in_front)
    flowers, hearts = shader.cells(place, 3.6), shader.cells(place, 3.6)
    colour = shader.mix(shader.ramp(flowers, 0.36, 0.33), rgba(hat["col"]), rgba(hat["flower"]))
    colour = shader.mix(shader.ramp(hearts, 0.19, 0.17), colour, rgba(hat["heart"]))
    colour = shader.mix(shader.ramp(edge, -0.085, -0.08), colour, rgba(hat["border"]))
    relief = shader.bump(shader.noise(place, 160, 2), 0.25, 0.01)
    relief = shader.bump(shader.noise(shader.stretch(place, (1.2, 3, 3)), 1.6, 3), 0.45, 0.10, relief)
    relief = shader.bump(shader.ramp(edge, -0.03, 0), 0.5, 0.03, relief)
    surface = shader.principled(Base_Color=colour, Roughness=0.65, Normal=relief, Sheen_Weight=0.4)
    return shader.finish(shader.cut(surface, edge))
