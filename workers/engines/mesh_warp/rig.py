"""A portrait ready to move: everything drawing one frame needs."""

from dataclasses import dataclass, field
from threading import local

import cv2
import numpy as np

from workers.engines.contracts import Picture, Plane, Planes
from workers.engines.mesh_warp.axes import Axes, Floats, find_axes
from workers.engines.mesh_warp.eyes import Eye, build_eyes
from workers.engines.mesh_warp.head import Head, build_head
from workers.engines.mesh_warp.layer import Places, read_plane, shrink
from workers.engines.mesh_warp.lips import find_lips
from workers.engines.mesh_warp.mouth import Mouth, build_mouth
from workers.engines.mesh_warp.pose import Pose
from workers.engines.planes import convert_picture, lay_over

DETAIL = 1.25  # texture pixels for one output pixel: keeps sharpness through the warp


@dataclass(frozen=True)
class Plate:
    """A prepared portrait: square BGR crop, mesh in its pixels, matte 0 … 1, background alone."""

    picture: Picture
    points: Floats
    matte: Floats
    background: Picture


@dataclass
class Rig:
    """Draws frames of `size` × `size`; `draw` may run in several threads at once."""

    size: int
    axes: Axes
    texture: Planes  # chroma has a third channel, the matte
    background: Planes
    mouth: Mouth
    eyes: list[Eye]
    head: Head
    _own: local = field(default_factory=local)

    @property
    def caption_ceiling(self) -> int:
        """The highest row that writing may touch: well below an open mouth."""
        lips = self.mouth.lips
        lowest = float(lips.lower_outer[:, 1].max()) + 0.26
        scale = self.size / self.texture.luma.shape[0]
        return int((self.axes.origin[1] + self.axes.down[1] * lowest * self.axes.scale) * scale)

    def draw(self, pose: Pose) -> Planes:
        """One frame."""
        texture = self._own_texture()
        for eye in self.eyes:
            eye.show(texture, pose)
        places = self.head.map_places(pose)
        luma = read_plane(texture.luma, places.full())
        chroma = read_plane(texture.chroma, Places((places.across - 0.5) * 0.5, (places.down - 0.5) * 0.5))
        self.mouth.draw(luma, chroma, pose, places)
        return self._set_before(luma, chroma)

    def _set_before(self, luma: Plane, chroma: Plane) -> Planes:
        """The person in front of the background."""
        blue, red, matte = cv2.split(chroma)
        wide = cv2.resize(matte, (self.size, self.size), interpolation=cv2.INTER_LINEAR)
        behind = self.background
        colours = [mix(behind.chroma[..., i], plane, matte) for i, plane in enumerate((blue, red))]
        return Planes(mix(behind.luma, luma, wide), cv2.merge(colours))

    def _own_texture(self) -> Planes:
        """This thread's copy of the portrait, whose eyes it may repaint."""
        if not hasattr(self._own, "texture"):
            self._own.texture = self.texture.copy()
        texture: Planes = self._own.texture
        return texture


def mix(under: Plane, over: Plane, matte: Plane) -> Plane:
    """`over` where the matte is 255, `under` where it is 0."""
    return lay_over(under, cv2.multiply(over, matte, scale=1 / 255), cv2.bitwise_not(matte))


def build_rig(plate: Plate, size: int) -> Rig:
    """Prepares a plate for frames of `size` pixels; about a second."""
    side = int(size * DETAIL) // 4 * 4
    scale = side / plate.picture.shape[0]
    picture = _fit(plate.picture, side)
    points = (plate.points * scale).astype(np.float32)
    matte = cv2.resize(plate.matte, (side, side), interpolation=cv2.INTER_LINEAR)
    axes = find_axes(points)
    lips = find_lips(points, axes, picture)
    planes = convert_picture(picture)
    kept = np.rint(shrink(matte) * 255).astype(np.uint8)
    return Rig(
        size=size,
        axes=axes,
        texture=Planes(planes.luma, np.dstack([planes.chroma, kept])),
        background=convert_picture(_fit(plate.background, size)),
        mouth=build_mouth(picture, matte, points, axes, lips, size),
        eyes=build_eyes(picture, points, axes),
        head=build_head(points, axes, side, size),
    )


def _fit(picture: Picture, side: int) -> Picture:
    way = cv2.INTER_AREA if picture.shape[0] > side else cv2.INTER_LANCZOS4
    return np.asarray(cv2.resize(picture, (side, side), interpolation=way), np.uint8)
