"""Drawing the mouth: lower face over upper face over what lies between the lips."""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.contracts import Picture, Plane
from workers.engines.mesh_warp.axes import Axes, Floats, list_pixels, spread_grid
from workers.engines.mesh_warp.folds import draw_folds
from workers.engines.mesh_warp.interior import OWN_TEETH, Interior, build_interior
from workers.engines.mesh_warp.layer import CHROMA_CUT, CUT, FOLD, Layer, Places, make_layer
from workers.engines.mesh_warp.lips import Lips, read_line
from workers.engines.mesh_warp.mouth_fields import Box, LayerField, build_fields, lower_amounts, upper_amounts
from workers.engines.mesh_warp.pose import Pose

SLACK = 6  # output pixels kept around the opening
TIP = 0.045  # eye distances a lifted tongue rises
INNER_LIP = 0.016  # and how far the wet inside of the upper lip reaches below its edge
REACH = 0.16  # eye distances around the fields' region that the head may carry into view


@dataclass
class Mouth:
    """All that drawing a mouth needs; built once a portrait, never changed."""

    axes: Axes
    lips: Lips
    upper: Layer
    lower: Layer
    upper_field: LayerField
    lower_field: LayerField
    interior: Interior
    upper_box: Box  # output pixels each layer is drawn in
    lower_box: Box

    def draw(self, luma: Plane, chroma: Plane, pose: Pose, places: Places) -> None:
        """Redraws the mouth's region of a face's `luma` H × W and `chroma` H/2 × W/2 × (blue, red, matte)."""
        upper = self.upper.read(self.upper_field.follow(upper_amounts(pose), places.crop(self.upper_box)))
        lower = self.lower.read(self.lower_field.follow(lower_amounts(pose), places.crop(self.lower_box)))
        x0, y0, x1, y1 = self.upper_box
        middle, end = self.lower_box[1], self.lower_box[3]
        both = (0, middle - y0, x1 - x0, y1 - y0)
        band, top = upper.crop(both), lower.crop((0, 0, x1 - x0, y1 - middle))
        self._fill(band, top, pose, places.crop((x0, middle, x1, y1)))
        band.cover_with(top)
        rest = lower.crop((0, y1 - middle, x1 - x0, end - middle))
        for layer, start, stop in ((upper, y0, y1), (rest, y1, end)):
            luma[start:stop, x0:x1] = fold_luma(layer, pose.fold)
            chroma[start // 2 : stop // 2, x0 // 2 : x1 // 2] = layer.chroma[..., :CHROMA_CUT]

    def _fill(self, upper: Layer, lower: Layer, pose: Pose, places: Places) -> None:
        """Puts the interior under the upper layer, inside the box of the opening only."""
        clear = [cv2.bitwise_not(cv2.extractChannel(layer.luma, CUT)) for layer in (upper, lower)]
        opening = cv2.multiply(clear[0], clear[1], scale=1 / 255)
        box = find_opening(opening)
        if box is None:
            return
        at = places.crop(box)
        inside = self.interior.draw(at, self._move_down(pose.jaw), self._move_down(-TIP * pose.tongue))
        x0, y0, x1, y1 = box
        shade_opening(inside, opening[y0:y1, x0:x1])
        under = upper.crop(box)
        inside.cover_with(under)
        under.luma[:], under.chroma[:] = inside.luma, inside.chroma

    def _move_down(self, amount: float) -> tuple[float, float]:
        across, down = self.axes.down * (amount * self.axes.scale)
        return float(across), float(down)


def fold_luma(layer: Layer, amount: float) -> Plane:
    """The luma with the cheek folds as deep as the face moves."""
    value = cv2.extractChannel(layer.luma, 0)
    if amount < 0.01:
        return np.asarray(value)
    return np.asarray(cv2.subtract(value, cv2.convertScaleAbs(cv2.extractChannel(layer.luma, FOLD), alpha=amount)))


def shade_opening(inside: Layer, opening: Plane) -> None:
    """Darkens what lies deep: under the upper lip and at the corners."""
    height = max(2.0, float(np.count_nonzero(opening.max(1))))
    soft = cv2.GaussianBlur(opening, (0, 0), max(1.0, 0.16 * height))
    shift = round(0.10 * height)
    soft = np.roll(soft, shift, axis=0)
    soft[:shift] = 0
    depth = cv2.convertScaleAbs(soft, alpha=0.62, beta=97.0)
    inside.luma[..., 0] = cv2.multiply(cv2.extractChannel(inside.luma, 0), depth, scale=1 / 255)


def find_opening(opening: Plane) -> Box | None:
    """The even box around what is open, or None."""
    x, y, width, height = cv2.boundingRect(cv2.threshold(opening, 12, 255, cv2.THRESH_BINARY)[1])
    if not width:
        return None
    rows, columns = opening.shape
    x0, y0 = max(x - SLACK, 0) // 2 * 2, max(y - SLACK, 0) // 2 * 2
    return x0, y0, min(x + width + SLACK, columns) // 2 * 2, min(y + height + SLACK, rows) // 2 * 2


def build_mouth(picture: Picture, matte: Floats, points: Floats, axes: Axes, lips: Lips, size: int) -> Mouth:
    """The mouth of a texture (BGR, with its matte 0 … 1) that will be shown `size` pixels large."""
    side = picture.shape[0]
    upper_field, lower_field = build_fields(lips, axes, side)
    wide = _widen(upper_field.box, REACH * axes.scale, 1.0, side)
    x0, y0, x1, y1 = wide
    place = axes.locate(spread_grid(wide, 1))
    across, down = place[..., 0], place[..., 1]
    edge = axes.scale / 2
    inside = (1 - np.abs((across - lips.centre) / lips.half_width)) * lips.half_width
    line = read_line(lips.upper, across)
    inner = 0.0 if lips.gap > OWN_TEETH else INNER_LIP * np.sqrt(np.clip(inside / lips.half_width, 0, 1))
    upper_cut = 1 - _step((down - line - inner) * edge) * _step(inside * edge)
    lower_cut = _step((down - read_line(lips.lower, across)) * edge)
    patch, kept = picture[y0:y1, x0:x1], matte[y0:y1, x0:x1]
    fold = draw_folds(points, axes, place)
    shown = _widen(upper_field.box, REACH / 2 * axes.scale, size / side, size)
    middle = float(axes.origin[1]) * size / side
    reach = axes.scale * size / side
    return Mouth(
        axes,
        lips,
        make_layer(roll_lip(patch, (down - line) * axes.scale * (inside > 0)), kept, upper_cut, (x0, y0), fold),
        make_layer(patch, kept, lower_cut, (x0, y0), fold),
        upper_field,
        lower_field,
        build_interior(picture, points, axes, lips, wide),
        (shown[0], shown[1], shown[2], int(middle + 0.50 * reach) // 4 * 4),
        (shown[0], int(middle - 0.22 * reach) // 4 * 4, shown[2], shown[3]),
    )


def roll_lip(patch: Picture, below: Floats) -> Picture:
    """The upper lip carried on below its edge, darker inwards: what a raised lip shows. `below` is in pixels."""
    columns, rows = list_pixels(below.shape)
    mirrored = rows - np.where(below > 0, below * 1.7 + 1.5, 0).astype(np.float32)
    lip = cv2.remap(patch, columns, mirrored, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    shade = np.where(below > 0, np.clip(0.86 - below * 0.07, 0.35, 1), 1)
    return np.asarray(lip * shade[..., None]).astype(np.uint8)


def _step(distance: Floats) -> Floats:
    return np.clip(distance + 0.5, 0, 1).astype(np.float32)


def _widen(box: Box, by: float, scale: float, size: int) -> Box:
    x0, y0 = (max(int((v - by) * scale) // 4 * 4, 0) for v in box[:2])
    x1, y1 = (min(int((v + by) * scale) // 4 * 4, size) for v in box[2:])
    return x0, y0, x1, y1
