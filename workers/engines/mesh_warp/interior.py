"""What is seen between the lips: the dark, tongue and lower teeth (they move with the jaw), upper teeth."""

from dataclasses import dataclass

import cv2
import numpy as np

from workers.engines.contracts import Picture
from workers.engines.mesh_warp.axes import Axes, Floats, ease, list_pixels, spread_grid
from workers.engines.mesh_warp.landmarks import NOSE_TIP
from workers.engines.mesh_warp.layer import Layer, Places, make_layer
from workers.engines.mesh_warp.lips import Lips, read_line
from workers.engines.mesh_warp.mouth_fields import Box

# Widths of teeth from the middle outwards, relative to each other (central incisor … first molar).
UPPER_WIDTHS = (0.34, 0.27, 0.28, 0.25, 0.25, 0.30)
LOWER_WIDTHS = (0.22, 0.24, 0.27, 0.26, 0.27, 0.30)
ENAMEL = np.array([205, 222, 233], np.float32)  # BGR in full light
GUM = np.array([108, 104, 178], np.float32)
TONGUE = np.array([104, 98, 182], np.float32)
DARK = np.array([22, 20, 48], np.float32)
TOOTH_LENGTH = 0.105
OWN_TEETH = 0.035  # lips at least this far apart show the person's own teeth


@dataclass
class Interior:
    """Layers over the mouth's box, back to front. The tongue and the jaw's teeth move with the jaw."""

    cavity: Layer
    tongue: Layer
    jaw: Layer
    skull: Layer

    def draw(self, at: Places, jaw: tuple[float, float], tip: tuple[float, float]) -> Layer:
        """What is seen at these places when jaw and tongue tip have moved so far (texture pixels)."""
        seen = self.cavity.read(at)
        seen.cover_with(self.tongue.read(at.shift(-jaw[0] - tip[0], -jaw[1] - tip[1])))
        seen.cover_with(self.jaw.read(at.shift(-jaw[0], -jaw[1])))
        seen.cover_with(self.skull.read(at))
        return seen


@dataclass
class _Place:
    """Where each pixel of the box lies in the mouth."""

    across: Floats  # −1 … 1 between the corners
    down: Floats
    lips: Lips
    step: float  # one pixel, in eye distances
    blur: float  # pixels that match the portrait's own softness


def build_interior(picture: Picture, points: Floats, axes: Axes, lips: Lips, box: Box) -> Interior:
    """Layers for a texture; the light on the face sets how bright the teeth are."""
    spot = axes.locate(spread_grid(box, 1))
    across = (spot[..., 0] - lips.centre) / lips.half_width
    place = _Place(across, spot[..., 1], lips, 1 / axes.scale, max(0.7, 0.006 * axes.scale))
    light = measure_light(picture, points, axes)
    x0, y0, x1, y1 = box
    cavity = np.broadcast_to(DARK * (0.5 + 0.6 * light), (*place.down.shape, 3)).astype(np.uint8)
    patch = picture[y0:y1, x0:x1]
    own = lips.gap > OWN_TEETH
    whole = np.ones(place.down.shape, np.float32)
    tongue, jaw = _paint_tongue(place, light), _paint_jaw(place, light, find_lip_colour(patch, place))
    skull = _keep_teeth(patch, place) if own else _paint_upper(place, light)
    return Interior(
        make_layer(cavity, whole, whole, (x0, y0)),
        *(make_layer(colour, whole, cover, (x0, y0)) for colour, cover in (tongue, jaw, skull)),
    )


def find_lip_colour(patch: Picture, place: "_Place") -> Floats:
    """The lower lip's colour (BGR), its median."""
    across = place.across * place.lips.half_width + place.lips.centre
    rest, outer = read_line(place.lips.lower, across), read_line(place.lips.lower_outer, across)
    on_lip = (place.down > rest + 0.02) & (place.down < outer - 0.015) & (np.abs(place.across) < 0.6)
    return np.asarray(np.median(patch[on_lip], axis=0) if on_lip.any() else GUM, np.float32)


def measure_light(picture: Picture, points: Floats, axes: Axes) -> float:
    """How bright the face is lit, 0 … 1: a high percentile of the grey around the nose."""
    x, y = (int(v) for v in points[NOSE_TIP, :2])
    reach = int(axes.scale * 0.4)
    patch = cv2.cvtColor(picture[max(y - reach, 0) : y + reach, max(x - reach, 0) : x + reach], cv2.COLOR_BGR2GRAY)
    return float(np.percentile(patch, 80)) / 255


def _paint_teeth(place: _Place, widths: tuple[float, ...], light: float) -> tuple[Floats, Floats, Floats]:
    """Enamel colour, place within a tooth (−1 … 1) and which tooth, for every pixel."""
    edges = np.concatenate([[0], np.cumsum(widths)]) / np.sum(widths) * 1.02
    out = np.abs(place.across)
    tooth = np.clip(np.searchsorted(edges, out) - 1, 0, len(widths) - 1)
    within = (out - (edges[tooth] + edges[tooth + 1]) / 2) / ((edges[tooth + 1] - edges[tooth]) / 2)
    round_off = 1 - 0.10 * np.abs(within) ** 3 - 0.42 * ease(np.abs(within), 0.86, 1.0)
    shade = (1 - 0.50 * ease(out, 0.25, 1.0)) * round_off * min(1.0, 0.42 + 0.62 * light)
    return ENAMEL * shade[..., None], within, tooth.astype(np.float32)


