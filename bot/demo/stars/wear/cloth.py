"""Clothes: shells around the body, cut along lines that the shader draws from rest positions; collars."""

from typing import Any

import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head
from bot.demo.stars.looks import Colour
from bot.demo.stars.nodes import Shader, rgba
from bot.demo.stars.scene import apply_modifiers, get_normals, get_points, lattice, make_mesh, set_attribute, set_points


def make_shell(name: str, head: Head, reach: tuple[float, float], rounds: int, offset: float) -> Any:
    """The body between two rest heights, `offset` away, smoothed `rounds` times so that it hangs."""
    figure = head.figure
    keep = (figure.rest[:, 2] > reach[0]) & (figure.rest[:, 2] < reach[1])
    used, faces, _ = figure.piece("body", keep)
    thing = make_mesh(name, figure.shape[used], faces, subdivide=2)
    set_attribute(thing.data, "rest", "FLOAT_VECTOR", figure.rest[used])
    mesh = apply_modifiers(thing)
    points, normals = get_points(mesh), get_normals(mesh)
    calm = relax(mesh, points, rounds)
    bulge = np.maximum(0, ((points - calm) * normals).sum(axis=1, keepdims=True))
    set_points(mesh, calm + normals * (bulge + offset))
    return thing


def relax(mesh: Any, points: Floats, rounds: int) -> Floats:
    """Points moved half-way to the mean of their neighbours, again and again."""
    edges = np.zeros(len(mesh.edges) * 2, np.int32)
    mesh.edges.foreach_get("vertices", edges)
    a, b = edges.reshape(-1, 2).T
    degree = np.bincount(edges, minlength=len(points))[:, None] + 1e-9
    for _ in range(rounds):
        total = np.zeros_like(points)
        np.add.at(total, a, points[b])
        np.add.at(total, b, points[a])
        points = 0.5 * points + 0.5 * total / degree
    return points


def make_garment(head: Head, number: int, layer: dict[str, Any]) -> None:
    """One layer of clothing; `layer` is described at `clothes:` in stars.yaml."""
    thing = make_shell(f"cloth-{number}", head, (3.6, 6.75), layer.get("smooth", 40), layer.get("off", 0.05))
    shader = Shader(f"cloth-{number}")
    edge, opening = neckline(shader, layer)
    surface = shader.principled(
        Base_Color=cloth_colour(shader, layer, edge, opening),
        Roughness=layer.get("rough", 0.8),
        Normal=cloth_relief(shader, layer, edge, opening),
        Sheen_Weight=layer.get("sheen", 0.2),
    )
    thing.data.materials.append(shader.finish(shader.cut(surface, edge)))
    solid = thing.modifiers.new("thickness", "SOLIDIFY")
    solid.thickness, solid.offset = -layer.get("thick", 0.03), 1


def neckline(shader: Shader, layer: dict[str, Any]) -> tuple[Any, Any]:
    """Signed distances, positive where cloth is cut away: to its edge – a sloping plane and a V – and to the V."""
    across, depth, height = shader.split(shader.attribute("rest"))
    side = shader.math("ABSOLUTE", across)
    slope = shader.add(height, shader.times(depth, -layer["tilt"]))
    edge = shader.add(slope, shader.times(shader.times(side, side), layer.get("round", 0.0)))
    edge = shader.minus(edge, layer["neck"])
    if "v" not in layer:
        return edge, edge
    bottom, spread = layer["v"]
    opening = shader.minus(shader.times(shader.minus(height, bottom), spread), side)
    in_front = shader.math("LESS_THAN", depth, -0.2)
    opening = shader.minus(shader.times(shader.add(shader.times(opening, 0.8), 5.0), in_front), 5.0)
    hole = opening
    if "shirt" in layer:  # what shows in the V is painted on the same shell, up to a neckline of its own
        hole = shader.math("MINIMUM", opening, shader.minus(slope, layer["shirt_neck"]))
    return shader.math("MAXIMUM", edge, hole), opening


