"""Eyes: an eyeball with a painted iris under a clear cornea, each looking into the camera."""

from typing import Any

import numpy as np

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head, bell, smooth
from bot.demo.stars.looks import Look
from bot.demo.stars.nodes import Shader
from bot.demo.stars.scene import lattice, make_mesh, set_attribute

IRIS = 0.465  # radians from the middle of the pupil to the rim of the iris
RINGS, SPOKES = 90, 160


def make_eyes(head: Head, look: Look, camera: Floats) -> None:
    ball, cornea = ball_material(), cornea_material()
    polar = np.concatenate([np.linspace(0, IRIS * 1.15, 60), np.linspace(IRIS * 1.15, 2.6, RINGS - 59)[1:]])
    angle, turn = np.meshgrid(polar, np.linspace(0, 2 * np.pi, SPOKES, endpoint=False), indexing="ij")
    colours = eye_colours(look, angle, turn, np.random.default_rng(look.seed + 5))
    for side in "lr":
        points = head.figure.shape[head.figure.members(f"helper-{side}-eye")]
        centre = points.mean(axis=0)
        radius = float(np.median(np.linalg.norm(points - centre, axis=1)))
        # the iris is flat, and sinks a little towards the pupil
        flat = radius * np.cos(IRIS) / np.cos(np.minimum(angle, IRIS)) * 0.985 - 0.004 * (1 - angle / IRIS)
        bulge = radius * (1.004 + 0.085 * (1 - smooth(0, IRIS * 1.15, angle)))
        grid = aim_grid(centre, camera, angle, turn)
        thing = make_mesh(
            f"eye-{side}",
            centre + grid * np.where(angle < IRIS, flat, radius * 0.985).reshape(-1, 1),
            lattice(RINGS, SPOKES),
            ball,
        )
        set_attribute(thing.data, "colour", "FLOAT_COLOR", colours)
        make_mesh(f"cornea-{side}", centre + grid * bulge.reshape(-1, 1), lattice(RINGS, SPOKES), cornea)


def aim_grid(centre: Floats, target: Floats, angle: Floats, turn: Floats) -> Floats:
    """Unit directions of a polar grid whose pole points from `centre` at `target`."""
    gaze = (target - centre) / np.linalg.norm(target - centre)
    right = np.cross(gaze, [0, 0, 1.0])
    right /= np.linalg.norm(right)
    up = np.cross(right, gaze)
    across, along, ahead = np.sin(angle) * np.cos(turn), np.sin(angle) * np.sin(turn), np.cos(angle)
    return np.asarray((across[..., None] * right + along[..., None] * up + ahead[..., None] * gaze).reshape(-1, 3))


def eye_colours(look: Look, angle: Floats, turn: Floats, random: np.random.Generator) -> Floats:
    """Pupil, fibrous iris with a lighter collarette and a dark rim, and a faintly red white."""
    ring = angle / IRIS
    spokes = turn[0]
    waves = [random.normal() * np.cos(k * spokes + random.uniform(0, 6.28)) / k**0.35 for k in range(6, 46)]
    fibres = np.sum(waves, axis=0)
    fibres = fibres / np.abs(fibres).max()
    weave = (np.roll(fibres, 7)[None] * 0.5 + fibres[None] * np.clip(1.3 - ring, 0.2, 1))[..., None]
    iris = np.array(look.iris) * 0.9
    colour = iris * (1 + 0.8 * weave)
    collar = bell(ring - 0.52, 0.16)[..., None]
    light = np.clip(iris * 2.0 + 0.02, 0, 1)
    colour = colour * (1 - 0.55 * collar) + light * (1 + 0.4 * weave) * 0.55 * collar
    rim = smooth(0.78, 1.0, ring)[..., None]
    colour = colour * (1 - 0.85 * rim) + iris * 0.13 * rim
    pupil = (1 - smooth(0.35, 0.41, ring))[..., None]
    colour = colour * (1 - pupil) + 0.004 * pupil
    veins = (smooth(0.9, 1.35, angle) * 0.5)[..., None]
    white = np.array([0.82, 0.78, 0.75]) * (1 - veins) + np.array([0.66, 0.36, 0.30]) * veins
    edge = smooth(0.93, 1.07, ring)[..., None]
    colour = np.clip(colour * (1 - edge) + white * edge, 0, 1).reshape(-1, 3)
    return np.column_stack([colour, np.ones(len(colour))])


def ball_material() -> Any:
    shader = Shader("eyeball")
    surface = shader.principled(
        Base_Color=shader.attribute("colour", "Color"),
        Roughness=0.35,
        Subsurface_Weight=0.25,
        Subsurface_Radius=(1, 0.5, 0.3),
        Subsurface_Scale=0.02,
        Specular_IOR_Level=0.2,
    )
    return shader.finish(surface)


def cornea_material() -> Any:
    """Transparent but for its reflections, so that lights shine in the eye."""
    shader = Shader("cornea")
    clear = shader.node("ShaderNodeBsdfTransparent").outputs[0]
    shine = shader.feed(shader.node("ShaderNodeBsdfGlossy"), Roughness=0.03).outputs[0]
    share = shader.times(shader.feed(shader.node("ShaderNodeFresnel"), IOR=1.42).outputs[0], 1.15)
    return shader.finish(shader.feed(shader.node("ShaderNodeMixShader"), i0=share, i1=clear, i2=shine).outputs[0])