def _paint_upper(place: _Place, light: float) -> tuple[Picture, Floats]:
    lips = place.lips
    colour, within, tooth = _paint_teeth(place, UPPER_WIDTHS, light)
    middle = float(read_line(lips.upper, np.array([lips.centre], np.float32))[0])
    arch = 0.045 * place.across**2  # the dental arch curves up and away
    base = middle - 0.055 - arch
    length = TOOTH_LENGTH * (1 - 0.10 * (tooth == 1) - 0.04 * (tooth == 2) - 0.16 * (tooth > 2))
    edge = base + length * (1 - 0.10 * np.abs(within) ** 2.5)
    cover = ease(edge - place.down, -0.004, 0.006) * (np.abs(place.across) < 1.05)
    gum_line = base + 0.030 + 0.014 * within**2
    flesh = ease(gum_line - place.down, -0.004, 0.006)[..., None]
    rise = ease(place.down, base + 0.02, base + 0.075)  # shadow of the lip on the upper part
    colour = colour * (0.62 + 0.38 * rise)[..., None]
    thin = 1 - 0.16 * ease(place.down - edge, -0.022, 0.0)  # enamel is translucent at the edge
    colour = colour * thin[..., None] * (1 - flesh) + GUM * (0.35 + 0.45 * light) * flesh
    return _finish(colour, place), cv2.GaussianBlur(cover.astype(np.float32), (0, 0), place.blur)


def _paint_tongue(place: _Place, light: float) -> tuple[Picture, Floats]:
    rest = _rest_line(place)
    hill = rest - 0.058 + 0.10 * np.abs(place.across) ** 2.4
    cover = ease(place.down - hill, -0.030, 0.026) * (np.abs(place.across) < 0.85)
    groove = 1 - 0.22 * np.exp(-((place.across / 0.07) ** 2))
    wet = 1 + 0.22 * np.exp(-(((np.abs(place.across) - 0.22) / 0.12) ** 2))
    flesh = TONGUE * (0.34 + 0.50 * light) * (groove * wet * (0.75 + 0.25 * cover))[..., None]
    return _finish(flesh, place), cv2.GaussianBlur(cover.astype(np.float32), (0, 0), place.blur)


def _paint_jaw(place: _Place, light: float, lip: Floats) -> tuple[Picture, Floats]:
    """Lower teeth, and before them the wet inside of the lower lip."""
    rest = _rest_line(place)
    colour, within, _ = _paint_teeth(place, LOWER_WIDTHS, light * 0.86)
    top = rest - 0.026 + 0.050 * place.across**2 + 0.006 * within**2
    teeth = ease(place.down - top, -0.004, 0.006) * (np.abs(place.across) < 0.92)
    across = place.across * place.lips.half_width + place.lips.centre
    into = read_line(place.lips.lower, across) - place.down  # how far behind the lip's edge
    band = ease(into, 0.016, 0.006) * np.clip(1.1 - place.across**2, 0, 1)
    shine = 0.30 * np.exp(-(((into - 0.005) / 0.004) ** 2)) * np.exp(-((place.across / 0.5) ** 2))
    inner = lip * (0.80 - 14 * np.clip(into, 0, 0.02))[..., None] + 255 * shine[..., None] * light
    mixed = colour * 0.86 * (1 - band[..., None]) + inner * band[..., None]
    cover = np.maximum(teeth, band)
    return _finish(mixed, place), cv2.GaussianBlur(cover.astype(np.float32), (0, 0), place.blur)


def _rest_line(place: _Place) -> float:
    """Where the lower lip's edge rests, in the middle."""
    return float(read_line(place.lips.lower, np.array([place.lips.centre], np.float32))[0])


def _keep_teeth(patch: Picture, place: _Place) -> tuple[Picture, Floats]:
    """The person's own teeth, as the portrait shows them, carried on upwards behind the lip."""
    across = place.across * place.lips.half_width + place.lips.centre
    upper, lower = read_line(place.lips.upper, across), read_line(place.lips.lower, across)
    start = upper + 0.010  # the lip's own shadow is left out
    mirrored = np.minimum(start + (start - place.down) * 0.5, np.maximum(lower - 0.012, start))
    shift = np.where(place.down < start, mirrored - place.down, 0) / place.step
    columns, rows = list_pixels(place.down.shape)
    teeth = cv2.remap(patch, columns, (rows + shift).astype(np.float32), cv2.INTER_LINEAR)
    _, within, _ = _paint_teeth(place, UPPER_WIDTHS, 1.0)
    edge = lower - 0.007 * np.abs(within) ** 2.5
    inside = ease(place.down - upper, -0.10, -0.07) * ease(edge - place.down, -0.004, 0.006)
    cover = (inside * (np.abs(place.across) < 1)).astype(np.float32)
    return np.asarray(teeth, np.uint8), cv2.GaussianBlur(cover, (0, 0), place.blur)


def _finish(colour: Floats, place: _Place) -> Picture:
    soft = cv2.GaussianBlur(colour.astype(np.float32), (0, 0), place.blur)
    return np.clip(soft, 0, 255).astype(np.uint8)