def cloth_colour(shader: Shader, layer: dict[str, Any], edge: Any, opening: Any) -> Any:
    """The ground colour with stripes (their borders bleed like ikat), dots, lapels and a border."""
    colour: Any = rgba(layer["col"])
    rest = shader.attribute("rest")
    if "stripes" in layer:
        bleed = shader.times(shader.noise(rest, 14, 3), layer.get("ikat", 0.25))
        place = shader.math("FRACT", shader.add(shader.times(shader.split(rest)[0], layer.get("freq", 9.0)), bleed))
        for low, high, stripe in layer["stripes"]:
            inside = shader.times(shader.math("GREATER_THAN", place, low), shader.math("LESS_THAN", place, high))
            colour = shader.mix(inside, colour, rgba(stripe))
    if "dots" in layer:
        spots = shader.ramp(shader.cells(rest, layer.get("dots_per", 7.0)), 0.19, 0.17)
        colour = shader.mix(spots, colour, rgba(layer["dots"]))
    if "lapel" in layer:
        width, tone = layer["lapel"], layer.get("lapel_col", layer["col"])
        colour = shader.mix(shader.ramp(opening, -width - 0.004, -width + 0.004), colour, rgba(tone))
        in_front = shader.ramp(shader.split(rest)[1], -0.35, -0.6)
        seam = shader.times(shader.bell(opening, -width - 0.012, 0.012), in_front)
        colour = shader.mix(shader.times(seam, 0.6), colour, rgba((0.004, 0.004, 0.006)))
    if "shirt" in layer:
        colour = shader.mix(shader.math("GREATER_THAN", opening, 0.0), colour, rgba(layer["shirt"]))
        shade = shader.times(shader.bell(opening, 0.0, 0.02), 0.7)
        colour = shader.mix(shade, colour, rgba((0.01, 0.01, 0.012)))
    if "rib" in layer:
        width = layer["ribw"]
        colour = shader.mix(shader.ramp(edge, -width - 0.004, -width + 0.004), colour, rgba(layer["rib"]))
    return colour


def cloth_relief(shader: Shader, layer: dict[str, Any], edge: Any, opening: Any) -> Any:
    """Weave, wrinkles, the raised border, and the step of a lapel."""
    place = shader.object_place()
    relief = shader.bump(shader.noise(place, layer.get("weave", 150.0), 2), 0.3, 0.01)
    relief = shader.bump(shader.noise(place, 1.8, 3, 0.5), layer.get("wrinkle", 0.5), 0.15, relief)
    relief = shader.bump(shader.ramp(edge, -layer.get("ribw", 0.03), 0), 0.6, 0.03, relief)
    if "lapel" in layer:
        width = layer["lapel"]
        relief = shader.bump(shader.ramp(opening, -width - 0.02, -width + 0.01), 1.0, 0.06, relief)
    return relief


def plain_cloth(name: str, colour: Colour, roughness: float = 0.8) -> Any:
    shader = Shader(name)
    place = shader.object_place()
    relief = shader.bump(shader.noise(place, 140, 2), 0.25, 0.01)
    relief = shader.bump(shader.noise(place, 2.2, 3), 0.35, 0.12, relief)
    return shader.finish(
        shader.principled(Base_Color=rgba(colour), Roughness=roughness, Normal=relief, Sheen_Weight=0.2)
    )


def make_collar(head: Head, collar: dict[str, Any]) -> None:
    """A standing band around the neck, open in front by `gap` radians: chef's jacket, shirt."""
    columns, gap, tall = 121, collar.get("gap", 0.12), collar["h"]
    angles = np.linspace(gap, 2 * np.pi - gap, columns)
    front, back = head.landmark(0, 0.72, collar["front"]), head.landmark(0, -0.33, collar["back"])
    centre = (front + back) / 2 + [0, 0.02, 0]
    tilt = (back[2] - front[2]) / (back[1] - front[1])
    radius = np.minimum(head.girth(centre + np.array([0, 0, 0.12]), angles, tilt, 15, 0.6), 0.95)
    rows = []
    for rise, away in (
        (-0.25, 0.10),
        (0, 0.055),
        (0.5, 0.05),
        (1, 0.065),
        (1.02, 0.085),
        (0.98, 0.10),
        (0.5, 0.095),
        (0, 0.11),
        (-0.25, 0.15),
    ):
        reach = radius + away + collar.get("flare", 0.0) * max(rise, 0)
        z = centre[2] + rise * tall - np.cos(angles) * tilt * reach
        rows.append(np.stack([centre[0] + np.sin(angles) * reach, centre[1] - np.cos(angles) * reach, z], axis=1))
    material = plain_cloth("collar", collar["col"], collar.get("rough", 0.75))
    make_mesh("collar", np.concatenate(rows), lattice(len(rows), columns, closed=False), material, subdivide=2)
