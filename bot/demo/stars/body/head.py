"""The sculpted head: a fine skin surface, where its lips and ears lie, and questions asked of it."""

import math
from typing import Any

import bpy
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree
from numpy.typing import NDArray

from bot.demo.stars.body.figure import Figure, Floats
from bot.demo.stars.scene import (
    apply_modifiers,
    get_attribute,
    get_normals,
    get_points,
    make_mesh,
    set_attribute,
    set_texture,
)

SHOULDERS = 3.6  # rest height below which nothing is built
MASKS = ("lips", "eyelids", "ears", "inside-mouth")


def smooth(low: float, high: float, value: Floats) -> Floats:
    """0 below `low`, 1 above `high`, an S between."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def bell(value: Floats, width: float) -> Floats:
    return np.asarray(np.exp(-((value / width) ** 2)))


class Head:
    """Skin of head and shoulders, arrays over its vertices: `points`, `normals`, `rest` (n × 3), masks."""

    def __init__(self, figure: Figure, seed: int) -> None:
        self.figure = figure
        self.random = np.random.default_rng(seed)
        used, faces, texture = figure.piece("body", figure.rest[:, 2] > SHOULDERS)
        thing = make_mesh("head", figure.shape[used], faces, subdivide=2)
        set_attribute(thing.data, "rest", "FLOAT_VECTOR", figure.rest[used])
        set_texture(thing.data, texture)
        self.mesh = apply_modifiers(thing)
        self.points, self.normals = get_points(self.mesh), get_normals(self.mesh)
        self.rest = get_attribute(self.mesh, "rest", "FLOAT_VECTOR")
        self.side = np.abs(self.rest[:, 0])
        self.front, self.height = -self.rest[:, 1], self.rest[:, 2]
        self.masks = self._sample_masks()
        self.triangles = self._triangles()
        self.tree = BVHTree.FromPolygons(self.points.tolist(), self.triangles.tolist())
        skull = self.height > 6.6
        self._to_rest = np.polyfit(self.points[skull, 2], self.height[skull], 1)

    def _sample_masks(self) -> dict[str, Floats]:
        """The painted masks of the base mesh, read at every vertex."""
        corner = np.zeros(len(self.mesh.loops), np.int32)
        self.mesh.loops.foreach_get("vertex_index", corner)
        place = np.zeros(len(corner) * 2, np.float32)
        self.mesh.uv_layers[0].data.foreach_get("uv", place)
        texture = np.zeros((len(self.points), 2))
        texture[corner] = place.reshape(-1, 2)
        return {name: self._sample_mask(name, texture) for name in MASKS}

    def _sample_mask(self, name: str, texture: Floats) -> Floats:
        image = bpy.data.images.load(str(self.figure.data / f"mpfb2/textures/mpfb_{name}.jpg"))
        width, height = image.size
        pixels = np.zeros(width * height * 4, np.float32)
        image.pixels.foreach_get(pixels)
        bpy.data.images.remove(image)
        column = np.clip((texture[:, 0] * width).astype(int), 0, width - 1)
        row = np.clip((texture[:, 1] * height).astype(int), 0, height - 1)
        return np.asarray(pixels.reshape(height, width, 4)[row, column, 0], np.float64)

    def _triangles(self) -> NDArray[np.int32]:
        self.mesh.calc_loop_triangles()
        corners = np.zeros(len(self.mesh.loop_triangles) * 3, np.int32)
        self.mesh.loop_triangles.foreach_get("vertices", corners)
        return corners.reshape(-1, 3)

    def landmark(self, side: float, front: float, height: float) -> Floats:
        """Where a rest position went on this face."""
        place = np.array([side, -front, height])
        near = np.argsort(np.linalg.norm(self.rest - place, axis=1))[:6]
        return np.asarray(self.points[near].mean(axis=0) + place - self.rest[near].mean(axis=0))

    def rest_height(self, points: Floats) -> Floats:
        """About the rest height of points near the skull."""
        return np.asarray(np.polyval(self._to_rest, points[:, 2]))

    def scatter(self, density: Floats, count: int) -> tuple[Floats, Floats, Floats]:
        """`count` random points of the skin, denser where `density` (a vertex) is → places, normals, rest."""
        a, b, c = (self.points[self.triangles[:, k]] for k in range(3))
        weight = density[self.triangles].mean(axis=1) * np.linalg.norm(np.cross(b - a, c - a), axis=1)
        chosen = self.random.choice(len(weight), count, p=weight / weight.sum())
        uv = self.random.random((count, 2))
        folded = uv.sum(axis=1) > 1
        uv[folded] = 1 - uv[folded]
        shares = np.c_[1 - uv.sum(axis=1), uv][:, :, None]

        def blend(values: Floats) -> Floats:
            return np.asarray((values[self.triangles[chosen]] * shares).sum(axis=1))

        normals = blend(self.normals)
        return blend(self.points), normals / np.linalg.norm(normals, axis=1, keepdims=True), blend(self.rest)

    def distance(self, start: Floats, direction: tuple[float, float, float], miss: float) -> float:
        """How far the skin is from `start` that way; `miss` where nothing is met."""
        hit = self.tree.ray_cast(Vector(start), Vector(direction).normalized())[0]
        return float((hit - Vector(start)).length) if hit is not None else miss

    def girth(self, centre: Floats, angles: Floats, tilt: float, window: int = 11, miss: float = 0.8) -> Floats:
        """Smoothed distance from `centre` to the skin at each angle (0 is the front) in a tilted plane."""
        radii = [self.distance(centre, (math.sin(a), -math.cos(a), -math.cos(a) * tilt), miss) for a in angles]
        half = window // 2
        ring = np.r_[radii[-half:], radii, radii[:half]]
        return np.convolve(ring, np.ones(window) / window, "valid")

    def keep_outside(self, point: Floats, margin: float) -> tuple[Floats, Floats]:
        """`point` moved to at least `margin` above the skin → the point, the skin's normal there."""
        near: Any = self.tree.find_nearest(point.tolist())
        ground, normal = np.array(near[0]), np.array(near[1])
        if (point - ground) @ normal < margin:
            point = ground + normal * margin
        return point, normal
