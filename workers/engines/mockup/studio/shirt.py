"""A T-shirt laid flat: cut from a pattern, folded by hand into soft waves."""

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import distance_transform_edt, gaussian_filter

from workers.engines.mockup.studio.stage import PRINT, add_grid, add_lamp, aim_camera, clear_stage, make_material

_STEP = 0.0034
_PRINT = (-0.30, 0.36, 0.60, 0.849)  # left, top, width, height of the print on the chest
_NECK = (0.185, 0.165)  # half width and depth of the neckline


def build_shirt() -> None:
    clear_stage((0.95, 0.97, 1.0), 0.42)
    table = np.array([[(-3, -3, 0), (3, -3, 0)], [(-3, 3, 0), (3, 3, 0)]], float)
    add_grid("table", table, np.zeros((2, 2, 2))).data.materials.append(make_material("table", (0.74, 0.70, 0.65), 0.9))
    cotton = make_material("cotton", (0.82, 0.82, 0.82), 0.92, bump=0.22, grain=420)
    y, x = np.mgrid[0.98:-0.98:-_STEP, -1.12:1.12:_STEP]
    shape = _outline(x, y)
    neck = _neckline(x, y)
    front = shape & ~neck
    z = _relief(x, y, shape, front)
    x, y = _smooth_edge(x, y, shape & ~neck)
    left, top, wide, high = _PRINT
    uv = np.stack([(x - left) / wide, (top - y) / high], -1)
    add_grid(PRINT + " body", np.stack([x, y, z], -1), uv, front).data.materials.append(cotton)
    back = shape & (y > 0.3)
    low = 0.012 + 0.02 * np.clip(y - 0.6, 0, 1)
    add_grid("body back", np.stack([x, y, low], -1), np.zeros_like(uv), back).data.materials.append(cotton)
    _rib(cotton)
    add_lamp((-2.6, 1.9, 1.35), (0.1, 0, 0), 0.9, 92, 0.3)
    add_lamp((2.2, -1.4, 2.6), (0, 0, 0), 2.2, 26)
    aim_camera((0, -0.02, 4.6), (0, -0.02, 0), 76)


def _outline(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Body, shoulders and sleeves of a size M, symmetric."""
    half = np.array(
        [
            (0.0, 0.86),
            (0.20, 0.885),
            (0.33, 0.85),
            (0.50, 0.795),
            (0.60, 0.73),
            (0.99, 0.33),
            (0.965, 0.285),
            (0.745, 0.14),
            (0.715, 0.135),
            (0.565, 0.335),
            (0.548, 0.25),
            (0.545, -0.2),
            (0.56, -0.84),
            (0.553, -0.885),
            (0.30, -0.905),
            (0.0, -0.91),
        ]
    )
    ring = np.vstack([half, (half * [-1, 1])[::-1]])
    sheet = Image.new("L", (x.shape[1], x.shape[0]))
    ImageDraw.Draw(sheet).polygon([((px - x[0, 0]) / _STEP, (y[0, 0] - py) / _STEP) for px, py in ring], fill=1)
    return np.asarray(gaussian_filter(np.asarray(sheet, float), 4) > 0.5)


def _smooth_edge(x: np.ndarray, y: np.ndarray, inside: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The outermost points moved onto the outline: a grid alone would leave stairs."""
    away = gaussian_filter((distance_transform_edt(inside) - distance_transform_edt(~inside)) * _STEP, 2.5)
    down, across = np.gradient(away, _STEP)
    near = inside & (distance_transform_edt(inside) < 1.8)
    pull = np.where(near, away, 0)
    return x - pull * across, y + pull * down


def _neckline(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return (x / _NECK[0]) ** 2 + ((y - 0.885) / _NECK[1]) ** 2 < 1


def _relief(x: np.ndarray, y: np.ndarray, shape: np.ndarray, front: np.ndarray) -> np.ndarray:
    """Height of the cloth: a rounded rim, seams, and folds that run from the armpits and along the body."""
    away = distance_transform_edt(shape) * _STEP
    rim = 0.030 * (1 - (1 - np.clip(away / 0.05, 0, 1)) ** 2)
    chance = np.random.default_rng(8)
    waves = np.zeros_like(x)
    for _ in range(15):
        angle = chance.normal(1.45, 0.42)
        middle = chance.uniform((-0.5, -0.85), (0.5, 0.35))
        along = (x - middle[0]) * np.cos(angle) + (y - middle[1]) * np.sin(angle)
        across = -(x - middle[0]) * np.sin(angle) + (y - middle[1]) * np.cos(angle)
        bend = across + 0.10 * np.sin(along * chance.uniform(1.5, 3.5) + chance.uniform(0, 6))
        size = chance.uniform(0.03, 0.07)
        waves += chance.uniform(0.004, 0.011) * np.exp(-((bend / size) ** 2) - (along / chance.uniform(0.18, 0.5)) ** 2)
    for side in (-1, 1):
        for turn, long, deep in ((0.75, 0.30, 0.014), (1.1, 0.34, 0.012), (1.38, 0.42, 0.010)):
            dx, dy = (x * side - 0.56), (y - 0.32)
            along = -dx * np.cos(turn) - dy * np.sin(turn)
            across = dx * np.sin(turn) - dy * np.cos(turn) + 0.12 * along**2
            start = 1 / (1 + np.exp(-along / 0.03))
            waves += deep * start * np.exp(-((across / 0.026) ** 2) - ((along - 0.16) / long) ** 2)
    rough = gaussian_filter(chance.normal(0, 1, x.shape), 26)
    waves += 0.008 * rough / rough.std()
    wide = np.abs(x)
    cuff = (wide - 0.745) * 0.57 - (y - 0.14) * 0.82  # from the sleeve's end, inwards below zero
    hem = _stitch(y + 0.862) * (wide < 0.54) + _stitch(cuff + 0.05) * (wide > 0.6)
    seam = _stitch(wide - 0.555 - 0.10 * np.clip(y - 0.3, 0, 1)) * (y > 0.30) * (y < 0.78)
    folds = gaussian_filter(waves, 2.2) * np.clip(away / 0.05, 0, 1)
    return np.asarray(0.02 + rim + folds - 0.006 * hem - 0.007 * seam)


def _stitch(away: np.ndarray) -> np.ndarray:
    return np.asarray(np.exp(-((away / 0.0045) ** 2)))


def _rib(material: object) -> None:
    """The knitted collar: a band round the neckline in front, and along the nape behind."""
    a, s = np.meshgrid(np.linspace(np.pi, 2 * np.pi, 420), np.linspace(0, 1, 10))
    px, py = (np.cos(a) * (_NECK[0] + (s - 0.25) * 0.046), 0.885 + np.sin(a) * (_NECK[1] + (s - 0.25) * 0.046))
    pz = 0.052 + 0.004 * np.sin(np.pi * s) + 0.0010 * np.sin(a * 190)
    add_grid("body collar", np.stack([px, py, pz], -1), np.zeros((*a.shape, 2))).data.materials.append(material)
    x, s = np.meshgrid(np.linspace(-0.19, 0.19, 300), np.linspace(0, 1, 10))
    py = 0.872 + 0.012 * (x / 0.19) ** 2 - 0.045 * s
    pz = 0.034 + 0.004 * np.sin(np.pi * s) + 0.0010 * np.sin(x * 900)
    add_grid("body nape", np.stack([x, py, pz], -1), np.zeros((*x.shape, 2))).data.materials.append(material)
