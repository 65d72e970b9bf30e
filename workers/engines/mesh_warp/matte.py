"""Cutting the person from the background, and painting the background behind them."""

import cv2
import numpy as np

from workers.engines.contracts import Picture
from workers.engines.mesh_warp.axes import Floats, find_axes
from workers.engines.mesh_warp.backdrop import fit_backdrop, lift_background, subtract_backdrop
from workers.engines.mesh_warp.landmarks import CHIN, OVAL

WORK_SIDE = 320  # pixels at which the cut is found; the edge is refined at full size


def cut_person(picture: Picture, points: Floats) -> tuple[Floats, Picture]:
    """The matte of a square portrait, 0 … 1, and its background without the person.

    A studio background is fitted and subtracted, which keeps single hairs. Any other is cut by GrabCut
    (Rother et al., SIGGRAPH 2004) seeded by the mesh, the edge refined by a guided filter (He et al., ECCV 2010).
    All ones where no cut is believable: then the whole picture moves as one sheet.
    """
    side = picture.shape[0]
    scale = WORK_SIDE / side
    small = np.asarray(cv2.resize(picture, (WORK_SIDE, WORK_SIDE), interpolation=cv2.INTER_AREA), np.uint8)
    backdrop = fit_backdrop(small, int(points[CHIN, 1] * scale))
    if backdrop is not None:
        matte = _keep_body(subtract_backdrop(picture, backdrop), int(points[CHIN, 1]))
        return matte, lift_background(picture, matte, backdrop)
    matte = _cut_graph(picture, small, points * scale)
    return matte, paint_behind(picture, matte)


def _keep_body(matte: Floats, chin: int) -> Floats:
    """The one large piece, its holes filled, stray specks gone; soft edges stay as they are.

    Below the chin a row is person from its first to its last pixel: clothes may have the backdrop's colour.
    """
    side = matte.shape[0]
    reach = max(3, side // 90)
    body = _keep_largest((matte > 0.5).astype(np.uint8), reach)
    for row in body[chin:]:
        found = np.flatnonzero(row)
        if len(found):
            row[found[0] : found[-1] + 1] = 1
    core = cv2.erode(body, np.ones((reach, reach), np.uint8))
    near = cv2.dilate(body, np.ones((2 * reach, 2 * reach), np.uint8))
    return np.asarray(
        np.maximum(matte * near, cv2.GaussianBlur(core.astype(np.float32), (0, 0), reach / 3)), np.float32
    )


def _cut_graph(picture: Picture, small: Picture, points: Floats) -> Floats:
    side = picture.shape[0]
    mask = _seed(points)
    cv2.setRNGSeed(7)
    cv2.grabCut(small, mask, (0, 0, 0, 0), np.zeros((1, 65)), np.zeros((1, 65)), 6, cv2.GC_INIT_WITH_MASK)
    person = _keep_largest(((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)).astype(np.uint8), 5)
    if not 0.15 < float(person.mean()) < 0.85:
        return np.ones((side, side), np.float32)
    rough = cv2.resize(person.astype(np.float32), (side, side), interpolation=cv2.INTER_LINEAR)
    guide = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32) / 255
    soft = _guide(cv2.GaussianBlur(rough, (0, 0), side / 400), guide, max(2, side // 130), 3e-4)
    return np.asarray(np.clip((soft - 0.08) / 0.84, 0, 1), np.float32)


def paint_behind(picture: Picture, matte: Floats) -> Picture:
    """The background with the person taken out: far colours flow in, as behind a shallow lens."""
    work = cv2.resize(picture, (WORK_SIDE, WORK_SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    hidden = cv2.dilate(cv2.resize(matte, (WORK_SIDE, WORK_SIDE)), np.ones((9, 9), np.uint8)) > 0.02
    seen = (~hidden).astype(np.float32)
    filled = work * seen[..., None]
    known = seen.copy()
    result, weight = np.zeros_like(work), np.zeros_like(seen)
    for spread in (3, 8, 20, 50, 120):  # nearest known colours first, wider ones where none are near
        part = cv2.GaussianBlur(known, (0, 0), spread)
        colour = cv2.GaussianBlur(filled, (0, 0), spread)
        share = np.clip(part * 8, 0, 1) * (1 - weight)
        result += colour / np.maximum(part, 1e-6)[..., None] * share[..., None]
        weight += share
    result /= np.maximum(weight, 1e-6)[..., None]
    painted = cv2.resize(np.clip(result, 0, 255).astype(np.uint8), picture.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    keep = 1 - np.clip(cv2.dilate(matte, np.ones((7, 7), np.uint8)) * 1.5, 0, 1)
    keep = cv2.GaussianBlur(keep, (0, 0), 3)[..., None]
    return np.asarray(picture * keep + painted * (1 - keep)).astype(np.uint8)


def _seed(points: Floats) -> Picture:
    axes = find_axes(points)
    mask = np.full((WORK_SIDE, WORK_SIDE), cv2.GC_PR_BGD, np.uint8)
    chin = points[CHIN, :2]
    middle = points[list(OVAL), :2].mean(0)
    away = np.hypot(*(np.moveaxis(np.indices((WORK_SIDE, WORK_SIDE))[::-1], 0, -1) - middle).transpose(2, 0, 1))
    mask[away < 1.45 * axes.scale] = cv2.GC_PR_FGD
    mask[int(chin[1]) :, :] = cv2.GC_PR_FGD
    face = cv2.convexHull(points[list(OVAL), :2].astype(np.int32))
    cv2.fillConvexPoly(mask, face, cv2.GC_FGD)
    crown = points[list(OVAL), :2] - axes.down * 0.28 * axes.scale  # hair or hat above the forehead
    cv2.fillConvexPoly(mask, cv2.convexHull(crown.astype(np.int32)), cv2.GC_FGD)
    half = int(axes.scale * 0.42)
    mask[int(chin[1]) :, max(int(chin[0]) - half, 0) : int(chin[0]) + half] = cv2.GC_FGD
    border = max(2, WORK_SIDE // 60)
    top = int(middle[1])
    mask[:top, :border], mask[:top, -border:] = cv2.GC_BGD, cv2.GC_BGD
    return mask


def _keep_largest(person: Floats, reach: int) -> Picture:
    closed = cv2.morphologyEx(person, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(closed)
    if len(stats) < 2:
        return np.asarray(closed, np.uint8)
    body = (labels == 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())).astype(np.uint8)
    outlines, _ = cv2.findContours(body, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return np.asarray(cv2.drawContours(body, outlines, -1, (1,), cv2.FILLED), np.uint8)


def _guide(values: Floats, guide: Floats, radius: int, softness: float) -> Floats:
    def mean(data: Floats) -> Floats:
        return np.asarray(cv2.boxFilter(data, -1, (2 * radius + 1, 2 * radius + 1)))

    spread = mean(guide * guide) - mean(guide) ** 2
    slope = (mean(guide * values) - mean(guide) * mean(values)) / (spread + softness)
    base = mean(values) - slope * mean(guide)
    return mean(slope) * guide + mean(base)
