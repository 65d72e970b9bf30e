"""How hair grows: guides that follow a flow over the skull, and many children between them."""

from collections.abc import Callable
from typing import Any

import bpy
import numpy as np
from mathutils.kdtree import KDTree

from bot.demo.stars.body.figure import Floats
from bot.demo.stars.body.head import Head
from bot.demo.stars.looks import Colour
from bot.demo.stars.nodes import Shader, rgba

Flow = Callable[[Floats, float], Floats]  # (points, 0 at the root … 1 at the tip) → directions


def grow_guides(
    head: Head,
    roots: tuple[Floats, Floats],
    flow: Flow,
    length: Floats,
    points: int,
    lift: Floats,
    stiffness: float = 0.5,
    gravity: float = 0.0,
    margin: float = 0.012,
) -> Floats:
    """Strands (k × points × 3) from `roots` (places, normals).

    They rise by `lift`, follow `flow`, stay outside the skin and sink by `gravity`.
    """
    place, normal = roots[0].copy(), roots[1].copy()
    strands = np.zeros((len(place), points, 3))
    strands[:, 0] = place
    stride = (length / (points - 1))[:, None]
    before: Floats | None = None
    for number in range(1, points):
        t = number / (points - 1)
        way = flow(place, t)
        way = unit(way - (way * normal).sum(axis=1, keepdims=True) * normal * (1 if t < 0.5 else 0.6))
        way = way + normal * (lift * max(0, 1 - 1.6 * t))[:, None]
        way[:, 2] -= gravity * t
        way = unit(way) if before is None else unit(stiffness * before + (1 - stiffness) * unit(way))
        before, place = way, place + way * stride
        floor = margin + 0.02 * min(1, t * 3)
        for index in range(len(place)):
            place[index], normal[index] = head.keep_outside(place[index], floor)
        strands[:, number] = place
    return strands


def unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9))


def fill_between(
    random: np.random.Generator, guides: Floats, roots: Floats, jitter: float, clump: float, uneven: float
) -> Floats:
    """A strand for every root, blended of its three nearest guides.

    `clump` draws tips to the nearest, `uneven` shortens by up to that share, `jitter` waves them a little.
    """
    tree = KDTree(len(guides))
    for number, guide in enumerate(guides):
        tree.insert(guide[0].tolist(), number)
    tree.balance()
    points = guides.shape[1]
    step = np.linspace(0, 1, points)
    near = [tree.find_n(root.tolist(), 3) for root in roots]
    index = np.array([[found[1] for found in three] for three in near])
    share = np.array([[1 / (found[2] + 0.01) ** 2 for found in three] for three in near])
    share /= share.sum(axis=1, keepdims=True)
    path = guides - guides[:, :1]
    strands = roots[:, None] + (share[:, :, None, None] * path[index]).sum(axis=1)
    strands += (guides[index[:, 0]] - strands) * clump * step[None, :, None] ** 1.5
    strands = shorten(strands, random.uniform(1 - uneven, 1, len(roots)))
    phase, pace = random.uniform(0, 6.28, (len(roots), 1, 3)), random.uniform(1.5, 5, (len(roots), 1, 3))
    sway = random.normal(0, jitter, (len(roots), 1, 3)) * step[None, :, None]
    return np.asarray(strands + np.sin(pace * step[None, :, None] * 3 + phase) * sway - np.sin(phase) * sway * 0.5)


def shorten(strands: Floats, share: Floats) -> Floats:
    """Each strand cut to its share of the length, with as many points as before."""
    last = strands.shape[1] - 1
    at = np.clip(share[:, None] * np.linspace(0, 1, last + 1)[None] * last, 0, last)
    low = np.floor(at).astype(int)
    high, rest, rows = np.minimum(low + 1, last), (at - low)[..., None], np.arange(len(strands))[:, None]
    return np.asarray(strands[rows, low] * (1 - rest) + strands[rows, high] * rest)


def hair_material(name: str, melanin: float, redness: float, colour: Colour | None, roughness: float = 0.32) -> Any:
    """Hair by melanin, or of a given colour mixed strand by strand (grey, dyed)."""
    known = bpy.data.materials.get(name)
    if known is not None:
        return known
    shader = Shader(name)
    hair = shader.node("ShaderNodeBsdfHairPrincipled")
    hair.parametrization = "COLOR" if colour else "MELANIN"
    if colour:
        strand = shader.node("ShaderNodeHairInfo").outputs["Random"]
        dark: Colour = (colour[0] * 0.45, colour[1] * 0.45, colour[2] * 0.45)
        light: Colour = (min(0.85, colour[0] * 1.5), min(0.85, colour[1] * 1.5), min(0.85, colour[2] * 1.5))
        shader.feed(hair, Color=shader.mix(shader.ramp(strand, 0.1, 0.9), rgba(dark), rgba(light)))
    values = {
        "Melanin": melanin,
        "Melanin Redness": redness,
        "Roughness": roughness,
        "Radial Roughness": 0.45,
        "Coat": 0.0,
        "Random Color": 0.25,
        "Random Roughness": 0.2,
    }
    for socket in hair.inputs:  # sockets that the parametrization hides cannot be looked up by name
        if socket.enabled and socket.name in values:
            socket.default_value = values[socket.name]
    return shader.finish(hair.outputs[0])
