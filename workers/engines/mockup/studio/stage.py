"""What all scenes share: light, camera, materials, meshes, and the two renders of each product."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from mathutils import Vector

SIDE = 900  # pixels of a plate
SAMPLES = 24
PRINT = "print"  # objects so named carry the design, by their UV


def clear_stage(paper: tuple[float, float, float], light: float = 0.55) -> None:
    """An empty scene under an even grey sky."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device, scene.cycles.samples = "CPU", SAMPLES
    scene.cycles.use_denoising = True
    scene.cycles.max_bounces = 6
    scene.render.resolution_x = scene.render.resolution_y = SIDE
    scene.render.threads_mode, scene.render.threads = "FIXED", 2
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.exposure = 0.25
    scene.view_settings.look = "AgX - High Contrast"
    world = bpy.data.worlds.new("sky")
    scene.world = world
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (*paper, 1)
    world.node_tree.nodes["Background"].inputs[1].default_value = light


def make_material(
    name: str, colour: Sequence[float], rough: float = 0.6, coat: float = 0.0, bump: float = 0.0, grain: float = 300
) -> Any:
    """A plastic, ceramic or cloth; `bump` gives it a fine surface."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    nodes, links = material.node_tree.nodes, material.node_tree.links
    shader = nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (*colour, 1)
    shader.inputs["Roughness"].default_value = rough
    shader.inputs["Coat Weight"].default_value = coat
    if bump:
        noise, relief = nodes.new("ShaderNodeTexNoise"), nodes.new("ShaderNodeBump")
        place = nodes.new("ShaderNodeTexCoord")
        links.new(place.outputs["Object"], noise.inputs["Vector"])
        noise.inputs["Scale"].default_value = grain
        noise.inputs["Detail"].default_value = 6
        relief.inputs["Strength"].default_value = bump
        relief.inputs["Distance"].default_value = 0.002
        links.new(noise.outputs[0], relief.inputs["Height"])
        links.new(relief.outputs["Normal"], shader.inputs["Normal"])
    return material


def add_lamp(place: Sequence[float], target: Sequence[float], size: float, power: float, warm: float = 0.0) -> None:
    lamp = bpy.data.lights.new("lamp", "AREA")
    lamp.size, lamp.energy = size, power
    lamp.color = (1.0, 1.0 - 0.12 * warm, 1.0 - 0.28 * warm)
    item = bpy.data.objects.new("lamp", lamp)
    item.location = place
    item.rotation_euler = (Vector(target) - Vector(place)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(item)


def aim_camera(place: Sequence[float], target: Sequence[float], lens: float, blur: float = 0.0) -> None:
    camera = bpy.data.cameras.new("camera")
    camera.lens = lens
    item = bpy.data.objects.new("camera", camera)
    item.location = place
    item.rotation_euler = (Vector(target) - Vector(place)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(item)
    bpy.context.scene.camera = item
    if blur:
        camera.dof.use_dof = True
        camera.dof.focus_distance = (Vector(target) - Vector(place)).length
        camera.dof.aperture_fstop = blur


def add_grid(name: str, points: np.ndarray, uv: np.ndarray, keep: np.ndarray | None = None, smooth: bool = True) -> Any:
    """A sheet of quads through `points` (rows × columns × 3) with their UV; quads outside `keep` are left out."""
    rows, columns = points.shape[:2]
    index = np.arange(rows * columns).reshape(rows, columns)
    quads = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], -1)
    if keep is not None:
        inside = keep[:-1, :-1] & keep[:-1, 1:] & keep[1:, 1:] & keep[1:, :-1]
        quads = quads[inside]
    quads = quads.reshape(-1, 4)
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(points.reshape(-1, 3).tolist(), [], quads.tolist())
    layer = mesh.uv_layers.new(name="UVMap")
    flat = uv.reshape(-1, 2)[quads.reshape(-1)]
    layer.data.foreach_set("uv", flat.astype(np.float32).ravel())
    if smooth:
        mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
    item = bpy.data.objects.new(name, mesh)
    bpy.context.collection.objects.link(item)
    return item


def add_box(name: str, size: Sequence[float], place: Sequence[float], bevel: float, material: Any) -> Any:
    bpy.ops.mesh.primitive_cube_add(size=1, location=place)
    item = bpy.context.object
    item.name, item.scale = name, size
    bpy.ops.object.transform_apply(location=False, rotation=False, scale=True)
    if bevel:
        edge = item.modifiers.new("edge", "BEVEL")
        edge.width, edge.segments = bevel, 6
        bpy.ops.object.shade_smooth()
    item.data.materials.append(material)
    return item


def add_backdrop(colour: Sequence[float], wide: float = 6.0) -> None:
    """A floor that bends up into a wall without an edge."""
    t = np.linspace(0, 1, 60)
    bend = np.clip((t - 0.55) / 0.2, 0, 1) * np.pi / 2
    y = np.where(t < 0.55, -wide + t / 0.55 * (wide + 1), 1 + np.sin(bend))
    z = np.where(t < 0.55, 0, 1 - np.cos(bend)) + np.clip(t - 0.75, 0, 1) * wide * 2
    points = np.stack([np.stack([np.full(60, x), y, z], -1) for x in (-wide, wide)])
    floor = add_grid("floor", points, np.zeros((2, 60, 2)))
    floor.data.materials.append(make_material("floor", colour, 0.85))


def shoot(folder: Path, name: str, prepare: Callable[[], None] | None = None) -> None:
    """Writes `<name>.png` as a camera would, and `<name>.exr`: UV of the print, and what takes colour, in blue."""
    scene = bpy.context.scene
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_depth = "8"
    scene.render.filepath = str(folder / f"{name}.png")
    bpy.ops.render.render(write_still=True)
    for item in scene.objects:
        if item.type == "MESH":
            item.data.materials.clear()
            item.data.materials.append(_mark_uv(item.name))
    scene.view_settings.view_transform = "Raw"
    scene.view_settings.exposure = 0
    scene.view_settings.look = "None"
    scene.world.node_tree.nodes["Background"].inputs[1].default_value = 0
    scene.cycles.samples, scene.cycles.use_denoising = 1, False
    scene.cycles.filter_width = 0.01
    scene.camera.data.dof.use_dof = False
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_depth = "32"
    scene.render.filepath = str(folder / f"{name}.exr")
    bpy.ops.render.render(write_still=True)


def _mark_uv(name: str) -> Any:
    """Emits (u, v, 1) where a design is printed, (0, 0, 0.5) where only the product's colour shows."""
    material = bpy.data.materials.new("mark")
    material.use_nodes = True
    nodes, links = material.node_tree.nodes, material.node_tree.links
    nodes.clear()
    glow, out = nodes.new("ShaderNodeEmission"), nodes.new("ShaderNodeOutputMaterial")
    links.new(glow.outputs[0], out.inputs[0])
    if name.startswith(PRINT):
        uv, parts, whole = (nodes.new(f"ShaderNode{kind}") for kind in ("UVMap", "SeparateXYZ", "CombineXYZ"))
        links.new(uv.outputs[0], parts.inputs[0])
        links.new(parts.outputs[0], whole.inputs[0])
        links.new(parts.outputs[1], whole.inputs[1])
        whole.inputs[2].default_value = 1
        links.new(whole.outputs[0], glow.inputs[0])
    else:
        glow.inputs[0].default_value = (0, 0, 0.5 if name.startswith("body") else 0, 1)
    return material
