"""Thin hands on Blender: meshes, curves and attributes from arrays, and arrays back."""

from collections.abc import Sequence
from typing import Any

import bpy
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
KINDS = {"FLOAT": ("value", 1), "FLOAT_VECTOR": ("vector", 3), "FLOAT_COLOR": ("color", 4)}


def clear_scene() -> None:
    bpy.ops.wm.read_factory_settings(use_empty=True)


def add_object(name: str, data: Any) -> Any:
    """Links `data` (mesh, curves, light, camera) into the scene as a new object."""
    thing = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def make_mesh(
    name: str, points: Floats, faces: Sequence[Sequence[int]], material: Any = None, subdivide: int = 0
) -> Any:
    """A smooth mesh object of n × 3 points."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(points.tolist(), [], faces)
    mesh.update()
    mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
    if material is not None:
        mesh.materials.append(material)
    thing = add_object(name, mesh)
    if subdivide:
        modifier = thing.modifiers.new("subdivide", "SUBSURF")
        modifier.levels = modifier.render_levels = subdivide
    return thing


def set_texture(mesh: Any, corners: Floats) -> None:
    """Texture coordinates, one row a face corner."""
    layer = mesh.uv_layers.new(name="UVMap")
    layer.data.foreach_set("uv", np.ascontiguousarray(corners, np.float32).ravel())


def set_attribute(mesh: Any, name: str, kind: str, values: Floats) -> None:
    """A point attribute; `kind` is FLOAT (n), FLOAT_VECTOR (n × 3) or FLOAT_COLOR (n × 4)."""
    attribute = mesh.attributes.new(name, kind, "POINT")
    attribute.data.foreach_set(KINDS[kind][0], np.ascontiguousarray(values, np.float32).ravel())


def get_attribute(mesh: Any, name: str, kind: str) -> Floats:
    field, width = KINDS[kind]
    values = np.zeros(len(mesh.vertices) * width, np.float32)
    mesh.attributes[name].data.foreach_get(field, values)
    return values.reshape(-1, width).astype(np.float64)


def get_points(mesh: Any) -> Floats:
    values = np.zeros(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", values)
    return values.reshape(-1, 3).astype(np.float64)


def set_points(mesh: Any, points: Floats) -> None:
    mesh.vertices.foreach_set("co", points.astype(np.float32).ravel())
    mesh.update()


def get_normals(mesh: Any) -> Floats:
    values = np.zeros(len(mesh.vertices) * 3, np.float32)
    mesh.vertex_normals.foreach_get("vector", values)
    return values.reshape(-1, 3).astype(np.float64)


def apply_modifiers(thing: Any) -> Any:
    """Replaces the object's mesh by what its modifiers make of it → the mesh."""
    graph = bpy.context.evaluated_depsgraph_get()
    mesh = bpy.data.meshes.new_from_object(thing.evaluated_get(graph), preserve_all_data_layers=True, depsgraph=graph)
    thing.modifiers.clear()
    thing.data = mesh
    mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
    return mesh


def make_curves(name: str, strands: Floats, material: Any, root: float, tip: float) -> None:
    """Hair: k strands of n points (k × n × 3), their radius running from `root` to `tip`."""
    count, points = strands.shape[:2]
    if not count:
        return
    curves = bpy.data.hair_curves.new(name)
    curves.add_curves([points] * count)
    curves.attributes["position"].data.foreach_set("vector", strands.astype(np.float32).ravel())
    radius = curves.attributes.get("radius") or curves.attributes.new("radius", "FLOAT", "POINT")
    radius.data.foreach_set("value", np.tile(np.linspace(root, tip, points), count).astype(np.float32))
    curves.materials.append(material)
    add_object(name, curves)


def lattice(rows: int, columns: int, closed: bool = True) -> list[list[int]]:
    """Quads of a rows × columns grid; `closed` joins the last column to the first."""
    around = columns if closed else columns - 1
    return [
        [i * columns + j, i * columns + (j + 1) % columns, (i + 1) * columns + (j + 1) % columns, (i + 1) * columns + j]
        for i in range(rows - 1)
        for j in range(around)
    ]
