"""Camera, lights and backdrop of a portrait."""

import math
from typing import Any

import bpy
import numpy as np
from mathutils import Vector

from bot.demo.stars.body.figure import Figure, Floats
from bot.demo.stars.looks import Colour, Look
from bot.demo.stars.nodes import Shader, rgba
from bot.demo.stars.scene import add_object, make_mesh

LENS, SENSOR = 105.0, 36.0  # millimetres; a portrait lens flatters a face
BACKDROP, HALF = 9.0, 12.0  # decimetres behind the origin, half its width


def eye_level(figure: Figure) -> Floats:
    return np.asarray((figure.centre("helper-l-eye") + figure.centre("helper-r-eye")) / 2)


def camera_place(figure: Figure, look: Look) -> tuple[Floats, Floats]:
    """Where the camera stands and what it looks at."""
    target = eye_level(figure) + np.array([0, 0, look.frame_shift])
    distance = look.frame / (SENSOR / LENS)
    yaw, pitch = math.radians(look.yaw), math.radians(look.pitch)
    way = np.array([math.sin(yaw) * math.cos(pitch), -math.cos(yaw) * math.cos(pitch), math.sin(pitch)])
    return target + distance * way, target


def aim(thing: Any, place: Floats, target: Floats) -> None:
    thing.location = place
    thing.rotation_euler = Vector(target - place).to_track_quat("-Z", "Y").to_euler()


def set_camera(figure: Figure, look: Look) -> None:
    place, target = camera_place(figure, look)
    camera = bpy.data.cameras.new("camera")
    camera.lens, camera.sensor_width = LENS, SENSOR
    camera.dof.use_dof = True
    camera.dof.focus_distance = float(np.linalg.norm(place - eye_level(figure)) - 0.15)
    camera.dof.aperture_fstop = 1.6
    thing = add_object("camera", camera)
    aim(thing, place, target)
    bpy.context.scene.camera = thing


def set_lights(look: Look, target: Floats) -> None:
    """Key, fill, two rims, a bounce from below and a small light that shines in the eyes."""
    side = look.key_side
    lamps: tuple[tuple[tuple[float, float, float], tuple[float, float], float, Colour], ...] = (
        ((side * 4.2, -6.5, 4.2), (3.6, 3.6), 900 * look.key, look.key_colour),
        ((-side * 6.0, -6.0, 0.5), (6, 6), 330 * look.fill, look.fill_colour),
        ((-side * 4.6, 4.2, 3.2), (1.8, 4), 620 * look.rim, look.rim_colour),
        ((side * 4.8, 4.0, 2.0), (1.4, 4), 330 * look.rim, look.rim_colour),
        ((0, -4.5, -3.6), (5, 3), 110, (1, 0.93, 0.86)),
        ((side * 1.3, -8.0, 1.9), (1.3, 1.3), 110, (1, 0.98, 0.95)),
    )
    for place, size, power, colour in lamps:
        lamp = bpy.data.lights.new("lamp", "AREA")
        lamp.shape, lamp.size, lamp.size_y = "RECTANGLE", *size
        lamp.energy, lamp.color = power, colour
        aim(add_object("lamp", lamp), target + place, target)
    world = bpy.data.worlds.new("world")
    bpy.context.scene.world = world
    world.use_nodes = True
    background = world.node_tree.nodes["Background"]
    background.inputs[0].default_value, background.inputs[1].default_value = (0.55, 0.6, 0.7, 1), 0.10


def set_backdrop(look: Look, target: Floats) -> None:
    """A glowing wall, brighter behind the head, that only the camera sees."""
    shader = Shader("backdrop")
    mapping = shader.feed(shader.node("ShaderNodeMapping"), Vector=shader.object_place())
    mapping.inputs["Scale"].default_value = (1 / (2 * HALF), 0, 1 / (2 * HALF))
    aside = math.tan(math.radians(look.yaw)) * (BACKDROP - target[1])
    mapping.inputs["Location"].default_value = (aside / (2 * HALF), 0, -target[2] / (2 * HALF))
    length = shader.feed(shader.node("ShaderNodeVectorMath", operation="LENGTH"), i0=mapping.outputs[0])
    away = shader.math("POWER", shader.ramp(length.outputs["Value"], 0.0, 0.18), 0.8)
    cloudy = shader.minus(shader.noise(shader.object_place(), 0.35, 3), 0.5)
    colour = shader.mix(shader.add(away, shader.times(cloudy, 0.3)), rgba(look.backdrop), rgba(look.backdrop_edge))
    glow = shader.feed(shader.node("ShaderNodeEmission"), i0=colour).outputs[0]
    corners = np.array([[-HALF, 0, -HALF], [HALF, 0, -HALF], [HALF, 0, HALF], [-HALF, 0, HALF]])
    wall = make_mesh("backdrop", corners + np.array([0, BACKDROP, target[2]]), [[0, 1, 2, 3]], shader.finish(glow))
    for ray in ("diffuse", "glossy", "shadow", "transmission"):
        setattr(wall, f"visible_{ray}", False)
